package losscalc.num;

import java.nio.charset.StandardCharsets;

/**
 * Doubles to decimal text: the shortest that reads back to the same double, or a given number of
 * significant digits. The text is the same on every JDK ({@code Double.toString} changed in 19).
 *
 * <p>Numbers from 1e-5 up to, but not including, 1e17 are written plainly ({@code 0.239},
 * {@code 12}, {@code 100000}), others with an exponent ({@code 1.5e-7}, {@code 1e300}). There are
 * no superfluous zeros or points; negative zero is {@code -0}; and there are the words
 * {@code NaN}, {@code Infinity} and {@code -Infinity}.
 */
public final class DecimalWriter {
    /** No text of a number has more bytes. */
    public static final int MAX_LENGTH = 24;

    /** Numbers below 10^17 are written plainly, from ... */
    private static final int MAX_PLAIN = 17;

    /** ... one tenth of 10^-4 on. */
    private static final int MIN_PLAIN = -4;

    /** No double needs more digits. */
    private static final int DIGITS = 17;

    private static final long[] POWERS = powers();

    private static final byte[] NAN = {'N', 'a', 'N'};
    private static final byte[] INFINITY = {'I', 'n', 'f', 'i', 'n', 'i', 't', 'y'};

    private DecimalWriter() {}

    private static long[] powers() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    /** The shortest decimal that reads back to {@code x}, as {@link #write} gives it. */
    public static String toString(double x) {
        byte[] text = new byte[MAX_LENGTH];
        return new String(text, 0, write(x, text, 0), StandardCharsets.ISO_8859_1);
    }

    /**
     * Writes the shortest decimal that reads back to {@code x}, and of those the one nearest to
     * it, from index {@code at} on, where there is room for {@link #MAX_LENGTH} bytes.
     *
     * @return the index behind the text
     */
    public static int write(double x, byte[] out, int at) {
        long bits = Double.doubleToRawLongBits(x);
        int biased = (int) (bits >>> 52) & 0x7FF;
        if (biased == 0x7FF || x == 0) {
            return writeSpecial(x, out, at);
        }
        long fraction = bits & (1L << 52) - 1;
        long significand = biased == 0 ? fraction : fraction | 1L << 52;
        int exponent = Math.max(biased, 1) - 1075;
        boolean lowerNeighbourIsNear = fraction == 0 && biased > 1;
        int power = ShortestDecimal.power(exponent, lowerNeighbourIsNear);
        long digits = ShortestDecimal.digits(significand, exponent, lowerNeighbourIsNear, power);
        return layOut(bits < 0, digits, power, out, at);
    }

    /**
     * {@code x} rounded to so many significant digits, half to even, from its exact binary value.
     * An integer part that has more digits is kept in full where it is written plainly: 123456789.2
     * in 6 digits is {@code 123456789}.
     *
     * @param digits from 1 to 17
     */
    public static String round(double x, int digits) {
        byte[] text = new byte[MAX_LENGTH];
        int end;
        double magnitude = Math.abs(x);
        if (x == 0 || !Double.isFinite(x)) {
            end = writeSpecial(x, text, 0);
        } else if (magnitude >= POWERS[digits] && magnitude < POWERS[MAX_PLAIN]) {
            end = layOut(x < 0, (long) Math.rint(magnitude), 0, text, 0);
        } else {
            int power = RoundedDecimal.power(magnitude, digits);
            long rounded = RoundedDecimal.digits(magnitude, power);
            boolean carried = rounded == POWERS[digits];
            end = layOut(x < 0, carried ? 1 : rounded, carried ? power + digits : power, text, 0);
        }
        return new String(text, 0, end, StandardCharsets.ISO_8859_1);
    }

    private static int writeSpecial(double x, byte[] out, int at) {
        int i = at;
        if (Double.doubleToRawLongBits(x) < 0 && !Double.isNaN(x)) {
            out[i++] = '-';
        }
        if (x == 0) {
            out[i++] = '0';
            return i;
        }
        byte[] word = Double.isNaN(x) ? NAN : INFINITY;
        System.arraycopy(word, 0, out, i, word.length);
        return i + word.length;
    }

    /** Writes {@code digits * 10^power}, of 17 digits at most, in the form that its size asks for. */
    private static int layOut(boolean negative, long digits, int power, byte[] out, int at) {
        int i = at;
        if (negative) {
            out[i++] = '-';
        }
        int count = length(digits);
        int point = count + power;
        long padded = digits * POWERS[DIGITS - count];
        if (point < MIN_PLAIN || point > MAX_PLAIN) {
            return putExponent(point - 1, out, putWithPoint(padded, 1, out, i));
        }
        if (point > 0) {
            return putWithPoint(padded, point, out, i);
        }
        out[i++] = '0';
        out[i++] = '.';
        for (int zeros = -point; zeros > 0; zeros--) {
            out[i++] = '0';
        }
        return i + putDigits(padded, out, i);
    }

    /** Writes 17 digits with a point behind the first {@code whole}; no point without a fraction. */
    private static int putWithPoint(long digits, int whole, byte[] out, int at) {
        int significant = putDigits(digits, out, at + 1);
        for (int i = at; i < at + whole; i++) {
            out[i] = out[i + 1];
        }
        out[at + whole] = '.';
        return significant <= whole ? at + whole : at + 1 + significant;
    }

    private static int putExponent(int exponent, byte[] out, int at) {
        int i = at;
        int rest = Math.abs(exponent);
        out[i++] = 'e';
        if (exponent < 0) {
            out[i++] = '-';
        }
        for (int unit = rest >= 100 ? 100 : rest >= 10 ? 10 : 1; unit > 0; unit /= 10) {
            out[i++] = (byte) ('0' + rest / unit);
            rest %= unit;
        }
        return i;
    }

    /** Writes all 17 digits and returns how many there are up to the last that is not zero. */
    private static int putDigits(long digits, byte[] out, int at) {
        long upper = digits / 100_000_000;
        int lower = (int) (digits - 100_000_000 * upper);
        int first = (int) (upper / 100_000_000);
        out[at] = (byte) ('0' + first);
        putEight((int) (upper - 100_000_000L * first), out, at + 1);
        putEight(lower, out, at + 9);
        int end = lower == 0 ? at + 9 : at + DIGITS;
        while (out[end - 1] == '0') {
            end--;
        }
        return end - at;
    }

    /** Writes eight digits, split in halves three times over, all parts at once. */
    private static void putEight(int digits, byte[] out, int at) {
        long fours = digits / 10_000;
        fours |= digits - 10_000 * fours << 32;
        // 10486 / 2^20 is a little more than 1/100, 103 / 2^10 a little more than 1/10.
        long hundreds = fours * 10_486 >>> 20 & 0x7F_0000_007FL;
        long pairs = hundreds | fours - 100 * hundreds << 16;
        long tens = pairs * 103 >>> 10 & 0x0F_000F_000F_000FL;
        long bytes = (tens | pairs - 10 * tens << 8) + 0x3030_3030_3030_3030L;
        out[at] = (byte) bytes;
        out[at + 1] = (byte) (bytes >>> 8);
        out[at + 2] = (byte) (bytes >>> 16);
        out[at + 3] = (byte) (bytes >>> 24);
        out[at + 4] = (byte) (bytes >>> 32);
        out[at + 5] = (byte) (bytes >>> 40);
        out[at + 6] = (byte) (bytes >>> 48);
        out[at + 7] = (byte) (bytes >>> 56);
    }

    /** The number of digits of a positive number. */
    private static int length(long digits) {
        // log10(2), a little too small: right, or too small by one.
        int least = (Long.SIZE - Long.numberOfLeadingZeros(digits)) * 1233 >> 12;
        return digits < POWERS[least] ? least : least + 1;
    }
}

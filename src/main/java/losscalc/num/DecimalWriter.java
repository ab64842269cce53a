package losscalc.num;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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

    private static final byte[] NAN = {'N', 'a', 'N'};
    private static final byte[] INFINITY = {'I', 'n', 'f', 'i', 'n', 'i', 't', 'y'};

    private DecimalWriter() {}

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
        if (x == 0 || !Double.isFinite(x)) {
            end = writeSpecial(x, text, 0);
        } else {
            BigDecimal exact = new BigDecimal(Math.abs(x));
            int whole = exact.precision() - exact.scale();
            int wanted = whole <= MAX_PLAIN ? Math.max(digits, whole) : digits;
            BigDecimal rounded = exact.round(new MathContext(wanted, RoundingMode.HALF_EVEN));
            end = layOut(x < 0, rounded.unscaledValue().longValue(), -rounded.scale(), text, 0);
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

    /** Writes {@code digits * 10^power} in the form that its size asks for. */
    private static int layOut(boolean negative, long digits, int power, byte[] out, int at) {
        long d = digits;
        int k = power;
        while (d % 10 == 0) {
            d /= 10;
            k++;
        }
        int i = at;
        if (negative) {
            out[i++] = '-';
        }
        int count = length(d);
        int point = count + k;
        if (point < MIN_PLAIN || point > MAX_PLAIN) {
            return scientific(d, count, point - 1, out, i);
        }
        if (k >= 0) {
            putDigits(d, out, i, i + count);
            return zeros(k, out, i + count);
        }
        if (point <= 0) {
            out[i++] = '0';
            out[i++] = '.';
            i = zeros(-point, out, i);
            putDigits(d, out, i, i + count);
            return i + count;
        }
        return withPoint(d, count, point, out, i);
    }

    private static int scientific(long digits, int count, int exponent, byte[] out, int at) {
        int i = at + 1;
        if (count == 1) {
            out[at] = (byte) ('0' + digits);
        } else {
            i = withPoint(digits, count, 1, out, at);
        }
        out[i++] = 'e';
        if (exponent < 0) {
            out[i++] = '-';
        }
        int magnitude = Math.abs(exponent);
        int end = i + length(magnitude);
        putDigits(magnitude, out, i, end);
        return end;
    }

    /** Writes the digits with a point behind the first {@code whole} ones. */
    private static int withPoint(long digits, int count, int whole, byte[] out, int at) {
        putDigits(digits, out, at + 1, at + 1 + count);
        for (int i = at; i < at + whole; i++) {
            out[i] = out[i + 1];
        }
        out[at + whole] = '.';
        return at + 1 + count;
    }

    private static int zeros(int n, byte[] out, int at) {
        for (int i = at; i < at + n; i++) {
            out[i] = '0';
        }
        return at + n;
    }

    private static void putDigits(long digits, byte[] out, int from, int to) {
        long d = digits;
        for (int i = to - 1; i >= from; i--) {
            long tenth = d / 10;
            out[i] = (byte) ('0' + d - 10 * tenth);
            d = tenth;
        }
    }

    private static int length(long digits) {
        int length = 1;
        for (long d = digits; d >= 10; d /= 10) {
            length++;
        }
        return length;
    }
}

package losscalc.num;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Digits and a power of ten to the nearest double, ties to even.
 *
 * <p>Methods: W. D. Clinger, "How to read floating point numbers accurately", 1990, <a
 * href="https://doi.org/10.1145/93542.93557">doi 10.1145/93542.93557</a>, where the digits and the
 * power of ten are doubles; D. Lemire, "Number parsing at a gigabyte per second", 2021, <a
 * href="https://doi.org/10.1002/spe.2984">doi 10.1002/spe.2984</a>, up to 19 digits and where the
 * digits beyond decide nothing; else integers of any length.
 */
final class DecimalValue {
    /** As many digits always fit into 64 bits. */
    static final int MAX_DIGITS = 19;

    /** Digits beyond these only show that there is something beyond: no tie has so many. */
    private static final int DECISIVE_DIGITS = 770;

    private static final double[] EXACT_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private DecimalValue() {}

    /** {@code digits * 10^exponent}, rounded; the digits are unsigned. */
    static double of(long digits, long exponent) {
        if (digits >>> 53 == 0 && -22 <= exponent && exponent <= 22) {
            return exponent < 0
                    ? (double) digits / EXACT_POWERS[(int) -exponent]
                    : (double) digits * EXACT_POWERS[(int) exponent];
        }
        return ofMany(digits, exponent);
    }

    /** The same; it does not look for digits and a power that are doubles. */
    static double ofMany(long digits, long exponent) {
        double x = eiselLemire(digits, exponent);
        return Double.isNaN(x) ? exact(new BigInteger(Long.toUnsignedString(digits)), exponent) : x;
    }

    /** {@code digits * 10^exponent}, rounded, or NaN if 128 bits of the power do not decide it. */
    private static double eiselLemire(long digits, long exponent) {
        if (digits == 0 || exponent < PowersOfTen.MIN) {
            return 0;
        }
        if (exponent > 308) {
            return Double.POSITIVE_INFINITY;
        }
        int q = (int) exponent;
        int shift = Long.numberOfLeadingZeros(digits);
        long w = digits << shift;
        long middle = w * PowersOfTen.high(q);
        long top = multiplyHigh(w, PowersOfTen.high(q));
        long bottom = w * PowersOfTen.low(q);
        long lower = multiplyHigh(w, PowersOfTen.low(q));
        long sum = middle + lower;
        // The carry, without a branch that goes one way as often as the other.
        top += (middle & lower | (middle | lower) & ~sum) >>> 63;
        // The product is top, sum, bottom; the power's missing part adds less than 1 to the sum.
        boolean exact = 0 <= q && q <= PowersOfTen.MAX_EXACT;
        if (!exact && sum == -1) {
            return Double.NaN;
        }
        boolean more = !exact || (top & 1) != 0 || sum != 0 || bottom != 0;
        return Rounding.scale(top >>> 1, PowersOfTen.floorLog2(q) - shift + 2, more);
    }

    /** The upper half of the product of unsigned factors; the top bit of the first one is set. */
    private static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + b + (b >> 63 & a);
    }

    /**
     * The digits from index {@code from} to {@code to}, a decimal mark among them left out, times
     * {@code 10^exponent}, rounded.
     */
    static double of(byte[] text, int from, int to, long exponent) {
        int start = from;
        while (start < to && !isDigit(text[start], '1')) {
            start++;
        }
        byte[] digits = new byte[Math.min(to - start, DECISIVE_DIGITS) + 1];
        int count = 0;
        long dropped = 0;
        boolean more = false;
        for (int i = start; i < to; i++) {
            if (!isDigit(text[i], '0')) {
                continue;
            }
            if (count < digits.length - 1) {
                digits[count++] = text[i];
            } else {
                dropped++;
                more |= text[i] != '0';
            }
        }
        if (more) {
            digits[count++] = '1';
            dropped--;
        }
        return significant(digits, count, exponent + dropped);
    }

    /** As above, for {@code count} digits of which the first is not zero. */
    private static double significant(byte[] digits, int count, long exponent) {
        long leading = 0;
        for (int i = 0; i < count && i < MAX_DIGITS; i++) {
            leading = 10 * leading + digits[i] - '0';
        }
        int others = count - MAX_DIGITS;
        if (others <= 0) {
            return of(leading, exponent);
        }
        double below = eiselLemire(leading, exponent + others);
        double above = eiselLemire(leading + 1, exponent + others);
        return below == above
                ? below
                : exact(new BigInteger(new String(digits, 0, count, StandardCharsets.ISO_8859_1)), exponent);
    }

    /** As above where the size of the number is that of a double, more or less. */
    private static double exact(BigInteger digits, long exponent) {
        BigInteger power = BigInteger.TEN.pow((int) Math.abs(exponent));
        return exponent < 0
                ? Rounding.quotient(digits, power, 0)
                : Rounding.quotient(digits.multiply(power), BigInteger.ONE, 0);
    }

    private static boolean isDigit(byte c, char least) {
        return least <= c && c <= '9';
    }
}

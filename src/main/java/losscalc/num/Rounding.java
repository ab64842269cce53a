package losscalc.num;

import java.math.BigInteger;

/**
 * From exact numbers to doubles: one rounding, to nearest, ties to even, over the whole range
 * (subnormal numbers included; infinity from half a unit beyond the largest double on).
 */
final class Rounding {
    /** Bits that decide a rounding: 53 of the result, one to round by, the rest folded into one. */
    private static final int ENOUGH = 66;

    private Rounding() {}

    /** {@code numerator / denominator * 2^exponent}; the sign of the denominator is not zero. Never -0. */
    static double quotient(BigInteger numerator, BigInteger denominator, int exponent) {
        int sign = numerator.signum() * denominator.signum();
        if (sign == 0) {
            return 0;
        }
        BigInteger n = numerator.abs();
        BigInteger d = denominator.abs();
        int shift = Math.max(0, ENOUGH + d.bitLength() - n.bitLength());
        if (d.equals(BigInteger.ONE)) {
            return sign * scale(n, exponent, false) + 0.0;
        }
        BigInteger[] parts = n.shiftLeft(shift).divideAndRemainder(d);
        return sign * scale(parts[0], exponent - shift, parts[1].signum() != 0) + 0.0;
    }

    /** The square root of {@code numerator / denominator * 2^exponent}, which is not negative. */
    static double root(BigInteger numerator, BigInteger denominator, int exponent) {
        int shift = Math.max(0, 2 * ENOUGH + denominator.bitLength() - numerator.bitLength());
        shift += exponent - shift & 1;
        BigInteger[] parts = numerator.shiftLeft(shift).divideAndRemainder(denominator);
        BigInteger[] root = parts[0].sqrtAndRemainder();
        boolean more = parts[1].signum() != 0 || root[1].signum() != 0;
        return scale(root[0], (exponent - shift) / 2, more);
    }

    /**
     * {@code (n + s) * 2^exponent}, where {@code s} lies between 0 and 1 if there is {@code more},
     * and is 0 otherwise. With more, {@code n} has {@link #ENOUGH} bits at least.
     */
    private static double scale(BigInteger n, int exponent, boolean more) {
        int excess = Math.max(0, n.bitLength() - 62);
        long top = n.shiftRight(excess).longValue();
        boolean sticky = more || n.signum() != 0 && n.getLowestSetBit() < excess;
        return scale(top, exponent + excess, sticky);
    }

    /** As above for {@code 0 <= n < 2^63}; with more, {@code n} has 61 bits at least. */
    static double scale(long n, int exponent, boolean more) {
        if (n == 0) {
            return 0;
        }
        int bits = 64 - Long.numberOfLeadingZeros(n);
        // The lowest bit that the result has room for: 53 bits, or fewer where it is subnormal.
        int lowest = Math.max(exponent + bits - 53, -1074);
        int drop = lowest - exponent;
        if (lowest > 971) {
            return Double.POSITIVE_INFINITY;
        }
        if (drop > 63) {
            return 0;
        }
        long kept = n << -drop;
        if (drop > 0) {
            // With one bit to round by: a tie goes down if what is above that bit is even.
            long doubled = n >>> drop - 1;
            boolean tie = !more && (n & (1L << drop - 1) - 1) == 0;
            kept = tie && (doubled & 3) == 1 ? doubled >>> 1 : doubled + 1 >>> 1;
        }
        // A carry out of the significand, even into infinity, lands in the exponent as it should.
        return Double.longBitsToDouble((lowest + 1074L << 52) + kept);
    }

    /** {@code m 2^e} as the nearest double, ties to even; no exponent is too large. */
    static double nearest(BigInteger m, long e) {
        long size = e + m.bitLength();
        if (size > Double.MAX_EXPONENT + 1 || size < Double.MIN_EXPONENT - 60) {
            return size > 0 ? m.signum() * Double.POSITIVE_INFINITY : 0.0;
        }
        // Below 2^-1200 there are no doubles; a one stands for all that is there.
        int below = (int) Math.max(0, -1200 - e);
        BigInteger sticky = m.abs();
        if (below > 0) {
            boolean more = sticky.getLowestSetBit() < below;
            sticky = sticky.shiftRight(below);
            sticky = more ? sticky.shiftLeft(1).add(BigInteger.ONE) : sticky.shiftLeft(1);
            below--;
        }
        return m.signum() * quotient(sticky, BigInteger.ONE, (int) (e + below));
    }
}

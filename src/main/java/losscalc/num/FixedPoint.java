package losscalc.num;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Exponential and logarithm of numbers in fixed point, {@code x = n 2^-w}: the kernels of {@link Ball}, for w up to some
 * thousands. Every error is below 2^(30 - w).
 */
final class FixedPoint {
    /** How often the argument is halved before Taylor's series, and the result squared after it. */
    private static final int HALVINGS = 12;

    /** Bits to spare for what the squarings and the terms lose. */
    private static final int GUARD = 32;

    private static final int LOG2_BITS = Ball.MOST_BITS + 200;

    /** {@code 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749)}. */
    private static final BigInteger LOG2 =
            artanh(26, 18, LOG2_BITS).subtract(artanh(4801, 2, LOG2_BITS)).add(artanh(8749, 8, LOG2_BITS));

    private FixedPoint() {}

    /** {@code e^x} for x between 0 and 1. */
    static BigInteger exp(BigInteger x, int w) {
        int v = w + GUARD;
        BigInteger z = x.shiftLeft(GUARD - HALVINGS);
        BigInteger term = BigInteger.ONE.shiftLeft(v);
        BigInteger sum = term;
        for (int n = 1; term.signum() != 0; n++) {
            term = term.multiply(z).shiftRight(v).divide(BigInteger.valueOf(n));
            sum = sum.add(term);
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = sum.multiply(sum).shiftRight(v);
        }
        return sum.shiftRight(GUARD);
    }

    /** {@code log(x)} for x between 1 and 2, by Halley's iteration from a logarithm of about 100 bits. */
    static BigInteger log(BigInteger x, int w) {
        BigInteger top = x.shiftRight(w - 120);
        double hi = top.doubleValue();
        double lo = top.subtract(new BigDecimal(hi).toBigInteger()).doubleValue();
        DoubleDouble start = new DoubleDouble(Math.scalb(hi, -120), Math.scalb(lo, -120)).log();
        BigInteger y = fixed(start.hi(), w).add(fixed(start.lo(), w));
        for (int known = 95; known < w; known *= 3) {
            BigInteger e = exp(y, w);
            y = y.add(x.subtract(e).shiftLeft(w + 1).divide(x.add(e)));
        }
        return y;
    }

    private static BigInteger fixed(double x, int w) {
        return new BigDecimal(x)
                .multiply(new BigDecimal(BigInteger.ONE.shiftLeft(w)))
                .toBigInteger();
    }

    /** {@code log(2)}. */
    static BigInteger log2(int w) {
        return LOG2.shiftRight(LOG2_BITS - w);
    }

    /** {@code pi}, by Machin's formula {@code 16 arctan(1/5) - 4 arctan(1/239)}. */
    static BigInteger pi(int w) {
        int v = w + GUARD;
        return arctan(5, 16, v).subtract(arctan(239, 4, v)).shiftRight(GUARD);
    }

    /** {@code factor arctan(1/n)}. */
    private static BigInteger arctan(int n, int factor, int w) {
        return inverse(n, factor, -1, w);
    }

    /** {@code factor artanh(1/n)}. */
    private static BigInteger artanh(int n, int factor, int w) {
        return inverse(n, factor, 1, w);
    }

    private static BigInteger inverse(int n, int factor, int sign, int w) {
        BigInteger square = BigInteger.valueOf((long) sign * n * n);
        BigInteger power = BigInteger.valueOf(factor).shiftLeft(w).divide(BigInteger.valueOf(n));
        BigInteger sum = power;
        for (int i = 3; power.signum() != 0; i += 2) {
            power = power.divide(square);
            sum = sum.add(power.divide(BigInteger.valueOf(i)));
        }
        return sum;
    }
}

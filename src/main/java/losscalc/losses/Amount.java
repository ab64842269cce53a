package losscalc.losses;

import losscalc.num.Ball;
import losscalc.num.DoubleDouble;
import losscalc.num.Real;

/**
 * A number of at least 0 with a logarithm or an exponential in it: what a row adds to the {@linkplain AmountSum sums} of
 * a set. It is known to some 31 digits however small it is, or to more.
 *
 * @param quick the number, or near it
 * @param fine the number, where a double-double does not have as many digits of it; else null
 */
record Amount(DoubleDouble quick, Ball fine) {
    /** As many bits as a double-double has, and some: what is asked for first. */
    static final int QUICK = 128;

    /** From here on a double-double has all its digits, and what is made of such numbers. */
    static final double LEAST = 0x1p-900;

    /** How an amount comes from some numbers. */
    interface Equation {
        /** The amount. */
        <R extends Real<R>> R of(R[] x);

        /** The amount to so many bits. */
        default Amount at(int bits, double... x) {
            DoubleDouble quick = of(DoubleDouble.of(x));
            return bits > QUICK || quick.hi() < LEAST || hasLittle(x)
                    ? new Amount(quick, of(Ball.of(x, bits)))
                    : new Amount(quick, null);
        }

        private static boolean hasLittle(double[] x) {
            boolean hasLittle = false;
            for (double number : x) {
                hasLittle |= number != 0 && Math.abs(number) < LEAST;
            }
            return hasLittle;
        }
    }
}

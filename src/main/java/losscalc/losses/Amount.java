package losscalc.losses;

import losscalc.num.Ball;
import losscalc.num.DoubleDouble;
import losscalc.num.ExactSum;
import losscalc.num.Rational;
import losscalc.num.Real;

/**
 * A number of at least 0, to some 31 digits however small it is: what a row adds to the sums of a set, where a
 * logarithm or an exponential is in it.
 *
 * @param quick the number, where a double-double can hold so many digits of it
 * @param small the number, where none can; else null
 */
record Amount(DoubleDouble quick, Ball small) {
    /** From here on a double-double has all its digits. */
    private static final double LEAST = 0x1p-900;

    /** As many bits as a double-double has, and some. */
    private static final int BITS = 128;

    /** More than an amount is off by, and what is made of such amounts without a subtraction; relative to it. */
    static final double ERROR = 0x1p-92;

    /** How an amount comes from some numbers. */
    interface Equation {
        /** The amount. */
        <R extends Real<R>> R of(R[] x);

        /** The amount to so many digits. */
        default Amount at(double... x) {
            DoubleDouble quick = of(DoubleDouble.of(x));
            return quick.hi() < LEAST ? new Amount(quick, of(Ball.of(x, BITS))) : new Amount(quick, null);
        }
    }

    /** log(1 + x) of a sum x of amounts. */
    static Amount log1p(ExactSum x) {
        DoubleDouble quick = x.toDoubleDouble().log1p();
        return new Amount(quick, quick.hi() < LEAST ? x.toBall(BITS).log1p() : null);
    }

    /** Adds it, times two numbers. */
    void addTo(ExactSum sum, double w, double x) {
        if (small == null) {
            sum.addProduct(w, x, quick);
        } else {
            sum.addProduct(w, x, small);
        }
    }

    /** The double nearest to what is made of amounts without a subtraction. */
    static double nearest(Rational x) {
        return x.nearest(x.abs().times(ERROR));
    }
}

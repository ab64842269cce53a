package losscalc.loss;

import java.util.Arrays;
import losscalc.num.Ball;
import losscalc.num.Exactly;

/**
 * What formulas come to where numbers of a row are infinite and the operations say no more than NaN: their limits, which
 * show at numbers far beyond all doubles.
 */
abstract class AtInfinity {
    /** Numbers of that many bits, and of so many, stand for infinity: the logarithm tells them apart. */
    private static final int NEAR = 1 << 16;

    private static final int FAR = 1 << 30;

    /** What grows or shrinks more than so many times between them goes on to do so. */
    private static final double MUCH = 1000;

    private static final int BITS = 320;

    private final int size;

    /** @param size how many formulas */
    AtInfinity(int size) {
        this.size = size;
    }

    /** The formulas, of some numbers. */
    abstract Ball[] of(Ball[] x);

    /** Whether there are infinities among numbers. */
    static boolean isThere(double... x) {
        boolean isThere = false;
        for (double number : x) {
            if (Double.isNaN(number)) {
                return false;
            }
            isThere |= Double.isInfinite(number);
        }
        return isThere;
    }

    /** The limits of the formulas; NaN where there is none, as where it depends on which of two numbers is the greater. */
    double[] limits(double... x) {
        int infinite = 0;
        for (double number : x) {
            infinite += Double.isInfinite(number) ? 1 : 0;
        }
        double[] limits = rounded(x, -1, NEAR, NEAR);
        meet(limits, rounded(x, -1, FAR, FAR), infinite == 1);
        for (int k = 0; k < x.length && infinite > 1; k++) {
            if (Double.isInfinite(x[k])) {
                meet(limits, rounded(x, k, FAR, NEAR), false);
            }
        }
        return limits;
    }

    /** Their values, where one infinite number is that far out and the others so far. */
    private double[] rounded(double[] x, int one, int its, int others) {
        Ball[] balls = Ball.of(x, BITS);
        for (int k = 0; k < x.length; k++) {
            if (Double.isInfinite(x[k])) {
                balls[k] = Ball.of(Math.signum(x[k]), BITS).scaled(k == one ? its : others);
            }
        }
        double[] rounded = new double[size];
        try {
            Ball[] values = of(balls);
            for (int k = 0; k < size; k++) {
                rounded[k] = values[k].isDecided() ? values[k].toDouble() + 0.0 : Double.NaN;
            }
        } catch (Exactly.Undecided signal) {
            // More bits could not tell either: such a number has more of them.
            Arrays.fill(rounded, Double.NaN);
        }
        return rounded;
    }

    private static void meet(double[] limits, double[] further, boolean isOfOne) {
        for (int k = 0; k < limits.length; k++) {
            double near = limits[k];
            double far = further[k];
            if (isOfOne && near * far > 0 && Math.abs(far) > MUCH * Math.abs(near)) {
                limits[k] = far / 0.0;
            } else if (isOfOne && Math.abs(near) > MUCH * Math.abs(far)) {
                limits[k] = 0;
            } else if (near != far) {
                limits[k] = Double.NaN;
            }
        }
    }
}

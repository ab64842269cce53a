package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.Adjustments;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.num.DoubleDouble;

/**
 * Probabilities of C classes that are held away from 0 and 1, and surprises that are held below a limit, as
 * libraries do it against infinite losses. What is held has no slope.
 *
 * @param free the probabilities as they are
 * @param lowest the least probability of a class; 0 when it is not held
 * @param highest the greatest
 * @param limit the greatest surprise
 */
record HeldCategorical(Categorical free, double lowest, double highest, double limit) implements Categorical {
    static Categorical of(Categorical free, Setup setup) {
        Adjustments adjustments = setup.adjustments();
        // Another scale than that of probabilities is never clipped.
        boolean clipped = setup.scale() == Scale.PROBABILITY && adjustments.clip() > 0;
        Categorical held = new HeldCategorical(
                free, clipped ? adjustments.clip() : 0, clipped ? adjustments.highest() : 1, -adjustments.logFloor());
        return !adjustments.renormalized()
                ? held
                : new Renormalized(
                        new OfProportions(), clipped ? adjustments.clip() : 0, clipped ? adjustments.highest() : 1);
    }

    @Override
    public DoubleDouble surprise(double[] row, int c) {
        DoubleDouble bound = bound(row, c);
        DoubleDouble surprise =
                bound == null ? free.surprise(row, c) : bound.log().negate();
        return surprise.hi() > limit ? DoubleDouble.of(limit) : surprise;
    }

    @Override
    public void slopes(double[] row, int c, DoubleDouble[] slopes) {
        if (isHeld(row, c)) {
            Arrays.fill(slopes, DoubleDouble.ZERO);
        } else {
            free.slopes(row, c, slopes);
        }
    }

    @Override
    public void curvatures(double[] row, int c, DoubleDouble[] curvatures) {
        if (isHeld(row, c)) {
            Arrays.fill(curvatures, DoubleDouble.ZERO);
        } else {
            free.curvatures(row, c, curvatures);
        }
    }

    @Override
    public DoubleDouble probability(double[] row, int c) {
        DoubleDouble bound = bound(row, c);
        return bound == null ? free.probability(row, c) : bound;
    }

    @Override
    public DoubleDouble rest(double[] row, int c) {
        DoubleDouble bound = bound(row, c);
        return bound == null ? free.rest(row, c) : DoubleDouble.ONE.minus(bound);
    }

    private boolean isHeld(double[] row, int c) {
        return bound(row, c) != null || free.surprise(row, c).hi() > limit;
    }

    /** Where the probability of class c is held, or null. */
    private DoubleDouble bound(double[] row, int c) {
        if (lowest == 0) {
            return null;
        }
        DoubleDouble p = free.probability(row, c);
        return p.hi() < lowest ? DoubleDouble.of(lowest) : p.hi() > highest ? DoubleDouble.of(highest) : null;
    }

    /** Numbers that are held first, and stand for their shares of the row's sum then. */
    record Renormalized(OfProportions shares, double lowest, double highest) implements Categorical {
        @Override
        public DoubleDouble surprise(double[] row, int c) {
            return shares.surprise(clipped(row), c);
        }

        @Override
        public void slopes(double[] row, int c, DoubleDouble[] slopes) {
            shares.slopes(clipped(row), c, slopes);
            level(row, slopes);
        }

        @Override
        public void curvatures(double[] row, int c, DoubleDouble[] curvatures) {
            shares.curvatures(clipped(row), c, curvatures);
            level(row, curvatures);
        }

        @Override
        public DoubleDouble probability(double[] row, int c) {
            return shares.probability(clipped(row), c);
        }

        @Override
        public DoubleDouble rest(double[] row, int c) {
            return shares.rest(clipped(row), c);
        }

        private double[] clipped(double[] row) {
            double[] held = new double[row.length];
            for (int k = 0; k < row.length; k++) {
                held[k] = held(row[k]);
            }
            return held;
        }

        private double held(double p) {
            return lowest > 0 ? Math.min(Math.max(p, lowest), highest) : p;
        }

        private void level(double[] row, DoubleDouble[] derivatives) {
            for (int k = 0; k < row.length; k++) {
                derivatives[k] = held(row[k]) == row[k] ? derivatives[k] : DoubleDouble.ZERO;
            }
        }
    }
}

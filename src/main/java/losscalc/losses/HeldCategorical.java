package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.Adjustments;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.num.Real;

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
    public <R extends Real<R>> R surprise(R[] row, int c) {
        R bound = bound(row, c);
        R surprise = bound == null ? free.surprise(row, c) : bound.log().negate();
        return surprise.compareTo(limit) > 0 ? surprise.constant(limit) : surprise;
    }

    @Override
    public <R extends Real<R>> void slopes(R[] row, int c, R[] slopes) {
        if (isHeld(row, c)) {
            Arrays.fill(slopes, row[c].constant(0));
        } else {
            free.slopes(row, c, slopes);
        }
    }

    @Override
    public <R extends Real<R>> void curvatures(R[] row, int c, R[] curvatures) {
        if (isHeld(row, c)) {
            Arrays.fill(curvatures, row[c].constant(0));
        } else {
            free.curvatures(row, c, curvatures);
        }
    }

    @Override
    public <R extends Real<R>> R probability(R[] row, int c) {
        R bound = bound(row, c);
        return bound == null ? free.probability(row, c) : bound;
    }

    @Override
    public <R extends Real<R>> R rest(R[] row, int c) {
        R bound = bound(row, c);
        return bound == null ? free.rest(row, c) : bound.negate().plus(1);
    }

    private <R extends Real<R>> boolean isHeld(R[] row, int c) {
        return bound(row, c) != null || free.surprise(row, c).compareTo(limit) > 0;
    }

    /** Where the probability of class c is held, or null. */
    private <R extends Real<R>> R bound(R[] row, int c) {
        if (lowest == 0) {
            return null;
        }
        R p = free.probability(row, c);
        return p.compareTo(lowest) < 0 ? p.constant(lowest) : p.compareTo(highest) > 0 ? p.constant(highest) : null;
    }

    /** Numbers that are held first, and stand for their shares of the row's sum then. */
    record Renormalized(OfProportions shares, double lowest, double highest) implements Categorical {
        @Override
        public <R extends Real<R>> R surprise(R[] row, int c) {
            return shares.surprise(clipped(row), c);
        }

        @Override
        public <R extends Real<R>> void slopes(R[] row, int c, R[] slopes) {
            shares.slopes(clipped(row), c, slopes);
            level(row, slopes);
        }

        @Override
        public <R extends Real<R>> void curvatures(R[] row, int c, R[] curvatures) {
            shares.curvatures(clipped(row), c, curvatures);
            level(row, curvatures);
        }

        @Override
        public <R extends Real<R>> R probability(R[] row, int c) {
            return shares.probability(clipped(row), c);
        }

        @Override
        public <R extends Real<R>> R rest(R[] row, int c) {
            return shares.rest(clipped(row), c);
        }

        private <R extends Real<R>> R[] clipped(R[] row) {
            R[] held = row.clone();
            for (int k = 0; k < row.length; k++) {
                held[k] = held(row[k]);
            }
            return held;
        }

        private <R extends Real<R>> R held(R p) {
            return isOutside(p) ? p.constant(p.compareTo(lowest) < 0 ? lowest : highest) : p;
        }

        private <R extends Real<R>> boolean isOutside(R p) {
            return lowest > 0 && (p.compareTo(lowest) < 0 || p.compareTo(highest) > 0);
        }

        private <R extends Real<R>> void level(R[] row, R[] derivatives) {
            for (int k = 0; k < row.length; k++) {
                derivatives[k] = isOutside(row[k]) ? row[k].constant(0) : derivatives[k];
            }
        }
    }
}

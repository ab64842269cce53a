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
        double lowest = clipped ? adjustments.clip() : 0;
        double highest = clipped ? adjustments.highest() : 1;
        double limit = -adjustments.logFloor();
        return adjustments.renormalized()
                ? new HeldCategorical(new Renormalized(new Proportions(), lowest, highest), 0, 1, limit)
                : new HeldCategorical(free, lowest, highest, limit);
    }

    @Override
    public <R extends Real<R>> R surprise(R[] row, int c) {
        R surprise = unlimited(row, c);
        return surprise.compareTo(limit) > 0 ? surprise.constant(limit) : surprise;
    }

    private <R extends Real<R>> R unlimited(R[] row, int c) {
        R bound = bound(row, c);
        return bound == null ? free.surprise(row, c) : bound.log().negate();
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

    @Override
    public <R extends Real<R>> void probabilitySlopes(R[] row, int c, R[] slopes) {
        if (bound(row, c) != null) {
            Arrays.fill(slopes, row[c].constant(0));
        } else {
            free.probabilitySlopes(row, c, slopes);
        }
    }

    @Override
    public <R extends Real<R>> void probabilityCurvatures(R[] row, int c, R[] curvatures) {
        if (bound(row, c) != null) {
            Arrays.fill(curvatures, row[c].constant(0));
        } else {
            free.probabilityCurvatures(row, c, curvatures);
        }
    }

    @Override
    public <R extends Real<R>> boolean isLimited(R[] row, int c) {
        // At a limit of 0 no surprise is left, not even that of 1, which is where all others are held.
        return limit == 0
                || limit < Double.POSITIVE_INFINITY && unlimited(row, c).compareTo(limit) > 0;
    }

    private <R extends Real<R>> boolean isHeld(R[] row, int c) {
        return bound(row, c) != null || isLimited(row, c);
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
    record Renormalized(Proportions shares, double lowest, double highest) implements Categorical {
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
        public <R extends Real<R>> void probabilitySlopes(R[] row, int c, R[] slopes) {
            shares.probabilitySlopes(clipped(row), c, slopes);
            level(row, slopes);
        }

        @Override
        public <R extends Real<R>> void probabilityCurvatures(R[] row, int c, R[] curvatures) {
            shares.probabilityCurvatures(clipped(row), c, curvatures);
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

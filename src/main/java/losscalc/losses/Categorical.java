package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.Setup;
import losscalc.num.Real;

/**
 * How a row of predictions gives the probabilities of C classes. A surprise is the negative logarithm of
 * the probability of a class; each scale has its own form of it that neither cancels nor overflows.
 */
interface Categorical {
    /** -log of the probability of class c; 0 or more, infinite when the class was impossible. */
    <R extends Real<R>> R surprise(R[] row, int c);

    /** The derivatives of the surprise of class c with respect to each value of the row. */
    <R extends Real<R>> void slopes(R[] row, int c, R[] slopes);

    /** The second derivatives of the surprise of class c with respect to each value of the row. */
    <R extends Real<R>> void curvatures(R[] row, int c, R[] curvatures);

    /** The probability of class c. */
    <R extends Real<R>> R probability(R[] row, int c);

    /** One less the probability of class c. */
    <R extends Real<R>> R rest(R[] row, int c);

    /** The derivatives of the probability of class c with respect to each value of the row. */
    default <R extends Real<R>> void probabilitySlopes(R[] row, int c, R[] slopes) {
        R p = probability(row, c);
        slopes(row, c, slopes);
        for (int k = 0; k < row.length; k++) {
            slopes[k] = slopes[k].negate().times(p);
        }
    }

    /** The second derivatives of the probability of class c with respect to each value of the row. */
    default <R extends Real<R>> void probabilityCurvatures(R[] row, int c, R[] curvatures) {
        R p = probability(row, c);
        R[] slopes = row.clone();
        slopes(row, c, slopes);
        curvatures(row, c, curvatures);
        for (int k = 0; k < row.length; k++) {
            curvatures[k] = slopes[k].squared().minus(curvatures[k]).times(p);
        }
    }

    /** Whether the surprise of class c is not what its probability says, but a limit. */
    default <R extends Real<R>> boolean isLimited(R[] row, int c) {
        return false;
    }

    /** Whether the probability of a class depends on nothing but its own prediction. */
    default boolean isApart() {
        return false;
    }

    /** The form for what the predictions are. */
    static Categorical of(Setup setup) {
        Categorical p = free(setup);
        return setup.adjustments().holdsProbabilities() ? HeldCategorical.of(p, setup) : p;
    }

    private static Categorical free(Setup setup) {
        switch (setup.scale()) {
            case LOGIT:
                return new Softmax();
            case LOG_PROBABILITY:
                return new OfLogProbabilities();
            default:
                return setup.adjustments().normalized() ? new Proportions() : new OfProbabilities();
        }
    }

    /** The row holds the probabilities themselves, taken as they are. */
    record OfProbabilities() implements Categorical {
        @Override
        public boolean isApart() {
            return true;
        }

        @Override
        public <R extends Real<R>> R surprise(R[] p, int c) {
            return p[c].log().negate();
        }

        @Override
        public <R extends Real<R>> void slopes(R[] p, int c, R[] slopes) {
            Arrays.fill(slopes, p[c].constant(0));
            slopes[c] = p[c].constant(-1).dividedBy(p[c]);
        }

        @Override
        public <R extends Real<R>> void curvatures(R[] p, int c, R[] curvatures) {
            slopes(p, c, curvatures);
            curvatures[c] = curvatures[c].squared();
        }

        @Override
        public <R extends Real<R>> void probabilitySlopes(R[] p, int c, R[] slopes) {
            Arrays.fill(slopes, p[c].constant(0));
            slopes[c] = p[c].constant(1);
        }

        @Override
        public <R extends Real<R>> void probabilityCurvatures(R[] p, int c, R[] curvatures) {
            Arrays.fill(curvatures, p[c].constant(0));
        }

        @Override
        public <R extends Real<R>> R probability(R[] p, int c) {
            return p[c];
        }

        @Override
        public <R extends Real<R>> R rest(R[] p, int c) {
            return p[c].negate().plus(1);
        }
    }

    /** The row holds the logarithms of the probabilities. */
    record OfLogProbabilities() implements Categorical {
        @Override
        public boolean isApart() {
            return true;
        }

        @Override
        public <R extends Real<R>> R surprise(R[] log, int c) {
            return log[c].negate();
        }

        @Override
        public <R extends Real<R>> void slopes(R[] log, int c, R[] slopes) {
            Arrays.fill(slopes, log[c].constant(0));
            slopes[c] = log[c].constant(-1);
        }

        @Override
        public <R extends Real<R>> void curvatures(R[] log, int c, R[] curvatures) {
            Arrays.fill(curvatures, log[c].constant(0));
        }

        @Override
        public <R extends Real<R>> R probability(R[] log, int c) {
            return log[c].exp();
        }

        @Override
        public <R extends Real<R>> R rest(R[] log, int c) {
            return log[c].expm1().negate();
        }
    }
}

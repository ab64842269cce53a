package losscalc.losses;

import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.num.Elementary;
import losscalc.num.Real;

/**
 * How a prediction f gives the probability p of the label 1. A surprise is the negative logarithm of the
 * probability of what happened: -log p for the label 1, -log(1 - p) for the label 0. Each scale has its
 * own form of it that neither cancels nor overflows.
 */
interface Bernoulli {
    /** -log p for the label 1, -log(1 - p) for the label 0; 0 or more, infinite when that was impossible. */
    <R extends Real<R>> R surprise(int label, R f);

    /** The derivative of the surprise with respect to f. */
    <R extends Real<R>> R slope(int label, R f);

    /**
     * The derivative of the mean surprise, when the label is 1 with probability y strictly between 0 and 1: p - y
     * over what the scale says.
     */
    <R extends Real<R>> R meanSlope(R y, R f);

    /** p - y. */
    default <R extends Real<R>> R excess(R y, R f) {
        return y.compareTo(0.5) > 0
                ? y.negate().plus(1).minus(probability(0, f))
                : probability(1, f).minus(y);
    }

    /** The second derivative of the surprise with respect to f. */
    <R extends Real<R>> R curvature(int label, R f);

    /** The probability of the label. */
    <R extends Real<R>> R probability(int label, R f);

    /** The same without a limit of the surprise. */
    default Bernoulli unlimited() {
        return this;
    }

    /** The form for what the predictions are. */
    static Bernoulli of(Setup setup) {
        Bernoulli p = of(setup.scale());
        return setup.adjustments().holdsProbabilities() ? HeldBernoulli.of(p, setup) : p;
    }

    private static Bernoulli of(Scale scale) {
        switch (scale) {
            case LOGIT:
                return new OfLogit();
            case LOG_PROBABILITY:
                return new OfLogProbability();
            default:
                return new OfProbability();
        }
    }

    /** A form whose surprise is an elementary function, rounded at once. */
    interface Elementarily {
        /** The surprise, rounded once. */
        double roundedSurprise(int label, double f);
    }

    /** f is p itself. */
    record OfProbability() implements Bernoulli, Elementarily {
        @Override
        public <R extends Real<R>> R surprise(int label, R p) {
            return label == 1 ? p.log().negate() : p.negate().log1p().negate();
        }

        @Override
        public double roundedSurprise(int label, double p) {
            // 0 - x, because a certain event's surprise is 0 and not -0.
            return 0 - (label == 1 ? Elementary.log(p) : Elementary.log1p(-p));
        }

        @Override
        public <R extends Real<R>> R slope(int label, R p) {
            return p.constant(label == 1 ? -1 : 1).dividedBy(probability(label, p));
        }

        @Override
        public <R extends Real<R>> R meanSlope(R y, R p) {
            return p.minus(y).dividedBy(probability(0, p).times(p));
        }

        @Override
        public <R extends Real<R>> R curvature(int label, R p) {
            return slope(label, p).squared();
        }

        @Override
        public <R extends Real<R>> R probability(int label, R p) {
            return label == 1 ? p : p.negate().plus(1);
        }
    }

    /** f is the logit z: p = 1 / (1 + e^-z), so that -log p = log(1 + e^-z) and -log(1 - p) = log(1 + e^z). */
    record OfLogit() implements Bernoulli, Elementarily {
        @Override
        public <R extends Real<R>> R surprise(int label, R z) {
            return (label == 1 ? z.negate() : z).softplus();
        }

        @Override
        public double roundedSurprise(int label, double z) {
            return Elementary.softplus(label == 1 ? -z : z);
        }

        @Override
        public <R extends Real<R>> R slope(int label, R z) {
            return label == 1 ? probability(0, z).negate() : probability(1, z);
        }

        @Override
        public <R extends Real<R>> R meanSlope(R y, R z) {
            return excess(y, z);
        }

        @Override
        public <R extends Real<R>> R curvature(int label, R z) {
            return probability(0, z).times(probability(1, z));
        }

        @Override
        public <R extends Real<R>> R probability(int label, R z) {
            return (label == 1 ? z : z.negate()).logistic();
        }
    }

    /** f is log p: -log(1 - e^f) loses nothing at either end when it is taken from expm1 near 0. */
    record OfLogProbability() implements Bernoulli {
        private static final double HALF = -0.6931471805599453;

        @Override
        public <R extends Real<R>> R surprise(int label, R f) {
            if (label == 1) {
                return f.negate();
            }
            return f.compareTo(HALF) > 0
                    ? f.expm1().negate().log().negate()
                    : f.exp().negate().log1p().negate();
        }

        @Override
        public <R extends Real<R>> R slope(int label, R f) {
            return label == 1 ? f.constant(-1) : probability(1, f).dividedBy(probability(0, f));
        }

        @Override
        public <R extends Real<R>> R meanSlope(R y, R f) {
            return excess(y, f).dividedBy(probability(0, f));
        }

        @Override
        public <R extends Real<R>> R curvature(int label, R f) {
            return label == 1 ? f.constant(0) : slope(0, f).dividedBy(probability(0, f));
        }

        @Override
        public <R extends Real<R>> R probability(int label, R f) {
            // 0 - x, because no probability is -0.
            return label == 1 ? f.exp() : f.constant(0).minus(f.expm1());
        }
    }
}

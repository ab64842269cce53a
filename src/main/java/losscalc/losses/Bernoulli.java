package losscalc.losses;

import losscalc.loss.SampleFormula;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.num.DoubleDouble;
import losscalc.num.Elementary;

/**
 * How a prediction f gives the probability p of the label 1. A surprise is the negative logarithm of the
 * probability of what happened: -log p for the label 1, -log(1 - p) for the label 0. Each scale has its
 * own form of it that neither cancels nor overflows.
 */
interface Bernoulli {
    /** -log p for the label 1, -log(1 - p) for the label 0; 0 or more, infinite when that was impossible. */
    DoubleDouble surprise(int label, double f);

    /** The same, rounded once. */
    default double roundedSurprise(int label, double f) {
        return SampleFormula.rounded(surprise(label, f));
    }

    /** The derivative of the surprise with respect to f. */
    DoubleDouble slope(int label, double f);

    /**
     * The derivative of the mean surprise, when the label is 1 with probability y strictly between 0 and 1: p - y
     * over what the scale says.
     */
    DoubleDouble meanSlope(double y, double f);

    /** p - y. */
    default DoubleDouble excess(double y, double f) {
        return y > 0.5
                ? DoubleDouble.difference(1, y).minus(probability(0, f))
                : probability(1, f).minus(y);
    }

    /** The second derivative of the surprise with respect to f. */
    DoubleDouble curvature(int label, double f);

    /** The probability of the label. */
    DoubleDouble probability(int label, double f);

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

    /** f is p itself. */
    record OfProbability() implements Bernoulli {
        @Override
        public DoubleDouble surprise(int label, double p) {
            return label == 1
                    ? DoubleDouble.of(p).log().negate()
                    : DoubleDouble.of(-p).log1p().negate();
        }

        @Override
        public double roundedSurprise(int label, double p) {
            // 0 - x, because a certain event's surprise is 0 and not -0.
            return 0 - (label == 1 ? Elementary.log(p) : Elementary.log1p(-p));
        }

        @Override
        public DoubleDouble slope(int label, double p) {
            return label == 1 ? DoubleDouble.of(-1).dividedBy(p) : DoubleDouble.ONE.dividedBy(probability(0, p));
        }

        @Override
        public DoubleDouble meanSlope(double y, double p) {
            return DoubleDouble.difference(p, y).dividedBy(probability(0, p).times(p));
        }

        @Override
        public DoubleDouble curvature(int label, double p) {
            return slope(label, p).squared();
        }

        @Override
        public DoubleDouble probability(int label, double p) {
            return label == 1 ? DoubleDouble.of(p) : DoubleDouble.difference(1, p);
        }
    }

    /** f is the logit z: p = 1 / (1 + e^-z), so that -log p = log(1 + e^-z) and -log(1 - p) = log(1 + e^z). */
    record OfLogit() implements Bernoulli {
        @Override
        public DoubleDouble surprise(int label, double z) {
            return DoubleDouble.of(label == 1 ? -z : z).softplus();
        }

        @Override
        public double roundedSurprise(int label, double z) {
            return Elementary.softplus(label == 1 ? -z : z);
        }

        @Override
        public DoubleDouble slope(int label, double z) {
            return label == 1 ? probability(0, z).negate() : probability(1, z);
        }

        @Override
        public DoubleDouble meanSlope(double y, double z) {
            return excess(y, z);
        }

        @Override
        public DoubleDouble curvature(int label, double z) {
            return probability(0, z).times(probability(1, z));
        }

        @Override
        public DoubleDouble probability(int label, double z) {
            return DoubleDouble.of(label == 1 ? z : -z).logistic();
        }
    }

    /** f is log p: -log(1 - e^f) loses nothing at either end when it is taken from expm1 near 0. */
    record OfLogProbability() implements Bernoulli {
        private static final double HALF = -0.6931471805599453;
        /** Below, p is so small that -log(1 - p) is p itself. */
        private static final double TINY = -700;

        @Override
        public DoubleDouble surprise(int label, double f) {
            DoubleDouble log = DoubleDouble.of(f);
            if (label == 1) {
                return log.negate();
            }
            if (f < TINY) {
                return log.exp();
            }
            return f > HALF
                    ? log.expm1().negate().log().negate()
                    : log.exp().negate().log1p().negate();
        }

        @Override
        public DoubleDouble slope(int label, double f) {
            return label == 1 ? DoubleDouble.of(-1) : probability(1, f).dividedBy(probability(0, f));
        }

        @Override
        public DoubleDouble meanSlope(double y, double f) {
            return excess(y, f).dividedBy(probability(0, f));
        }

        @Override
        public DoubleDouble curvature(int label, double f) {
            return label == 1 ? DoubleDouble.ZERO : slope(0, f).dividedBy(probability(0, f));
        }

        @Override
        public DoubleDouble probability(int label, double f) {
            DoubleDouble log = DoubleDouble.of(f);
            // 0 - x, because no probability is -0.
            return label == 1 ? log.exp() : DoubleDouble.ZERO.minus(log.expm1());
        }
    }
}

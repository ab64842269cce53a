package losscalc.losses;

import losscalc.loss.AnalyticFormula;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Real;

/** Binary cross-entropy, also called log loss. */
final class BinaryCrossEntropy implements Loss {
    @Override
    public Card card() {
        return Card.of("bce", "Binary cross-entropy")
                .aliases("binary_cross_entropy", "BCELoss", "BinaryCrossentropy", "binary_logloss", "cxe")
                .aliases(Scale.LOGIT, "BCEWithLogitsLoss", "sigmoid_binary_cross_entropy")
                .aliases(Scale.LOGIT, "binary_cross_entropy_with_logits", "HalfBinomialLoss")
                .aliases(
                        Scale.LOGIT,
                        "sigmoid_cross_entropy",
                        "sigmoid_cross_entropy_with_logits",
                        "weighted_cross_entropy_with_logits")
                .about(Family.BINARY, "the surprise at the true label of a yes-or-no question")
                .use("Probabilities of a yes-or-no event are to be true, not only on the right side of 1/2.")
                .avoid("A single certain error makes it infinite; labels are unreliable: brier, gce.")
                .formula("-y log p - (1 - y) log(1 - p),    p the probability, 1 / (1 + e^-z) of a logit z")
                .gradient("(p - y) / (p (1 - p)) by probability, p - y by logit,"
                        + " (p - y) / (1 - p) by log-probability")
                .hessian("y / p^2 + (1 - y) / (1 - p)^2 by probability, p (1 - p) by logit,"
                        + " (1 - y) p / (1 - p)^2 by log-probability")
                .target(Target.BINARY, Interval.UNIT)
                .probabilities()
                .logarithms()
                .prediction(Scale.PROBABILITY, Scale.LOGIT, Scale.LOG_PROBABILITY)
                .bestConstant(BestConstant.MEAN)
                .working(Working.TRUE_PROBABILITY)
                .twin("torch", "BCELoss", "--log-floor -100 --mean-over rows")
                .twin(
                        "torch",
                        "BCEWithLogitsLoss",
                        "--from logit --mean-over rows",
                        "its pos_weight of each column has no counterpart")
                .twin(
                        "keras",
                        "BinaryCrossentropy",
                        "--clip 1e-7 --mean-over rows",
                        "in float32, where 1 - 1e-7 is 1 - 1.19e-7")
                .twin("keras", "BinaryCrossentropy(from_logits=True)", "--from logit --mean-over rows")
                .twin("sklearn", "log_loss", "--clip 2.220446049250313e-16", "of float32, 1.2e-7; wants both labels")
                .twin("sklearn-1.1", "log_loss", "--clip 1e-15")
                .twin("optax", "sigmoid_binary_cross_entropy", "--from logit")
                .twin("xgboost", "logloss", "--log-floor -36.841361487904734", "the floor is log 1e-16")
                .twin(
                        "lightgbm",
                        "binary_logloss",
                        "--log-floor -34.538776394910684",
                        "the floor is log 1e-15, as float32")
                .twin(
                        "lightgbm",
                        "cross_entropy",
                        "--log-floor -27.631021115928547 --soft-labels",
                        "the floor is log 1e-12")
                .twin("catboost", "Logloss", "--from logit")
                .twin("catboost", "CrossEntropy", "--from logit --soft-labels")
                .twin("yardstick", "mn_log_loss", "--clip 2.220446049250313e-16")
                .twin("r-metrics", "logLoss")
                .twin("mlmetrics", "LogLoss", "--clip 1e-15")
                .twin("mlnet", "LogLoss", "--log-base 2")
                .note("Natural logarithm. Nothing is clipped: a certain prediction that is wrong has an infinite loss.")
                .note("A term with y = 0 or 1 - y = 0 is 0, whatever p is.")
                .source("I. J. Good, Rational decisions, 1952; https://doi.org/10.1111/j.2517-6161.1952.tb00104.x");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(Bernoulli.of(setup));
    }

    record Equation(Bernoulli p) implements AnalyticFormula {
        @Override
        public boolean isMeanOverLabels() {
            return true;
        }

        // -y log p - (1 - y) log(1 - p)
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return isCertain(y)
                    ? p.surprise(y.signum(), f)
                    : y.times(p.surprise(1, f)).plus(rest(y).times(p.surprise(0, f)));
        }

        @Override
        public double rounded(double y, double f) {
            return p instanceof Bernoulli.Elementarily surprise && (y == 1 || y == 0)
                    ? surprise.roundedSurprise((int) y, f)
                    : AnalyticFormula.super.rounded(y, f);
        }

        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return isCertain(y) ? p.slope(y.signum(), f) : p.meanSlope(y, f);
        }

        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            return isCertain(y)
                    ? p.curvature(y.signum(), f)
                    : y.times(p.curvature(1, f)).plus(rest(y).times(p.curvature(0, f)));
        }

        /** Whether the label is 0 or 1, so that there is one term only. */
        static <R extends Real<R>> boolean isCertain(R y) {
            return y.signum() == 0 || y.compareTo(1) == 0;
        }

        private static <R extends Real<R>> R rest(R y) {
            return y.negate().plus(1);
        }
    }
}

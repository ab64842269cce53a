package losscalc.losses;

import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.PointFormula;
import losscalc.loss.SampleFormula;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.DoubleDouble;

/** Binary cross-entropy, also called log loss. */
final class BinaryCrossEntropy implements Loss {
    @Override
    public Card card() {
        return Card.of("bce", "Binary cross-entropy")
                .aliases("binary_cross_entropy", "BCELoss", "BinaryCrossentropy", "binary_logloss", "cxe")
                .aliases(Scale.LOGIT, "BCEWithLogitsLoss", "sigmoid_binary_cross_entropy")
                .aliases(Scale.LOGIT, "binary_cross_entropy_with_logits", "HalfBinomialLoss")
                .about(Family.BINARY, "the surprise at the true label of a yes-or-no question")
                .formula("-y log p - (1 - y) log(1 - p),    p = 1 / (1 + e^-z) of a logit z")
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
                .twin("torch", "BCEWithLogitsLoss", "--from logit --mean-over rows")
                .twin(
                        "keras",
                        "BinaryCrossentropy",
                        "--clip 1e-7 --mean-over rows",
                        "in float32, where 1 - 1e-7 is 1 - 1.19e-7")
                .twin("keras", "BinaryCrossentropy(from_logits=True)", "--from logit --mean-over rows")
                .twin("sklearn", "log_loss", "--clip 2.220446049250313e-16")
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

    record Equation(Bernoulli p) implements PointFormula {
        @Override
        public boolean isMeanOverLabels() {
            return true;
        }

        // -y log p - (1 - y) log(1 - p)
        @Override
        public DoubleDouble loss(double y, double f) {
            return mean(y, y == 0 ? null : p.surprise(1, f), y == 1 ? null : p.surprise(0, f));
        }

        @Override
        public double rounded(double y, double f) {
            return y == 1 || y == 0 ? p.roundedSurprise((int) y, f) : SampleFormula.rounded(loss(y, f));
        }

        @Override
        public DoubleDouble gradient(double y, double f) {
            return y == 0 || y == 1 ? p.slope((int) y, f) : p.meanSlope(y, f);
        }

        @Override
        public DoubleDouble hessian(double y, double f) {
            return mean(y, y == 0 ? null : p.curvature(1, f), y == 1 ? null : p.curvature(0, f));
        }

        /** y times what belongs to the label 1, and 1 - y times what belongs to the label 0. */
        private static DoubleDouble mean(double y, DoubleDouble ofOne, DoubleDouble ofZero) {
            if (y == 0) {
                return ofZero;
            }
            DoubleDouble one = ofOne.times(y);
            return y == 1 ? one : one.plus(ofZero.times(DoubleDouble.difference(1, y)));
        }
    }
}

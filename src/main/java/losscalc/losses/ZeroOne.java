package losscalc.losses;

import losscalc.loss.AlgebraicFormula;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.DoubleDouble;
import losscalc.num.Field;

/** The 0-1 loss of a yes-or-no question; its mean is the share of wrong decisions. */
final class ZeroOne implements Loss {
    static final Param THRESHOLD =
            new Param("threshold", 0.5, Interval.UNIT, "the probability above which the decision is 1");

    @Override
    public Card card() {
        return Card.of("zero-one", "Zero-one loss")
                .aliases("zero_one_loss", "ZeroOneLoss", "binary_error", "misclassification", "error_rate")
                .aliases("MisclassLoss", "binary_hamming_distance")
                .about(Family.BINARY, "1 for a wrong decision, 0 for a right one; the mean is the error rate")
                .use("The share of wrong decisions at a threshold, nothing else.")
                .avoid("Classes are rare: deciding for the common one looks good (bce, cost).")
                .formula("1 if the decision [p > threshold] is not y, else 0")
                .gradient("0")
                .hessian("0")
                .target(Target.BINARY, Interval.UNIT)
                .prediction(Scale.PROBABILITY, Scale.LOGIT, Scale.LOG_PROBABILITY)
                .param(THRESHOLD)
                .working(Working.TRUE_PROBABILITY)
                .twin("sklearn", "zero_one_loss", "", "takes decisions; decisions 0 and 1 give the same here")
                .twin(
                        "torchmetrics",
                        "binary_hamming_distance",
                        "",
                        "puts scores through the logistic function when one lies outside [0, 1]")
                .twin("xgboost", "error", "", "the threshold is written error@t")
                .twin("lightgbm", "binary_error", "", "a label of 0 or less is negative, any other positive")
                .twin("catboost", "ZeroOneLoss")
                .twin("r-metrics", "ce", "", "takes decisions")
                .twin("mlmetrics", "ZeroOneLoss", "", "takes decisions")
                .note("A probability that equals the threshold decides for 0.")
                .note("A soft label y costs 1 - y or y, as in xgboost. More classes: top-k; several labels: hamming.")
                .source("A. Wald, Contributions to the theory of statistical estimation and testing hypotheses, 1939;"
                        + " https://doi.org/10.1214/aoms/1177732144");
    }

    @Override
    public Formula formula(Setup setup) {
        return Equation.of(setup.scale(), setup.value(THRESHOLD));
    }

    /** @param cut the threshold on the scale of the predictions */
    record Equation(DoubleDouble cut) implements AlgebraicFormula {
        static Equation of(Scale scale, double threshold) {
            DoubleDouble t = DoubleDouble.of(threshold);
            switch (scale) {
                case LOGIT:
                    return new Equation(t.log().minus(t.negate().log1p()));
                case LOG_PROBABILITY:
                    return new Equation(t.log());
                default:
                    return new Equation(t);
            }
        }

        // 1 - y  if p > t,  else  y
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            return f.minus(cut.hi()).compareTo(cut.lo()) > 0 ? y.negate().plus(1) : y;
        }

        // 0
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            return f.constant(0);
        }

        // 0
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return f.constant(0);
        }
    }
}

package losscalc.losses;

import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Real;

/** Logistic loss of a score, for labels -1 and +1. */
final class Logistic implements Loss {
    @Override
    public Card card() {
        return Card.of("logistic", "Logistic loss")
                .aliases("SoftMarginLoss", "soft_margin", "logistic_loss", "LogitMarginLoss")
                .about(Family.BINARY, "binary cross-entropy of a logit, for labels -1 and +1")
                .use("Raw scores of a binary classifier with labels -1 and +1; the same as bce by logit.")
                .avoid("The scores are not logits: calibrate them first.")
                .formula("log(1 + exp(-a)),    a = y f")
                .gradient("-y / (1 + exp(a))")
                .hessian("1 / ((1 + exp(a)) (1 + exp(-a)))")
                .target(Target.SIGN, Interval.closed(-1, 1))
                .logarithms()
                .prediction(Interval.REAL)
                .bestConstant(BestConstant.SEARCH)
                .twin("torch", "SoftMarginLoss", "", "overflows to infinity from a = -710 on, and is 0 from a = 37 on")
                .twin("vw", "logistic")
                .twin("juliaml", "LogitMarginLoss")
                .note("The same number as bce --from logit, there with labels 0 and 1. Natural logarithm.")
                .note("Labels are -1 and +1. For others, --positive LABEL names the one that is +1.")
                .source("J. Friedman, T. Hastie, R. Tibshirani, Additive logistic regression, 2000;"
                        + " https://doi.org/10.1214/aos/1016218223");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements SmoothMarginFormula {
        // log(1 + e^-a) = max(0, -a) + log(1 + e^-|a|)
        @Override
        public <R extends Real<R>> R of(R a) {
            return a.negate().max(a.constant(0)).plus(tail(a).log1p());
        }

        // -1 / (1 + e^a)
        @Override
        public <R extends Real<R>> R slope(R a) {
            R tail = tail(a);
            R top = a.signum() < 0 ? a.constant(1) : tail;
            return top.dividedBy(tail.plus(1)).negate();
        }

        // 1 / ((1 + e^a) (1 + e^-a))
        @Override
        public <R extends Real<R>> R curvature(R a) {
            R tail = tail(a);
            return tail.dividedBy(tail.plus(1).squared());
        }

        /** e^-|a|. */
        private static <R extends Real<R>> R tail(R a) {
            return a.abs().negate().exp();
        }
    }
}

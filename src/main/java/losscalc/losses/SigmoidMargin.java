package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Real;

/** Sigmoid margin loss. */
final class SigmoidMargin implements Loss {
    @Override
    public Card card() {
        return Card.of("sigmoid-margin", "Sigmoid margin loss")
                .aliases("SigmoidLoss")
                .about(
                        Family.BINARY,
                        "a smooth form of the 0-1 loss, between 0 and 2; not convex, so outliers hardly count")
                .use("Wrong rows should count at most 2, however wrong: noisy labels.")
                .avoid("Training from scratch: its slope vanishes far from the margin.")
                .formula("1 - tanh(a),    a = y f")
                .gradient("-y / cosh(a)^2")
                .hessian("2 tanh(a) / cosh(a)^2")
                .target(Target.SIGN, Interval.closed(-1, 1))
                .prediction(Interval.REAL)
                .twin("juliaml", "SigmoidLoss")
                .note("Twice the logistic function of -2 a.")
                .note("Labels are -1 and +1. For others, --positive LABEL names the one that is +1.")
                .source("L. Mason et al., Boosting algorithms as gradient descent, 1999;"
                        + " https://papers.nips.cc/paper/1766-boosting-algorithms-as-gradient-descent");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements SmoothMarginFormula {
        // 1 - tanh a = 2 / (1 + e^2a)
        @Override
        public <R extends Real<R>> R of(R a) {
            R tail = tail(a);
            R top = a.signum() < 0 ? a.constant(1) : tail;
            return top.dividedBy(tail.plus(1)).times(2);
        }

        // -1 / cosh² a = -4 / ((1 + e^2a) (1 + e^-2a))
        @Override
        public <R extends Real<R>> R slope(R a) {
            R tail = tail(a);
            return tail.dividedBy(tail.plus(1).squared()).times(-4);
        }

        // 2 tanh a / cosh² a
        @Override
        public <R extends Real<R>> R curvature(R a) {
            R tanh = a.abs().times(-2).expm1().negate().dividedBy(tail(a).plus(1));
            return slope(a).times(tanh).times(a.signum() < 0 ? 2 : -2);
        }

        /** e^-2|a|. */
        private static <R extends Real<R>> R tail(R a) {
            return a.abs().times(-2).exp();
        }
    }
}

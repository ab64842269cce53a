package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Real;

/** Savage loss. */
final class Savage implements Loss {
    @Override
    public Card card() {
        return Card.of("savage", "Savage loss")
                .aliases("savage_loss", "savageboost")
                .about(Family.BINARY, "bounded by 1, so that outliers hardly count; what SavageBoost minimises")
                .use("Labels with many errors: a row costs at most 1.")
                .avoid("The loss must be convex.")
                .formula("1 / (1 + exp(2 a))^2,    a = y f")
                .gradient("-4 y q^2 (1 - q),    q = 1 / (1 + exp(2 a))")
                .hessian("8 q^2 (1 - q) (2 - 3 q)")
                .target(Target.SIGN, Interval.closed(-1, 1))
                .prediction(Interval.REAL)
                .note(
                        "The score is half a logit, as with AdaBoost. Some texts write 1 / (1 + exp(v))^2: there v is the logit.")
                .note("It is the squared error of the probability, (1 - p)^2, by half the logit of p.")
                .note("Labels are -1 and +1. For others, --positive LABEL names the one that is +1.")
                .source("H. Masnadi-Shirazi, N. Vasconcelos, On the design of loss functions for classification, 2008;"
                        + " https://papers.nips.cc/paper/3591-on-the-design-of-loss-functions-for-classification"
                        + "-theory-robustness-to-outliers-and-savageboost");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements SmoothMarginFormula {
        // q²,  q = 1 / (1 + e^2a)
        @Override
        public <R extends Real<R>> R of(R a) {
            return wrong(a).squared();
        }

        // -4 q² (1 - q)
        @Override
        public <R extends Real<R>> R slope(R a) {
            return of(a).times(wrong(a.negate())).times(-4);
        }

        // 8 q² (1 - q) (2 (1 - q) - q)
        @Override
        public <R extends Real<R>> R curvature(R a) {
            R right = wrong(a.negate());
            return slope(a).times(right.times(2).minus(wrong(a))).times(-2);
        }

        /** 1 / (1 + e^2a). */
        private static <R extends Real<R>> R wrong(R a) {
            R tail = a.abs().times(-2).exp();
            R top = a.signum() < 0 ? a.constant(1) : tail;
            return top.dividedBy(tail.plus(1));
        }
    }
}

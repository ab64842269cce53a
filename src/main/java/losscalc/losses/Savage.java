package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.DoubleDouble;

/** Savage loss. */
final class Savage implements Loss {
    @Override
    public Card card() {
        return Card.of("savage", "Savage loss")
                .aliases("savage_loss", "savageboost")
                .about(Family.BINARY, "bounded by 1, so that outliers hardly count; what SavageBoost minimises")
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
                        + " https://papers.nips.cc/paper/3591-on-the-design-of-loss-functions-for-classification");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements SmoothMarginFormula {
        // q²,  q = 1 / (1 + e^2a)
        @Override
        public DoubleDouble of(double a) {
            return rest(a).squared();
        }

        // -4 q² (1 - q)
        @Override
        public DoubleDouble slope(double a) {
            return of(a).times(DoubleDouble.of(2 * a).logistic()).times(-4);
        }

        // 8 q² (1 - q) (2 - 3 q)
        @Override
        public DoubleDouble curvature(double a) {
            return slope(a).times(rest(a).times(3).minus(2)).times(2);
        }

        /** 1 / (1 + e^2a). */
        private static DoubleDouble rest(double a) {
            return DoubleDouble.of(-2 * a).logistic();
        }
    }
}

package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Field;

/** The residual itself; its mean is the bias. */
final class SignedError implements Loss {
    @Override
    public Card card() {
        return Card.of("error", "Signed error")
                .aliases("bias", "msd", "me", "mean_error", "mean_signed_deviation", "residual")
                .about(Family.REGRESSION, "the residual with its sign; the mean is positive where predictions are low")
                .use("You ask whether predictions are too low or too high on the whole: sign and size of the bias.")
                .avoid("The quality of predictions: errors of both signs cancel.")
                .formula("y - f")
                .gradient("-1")
                .hessian("0")
                .signed()
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .twin("yardstick", "msd")
                .twin("r-metrics", "bias")
                .note("Errors of both signs cancel: a mean of 0 does not say that the predictions are good.")
                .note("xgboost's error is another loss, the share of wrong decisions: zero-one.")
                .note("Target minus prediction; some texts have it the other way round.")
                .source("yardstick, Mean signed deviation; https://yardstick.tidymodels.org/reference/msd.html");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements ResidualFormula {
        // y - f
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            return y.minus(f);
        }

        @Override
        public double quick(double r, double dr) {
            return r;
        }

        // -1
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            return y.constant(-1);
        }

        // 0
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return y.constant(0);
        }
    }
}

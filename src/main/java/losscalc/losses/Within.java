package losscalc.losses;

import losscalc.loss.AlgebraicFormula;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Field;

/** Whether a prediction misses its target by more than a tolerance. */
final class Within implements Loss {
    private static final Param TOLERANCE = new Param(
                    "tolerance", 1, Interval.NON_NEGATIVE, "the size of residual up to which a prediction is right")
            .required();

    @Override
    public Card card() {
        return Card.of("within", "Error beyond a tolerance")
                .aliases("NumErrors", "tolerance_error")
                .about(Family.REGRESSION, "1 for a prediction that is not within a tolerance; the mean is their share")
                .use("What counts is whether a prediction is close enough: parts in tolerance, minutes of delay.")
                .avoid("How far the failures are off matters too.")
                .formula("""
                        0                              if |y - f| <= tolerance
                        1                              if |y - f| >  tolerance
                        """)
                .gradient("0")
                .hessian("0")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(TOLERANCE)
                .working(Working.RESIDUAL)
                .twin("catboost", "NumErrors", "", "tolerance is called greater_than")
                .note("A residual is compared with the tolerance exactly: 0.3 against 0.2 is within 0.1, as doubles,"
                        + " because their difference is a little less.")
                .source("CatBoost, Regression metrics: NumErrors;"
                        + " https://catboost.ai/docs/en/concepts/loss-functions-regression");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(TOLERANCE));
    }

    record Equation(double tolerance) implements AlgebraicFormula {
        // 1  if |y - f| > t,  else 0
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            return y.constant(y.minus(f).abs().compareTo(tolerance) > 0 ? 1 : 0);
        }

        // 0
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            return y.constant(0);
        }

        // 0
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return y.constant(0);
        }
    }
}

package losscalc.losses;

import losscalc.loss.AlgebraicFormula;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Field;

/** The residual in proportion to the target, with its sign. */
final class PercentageError implements Loss {
    @Override
    public Card card() {
        return Card.of("pe", "Signed percentage error")
                .aliases("mpe", "percentage_error", "mean_percentage_error")
                .about(Family.REGRESSION, "the residual as a fraction of the target, with its sign")
                .use("The bias as a fraction of the targets.")
                .avoid("Targets near zero, or the quality of predictions: errors of both signs cancel.")
                .formula("(y - f) / y")
                .gradient("-1 / y")
                .hessian("0")
                .signed()
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .working(Working.RESIDUAL)
                .twin("yardstick", "mpe", "--percent")
                .twin("r-metrics", "percent_bias", "", "divides by |y|: another sign where the target is negative")
                .note("A fraction: 0.1 is ten percent.")
                .note("A target of 0: infinite, with the sign of the residual, or 0 where the prediction is 0 too.")
                .source("yardstick, Mean percentage error; https://yardstick.tidymodels.org/reference/mpe.html");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements AlgebraicFormula {
        // (y - f) / y
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            R r = y.minus(f);
            return y.signum() == 0 ? y.constant(AbsolutePercentageError.pole(r.signum())) : r.dividedBy(y);
        }

        // -1 / y
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            return y.signum() == 0
                    ? y.constant(Double.NEGATIVE_INFINITY)
                    : y.constant(-1).dividedBy(y);
        }

        // 0
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return y.constant(0);
        }
    }
}

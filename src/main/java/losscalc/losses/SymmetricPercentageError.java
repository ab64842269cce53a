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

/** Absolute error in proportion to the mean size of target and prediction. */
final class SymmetricPercentageError implements Loss {
    private static final Param FLOOR =
            new Param("floor", 0, Interval.NON_NEGATIVE, "a sum of sizes that is less is taken for this");

    @Override
    public Card card() {
        return Card.of("smape", "Symmetric absolute percentage error")
                .aliases(
                        "symmetric_mean_absolute_percentage_error",
                        "symmetric_mape",
                        "symmetric_absolute_percentage_error")
                .about(Family.REGRESSION, "the residual as a fraction of the mean size of target and prediction")
                .use("A percentage that stays bounded (0 to 2) where targets may be small.")
                .avoid(
                        "Targets are zero or change sign: then it is 2 or meaningless; it is not symmetric in over and under.")
                .formula("2 |y - f| / max(|y| + |f|, floor),    0 at y = f = 0")
                .gradient("4 |y| sign(f - y) / (|y| + |f|)^2 if y and f have the same sign, else 0; -2 / y at f = 0;"
                        + " 2 sign(f - y) / floor where the sizes add up to less")
                .hessian("-8 |y| sign(f - y) sign(f) / (|y| + |f|)^3 if y and f have the same sign, else 0")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(FLOOR)
                .working(Working.RESIDUAL)
                .twin("torchmetrics", "symmetric_mean_absolute_percentage_error", "--floor 1.17e-6")
                .twin("yardstick", "smape", "--percent")
                .twin("catboost", "SMAPE", "--percent")
                .twin("r-metrics", "smape")
                .note("From 0 to 2. Some texts leave the 2 out, and it ends at 1.")
                .note("It is 2 wherever y and f have different signs, however near they are.")
                .note("Not symmetric in the residual: too low costs more than too high.")
                .source("S. Makridakis, Accuracy measures: theoretical and practical concerns, 1993;"
                        + " https://doi.org/10.1016/0169-2070(93)90079-3");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(FLOOR));
    }

    record Equation(double floor) implements AlgebraicFormula {
        // 2 |y - f| / max(|y| + |f|, floor)
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            R r = y.minus(f).abs();
            return r.signum() == 0
                    ? r
                    : r.times(2).dividedBy(y.abs().plus(f.abs()).max(y.constant(floor)));
        }

        // 4 |y| sign(f - y) / (|y| + |f|)²;  at f = 0, a corner, the mean of both sides
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            if (isHeld(y, f)) {
                return y.constant(2 * f.compareTo(y)).dividedBy(floor);
            }
            if (f.signum() == 0 && y.signum() != 0) {
                return y.constant(-2).dividedBy(y);
            }
            if (y.signum() * f.signum() <= 0) {
                return y.constant(0);
            }
            R sum = y.abs().plus(f.abs());
            return y.abs().dividedBy(sum).dividedBy(sum).times(4 * f.compareTo(y));
        }

        // -8 |y| sign(f - y) sign(f) / (|y| + |f|)³
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            if (y.signum() * f.signum() <= 0 || isHeld(y, f)) {
                return y.constant(0);
            }
            R sum = y.abs().plus(f.abs());
            R size = y.abs().dividedBy(sum).dividedBy(sum).dividedBy(sum);
            return size.times(-8 * f.compareTo(y) * f.signum());
        }

        private <R extends Field<R>> boolean isHeld(R y, R f) {
            return y.abs().plus(f.abs()).compareTo(floor) < 0;
        }
    }
}

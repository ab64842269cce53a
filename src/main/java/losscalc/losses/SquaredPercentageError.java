package losscalc.losses;

import losscalc.loss.AlgebraicFormula;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Field;

/** The square of the percentage error. */
final class SquaredPercentageError implements Loss {
    @Override
    public Card card() {
        return Card.of("spe", "Squared percentage error")
                .aliases("mspe", "squared_percentage_error")
                .shorthand("--reduction", "root", "rmspe", "root_mean_squared_percentage_error")
                .about(Family.REGRESSION, "the square of the residual as a fraction of the target")
                .use("Relative errors, large ones more than in proportion, as in sales competitions.")
                .avoid("Targets near zero: worse still than with ape.")
                .formula("((y - f) / max(|y|, floor))^2")
                .gradient("2 (f - y) / max(|y|, floor)^2")
                .hessian("2 / max(|y|, floor)^2")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(AbsolutePercentageError.FLOOR)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.RESIDUAL)
                .twin("mlmetrics", "RMSPE", "--reduction root")
                .twin("ludwig", "root_mean_squared_percentage_error", "--reduction root")
                .note("A fraction: 0.01 is ten percent, squared. Its root mean, RMSPE, is --reduction root.")
                .note("A target of 0 without a floor: infinite, or 0 where the prediction is 0 too.")
                .source("R. J. Hyndman and A. B. Koehler, Another look at measures of forecast accuracy, 2006;"
                        + " https://doi.org/10.1016/j.ijforecast.2006.03.001");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(AbsolutePercentageError.FLOOR));
    }

    record Equation(double floor) implements AlgebraicFormula {
        // ((y - f) / max(|y|, floor))²
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            R size = size(y);
            R r = y.minus(f).abs();
            return size.signum() == 0
                    ? y.constant(AbsolutePercentageError.pole(r.signum()))
                    : r.dividedBy(size).squared();
        }

        // 2 (f - y) / max(|y|, floor)²
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            R size = size(y);
            R slope = f.minus(y).times(2);
            return size.signum() == 0
                    ? y.constant(AbsolutePercentageError.pole(slope.signum()))
                    : slope.dividedBy(size).dividedBy(size);
        }

        // 2 / max(|y|, floor)²
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            R size = size(y);
            return size.signum() == 0
                    ? y.constant(Double.POSITIVE_INFINITY)
                    : y.constant(2).dividedBy(size).dividedBy(size);
        }

        private <R extends Field<R>> R size(R y) {
            return AbsolutePercentageError.size(y, floor);
        }
    }
}

package losscalc.losses;

import losscalc.loss.AlgebraicFormula;
import losscalc.loss.BestConstant;
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

/** Absolute error in proportion to the target; its mean is the mean absolute percentage error. */
final class AbsolutePercentageError implements Loss {
    static final Param FLOOR =
            new Param("floor", 0, Interval.NON_NEGATIVE, "targets smaller than this, in size, are taken for this size");

    @Override
    public Card card() {
        return Card.of("ape", "Absolute percentage error")
                .aliases("mape", "mean_absolute_percentage_error", "absolute_percentage_error")
                .shorthand("--reduction", "median", "mdape", "MedianAPE")
                .about(Family.REGRESSION, "the size of the residual as a fraction of the target")
                .use("Targets are well away from zero and people think in percent.")
                .avoid(
                        "Targets near zero: single rows explode; it also favours predictions that are too low (wmape, mase).")
                .formula("|y - f| / max(|y|, floor)")
                .gradient("sign(f - y) / max(|y|, floor), and 0 at f = y")
                .hessian("0")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(FLOOR)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.RESIDUAL)
                .twin("sklearn", "mean_absolute_percentage_error", "--floor 2.220446049250313e-16")
                .twin("keras", "MeanAbsolutePercentageError", "--floor 1e-7 --percent --mean-over rows")
                .twin("torchmetrics", "mean_absolute_percentage_error", "--floor 1.17e-6")
                .twin("lightgbm", "mape", "--floor 1", "targets below 1 are not divided by")
                .twin("catboost", "MAPE", "--floor 1", "targets below 1 are not divided by")
                .twin("xgboost", "mape")
                .twin("yardstick", "mape", "--percent")
                .twin("r-metrics", "mape")
                .twin("mlmetrics", "MAPE")
                .twin("mlmetrics", "MedianAPE", "--reduction median")
                .note("A fraction: 0.1 is ten percent.")
                .note("A target of 0 without a floor: infinite, or 0 where the prediction is 0 too"
                        + " (what it comes to as the floor goes to 0).")
                .note("The best constant prediction is low: too high costs more than too low can.")
                .source("R. J. Hyndman and A. B. Koehler, Another look at measures of forecast accuracy, 2006;"
                        + " https://doi.org/10.1016/j.ijforecast.2006.03.001");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(FLOOR));
    }

    record Equation(double floor) implements AlgebraicFormula {
        // |y - f| / max(|y|, floor)
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            R size = size(y, floor);
            R r = y.minus(f).abs();
            return size.signum() == 0 ? y.constant(pole(r.signum())) : r.dividedBy(size);
        }

        // sign(f - y) / max(|y|, floor)
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            R size = size(y, floor);
            int side = f.compareTo(y);
            return size.signum() == 0
                    ? y.constant(pole(side))
                    : y.constant(side).dividedBy(size);
        }

        // 0
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return y.constant(0);
        }
    }

    /** What the residual is divided by. */
    static <R extends Field<R>> R size(R y, double floor) {
        return y.abs().max(y.constant(floor));
    }

    /** What sign / size comes to as the size goes to 0. */
    static double pole(int sign) {
        return sign == 0 ? 0 : sign / 0.0;
    }
}

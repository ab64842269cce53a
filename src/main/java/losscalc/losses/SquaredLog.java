package losscalc.losses;

import losscalc.loss.AnalyticFormula;
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
import losscalc.num.Real;

/** Squared logarithmic error; its mean is the mean squared logarithmic error. */
final class SquaredLog implements Loss {
    private static final Param FLOOR = new Param(
            "floor", Double.NaN, Interval.above(-1), "targets and predictions that are less are taken for this");

    @Override
    public Card card() {
        return Card.of("squared-log", "Squared logarithmic error")
                .aliases(
                        "msle",
                        "sle",
                        "mean_squared_log_error",
                        "MeanSquaredLogarithmicError",
                        "squared_log_error",
                        "squared_logarithmic_error")
                .shorthand("--reduction", "root", "rmsle", "root_mean_squared_log_error")
                .about(Family.REGRESSION, "squared error of log(1 + x): proportions count, not differences")
                .use("Positive targets over orders of magnitude, where ratios count; zeros are allowed.")
                .avoid("Negative values occur, or being too low and too high by a unit cost the same.")
                .formula("(log(1 + y) - log(1 + f))^2")
                .gradient("2 (log(1 + f) - log(1 + y)) / (1 + f)")
                .hessian("2 (1 - log(1 + f) + log(1 + y)) / (1 + f)^2")
                .target(Target.NUMBER, Interval.above(-1))
                .prediction(Interval.above(-1))
                .param(FLOOR)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.RESIDUAL)
                .twin("sklearn", "mean_squared_log_error", "", "refuses negative values")
                .twin(
                        "sklearn",
                        "root_mean_squared_log_error",
                        "--reduction root",
                        "of several targets: the mean of their roots")
                .twin(
                        "keras",
                        "MeanSquaredLogarithmicError",
                        "--floor 1e-7 --mean-over rows",
                        "takes values of -1 and less, too, for the floor")
                .twin("torchmetrics", "mean_squared_log_error")
                .twin("xgboost", "rmsle", "--reduction root")
                .twin("catboost", "MSLE")
                .twin("r-metrics", "msle")
                .twin("r-metrics", "rmsle", "--reduction root")
                .twin("mlmetrics", "RMSLE", "--reduction root")
                .note("log(1 + x), not log x: zeros are allowed. Natural logarithm.")
                .note("Its root mean, RMSLE, is --reduction root.")
                .source("scikit-learn, Mean squared logarithmic error;"
                        + " https://scikit-learn.org/stable/modules/model_evaluation.html#mean-squared-log-error");
    }

    @Override
    public Formula formula(Setup setup) {
        double floor = setup.value(FLOOR);
        return Double.isNaN(floor) ? new Equation() : new Floored(new Equation(), floor, floor);
    }

    record Equation() implements AnalyticFormula {
        // (log(1 + y) - log(1 + f))²
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return difference(y, f).squared();
        }

        // 2 (log(1 + f) - log(1 + y)) / (1 + f)
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return difference(f, y).times(2).dividedBy(f.plus(1));
        }

        // 2 (1 - log(1 + f) + log(1 + y)) / (1 + f)²
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            R base = f.plus(1);
            return difference(y, f).plus(1).times(2).dividedBy(base).dividedBy(base);
        }

        /** log(1 + a) - log(1 + b) = log(1 + (a - b) / (1 + b)), which does not cancel. */
        private static <R extends Real<R>> R difference(R a, R b) {
            R base = b.plus(1);
            R step = a.minus(b).dividedBy(base);
            return step.abs().compareTo(0.5) < 0
                    ? step.log1p()
                    : a.plus(1).dividedBy(base).log();
        }
    }
}

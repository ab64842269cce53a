package losscalc.losses;

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
import losscalc.num.Twofold;

/** Squared error; its mean is the mean squared error. */
final class SquaredError implements Loss {
    @Override
    public Card card() {
        return Card.of("mse", "Mean squared error")
                .aliases("squared", "se", "l2", "MSELoss", "mean_squared_error", "squared_error")
                .aliases("L2DistLoss", "classic", "regression_l2")
                .shorthand("--reduction", "root", "rmse", "root_mean_squared_error", "l2_root")
                .shorthand("--reduction", "sum", "sse", "sum_of_squared_errors")
                .about(Family.REGRESSION, "the square of the residual; large errors dominate")
                .use("The mean is what you want, and large errors cost more than in proportion.")
                .avoid("Outliers or heavy tails are in the targets: one row can be the whole sum (mae, huber).")
                .formula("(y - f)^2")
                .gradient("2 (f - y)")
                .hessian("2")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .bestConstant(BestConstant.MEAN)
                .working(Working.RESIDUAL)
                .twin("torch", "MSELoss")
                .twin("keras", "MeanSquaredError", "--mean-over rows")
                .twin("keras", "RootMeanSquaredError", "--reduction root", "a metric")
                .twin("sklearn", "mean_squared_error")
                .twin(
                        "sklearn",
                        "root_mean_squared_error",
                        "--reduction root",
                        "of several targets: the mean of their roots")
                .twin("optax", "squared_error")
                .twin("torchmetrics", "mean_squared_error")
                .twin("xgboost", "rmse", "--reduction root")
                .twin("lightgbm", "l2")
                .twin("lightgbm", "rmse", "--reduction root")
                .twin("catboost", "RMSE", "--reduction root")
                .twin("yardstick", "mse")
                .twin("yardstick", "rmse", "--reduction root")
                .twin("vw", "squared", "", "linear beyond the range of the labels that it has seen")
                .twin("vw", "classic")
                .twin("r-metrics", "mse")
                .twin("r-metrics", "rmse", "--reduction root")
                .twin("r-metrics", "sse", "--reduction sum")
                .twin("mlmetrics", "MSE")
                .twin("mlmetrics", "RMSE", "--reduction root")
                .twin("juliaml", "L2DistLoss")
                .note("No one-half: half-squared is the form with it.")
                .source("C. F. Gauss, Theoria combinationis observationum erroribus minimis obnoxiae, 1823, section 6;"
                        + " https://scikit-learn.org/stable/modules/model_evaluation.html#mean-squared-error");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements ResidualFormula {
        // (y - f)²
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            return y.minus(f).squared();
        }

        @Override
        public double quick(double r, double dr) {
            return Twofold.squared(r, dr);
        }

        // 2 (f - y)
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            return f.minus(y).times(2);
        }

        // 2
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return y.constant(2);
        }
    }
}

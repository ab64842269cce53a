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

/** Absolute error; its mean is the mean absolute error. */
final class AbsoluteError implements Loss {
    @Override
    public Card card() {
        return Card.of("mae", "Mean absolute error")
                .aliases("absolute", "ae", "l1", "L1Loss", "mean_absolute_error", "absolute_error")
                .aliases("L1DistLoss", "regression_l1", "absolute_difference")
                .shorthand("--reduction", "median", "medae", "median_absolute_error", "mdae", "MedianAE")
                .shorthand("--reduction", "max", "max_error", "max_absolute_error")
                .about(Family.REGRESSION, "the size of the residual; every unit of error counts the same")
                .use("Every unit of error costs the same, outliers included; the best constant is the median.")
                .avoid("You predict a mean, of sums or money say: mae rewards the median instead.")
                .formula("|y - f|")
                .gradient("sign(f - y), and 0 at f = y")
                .hessian("0")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.RESIDUAL)
                .twin("torch", "L1Loss")
                .twin("keras", "MeanAbsoluteError", "--mean-over rows")
                .twin("sklearn", "mean_absolute_error")
                .twin(
                        "sklearn",
                        "median_absolute_error",
                        "--reduction median",
                        "of several targets: the mean of their medians; takes weights")
                .twin("sklearn", "max_error", "--reduction max")
                .twin("torchmetrics", "mean_absolute_error")
                .twin("xgboost", "mae")
                .twin("lightgbm", "l1")
                .twin("catboost", "MAE")
                .twin("catboost", "MedianAbsoluteError", "--reduction median")
                .twin("yardstick", "mae")
                .twin("r-metrics", "mae")
                .twin("r-metrics", "mdae", "--reduction median")
                .twin("mlmetrics", "MAE")
                .twin("mlmetrics", "MedianAE", "--reduction median")
                .twin("juliaml", "L1DistLoss")
                .source("P. S. Laplace, Mémoire sur la probabilité des causes par les évènements, 1774;"
                        + " https://doi.org/10.1214/ss/1177013621 (translation)");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements ResidualFormula {
        // |y - f|
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            return y.minus(f).abs();
        }

        @Override
        public double quick(double r, double dr) {
            return Math.abs(r);
        }

        // sign(f - y)
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            return y.constant(f.compareTo(y));
        }

        // 0
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return y.constant(0);
        }
    }
}

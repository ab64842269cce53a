package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Outputs;
import losscalc.loss.Param;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Moments;
import losscalc.num.Rational;

/** Root mean squared error in proportion to the size or the spread of the targets. */
final class NormalizedRootError implements Loss {
    private static final Param DIVISOR = Param.choice(
            "divisor",
            "what it is divided by: the size of the mean, the range, the deviation or the length of the targets",
            "mean",
            "range",
            "std",
            "l2");

    @Override
    public Card card() {
        return Card.of("nrmse", "Normalized root mean squared error")
                .aliases("normalized_rmse", "normalized_root_mean_squared_error", "relative_rmse")
                .shorthand("--divisor", "range", "rmse_relative")
                .about(Family.SCORE, "the root mean squared error without its unit, to compare targets of other scales")
                .use("rmse across targets of different units.")
                .avoid("The range or mean it is divided by is itself unstable.")
                .formula("""
                        sqrt(mean of (y - f)^2) / d
                        d = |mean y|, max y - min y, sqrt(mean of (y - mean y)^2), or sqrt(sum of y^2)
                        """)
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(DIVISOR)
                .ofSets()
                .twin(
                        "torchmetrics",
                        "normalized_root_mean_squared_error",
                        "",
                        "negative where the mean of the targets is")
                .twin("yardstick", "rmse_relative", "--divisor range")
                .note("By the standard deviation it is the root of 1 - r2. Its divisor is n, not n - 1.")
                .note("A row that weighs nothing has no say in the range.")
                .note(Outputs.NOTE)
                .source(
                        "TorchMetrics, Normalized root mean squared error; https://lightning.ai/docs/torchmetrics/stable/"
                                + "regression/normalized_root_mean_squared_error.html");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation((int) setup.value(DIVISOR));
    }

    record Equation(int by) implements MomentScore {
        // √(Σ (y - f)² / n / d²)
        @Override
        public double of(Moments sums) {
            Rational mean = sums.squaredErrors().dividedBy(sums.weight());
            Rational size = squaredSize(sums);
            return size.signum() == 0
                    ? mean.signum() / 0.0
                    : mean.dividedBy(size).root();
        }

        private Rational squaredSize(Moments sums) {
            switch (by) {
                case 0:
                    return sums.meanTarget().squared();
                case 1:
                    return sums.range().squared();
                case 2:
                    return sums.targetSpread().dividedBy(sums.weight());
                default:
                    return sums.squaredTargets();
            }
        }
    }
}

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

/** Coefficient of determination, adjusted for the number of predictors. */
final class AdjustedDetermination implements Loss {
    private static final Param PREDICTORS = Param.whole(
                    "predictors", 1, Interval.atLeast(0), "how many independent variables the model has")
            .required();

    @Override
    public Card card() {
        return Card.of("adjusted-r2", "Adjusted coefficient of determination")
                .aliases("adj_r2", "adjusted_r_squared", "r2_adjusted")
                .about(Family.SCORE, "r2 that does not rise just because a model has more variables; 1 is perfect")
                .use("r2 of linear models with different numbers of variables.")
                .avoid("Predictions on data the model was not fitted to: r2.")
                .formula("1 - (1 - r2) (n - 1) / (n - p - 1),    n rows,  p = predictors")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(PREDICTORS)
                .ofSets()
                .higherIsBetter()
                .twin("keras", "R2Score", "", "with num_regressors")
                .twin("torchmetrics", "r2_score", "", "with adjusted")
                .note("Not a number where there are no more rows than predictors and one.")
                .note("n counts rows, whatever their weights.")
                .note(Outputs.NOTE)
                .source(
                        "M. Ezekiel, Methods of Correlation Analysis, 1930; as in J. Karch, Improving on adjusted R-squared,"
                                + " 2020; https://doi.org/10.1525/collabra.343");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation((long) setup.value(PREDICTORS));
    }

    record Equation(long predictors) implements MomentScore {
        // 1 - Σ (y - f)² / Σ (y - ȳ)² (n - 1) / (n - p - 1)
        @Override
        public double of(Moments sums) {
            long free = sums.count() - predictors - 1;
            if (free <= 0) {
                return Double.NaN;
            }
            Rational all = sums.targetSpread().times(free);
            Rational left = sums.squaredErrors().times(sums.count() - 1);
            return MomentScore.quotient(all.minus(left), all);
        }
    }
}

package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Outputs;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Moments;
import losscalc.num.Rational;

/** Coefficient of determination. */
final class DeterminationCoefficient implements Loss {
    @Override
    public Card card() {
        return Card.of("r2", "Coefficient of determination")
                .aliases(
                        "r2_score",
                        "r_squared",
                        "R2Score",
                        "rsq_trad",
                        "RSquare",
                        "explained_variation",
                        "nash_sutcliffe",
                        "nse")
                .about(Family.SCORE, "the share of the targets' variance that the predictions explain; 1 is perfect")
                .use("The share of variance explained, to compare with the plain mean of the targets.")
                .avoid("Between data sets: it depends on how much the targets vary.")
                .formula("1 - sum of (y - f)^2 / sum of (y - mean y)^2")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(MomentScore.FORCE_FINITE)
                .ofSets()
                .higherIsBetter()
                .twin("sklearn", "r2_score", "--force-finite yes")
                .twin(
                        "torchmetrics",
                        "r2_score",
                        "--force-finite yes",
                        "sums of squares of up to 1e-4 count as 0; cancels where the mean is far from 0")
                .twin("keras", "R2Score", "", "0 in place of -Infinity; cancels where the mean is far from 0")
                .twin("lightgbm", "r2", "--force-finite yes")
                .twin("catboost", "R2", "", "1 where all targets are the same")
                .twin("yardstick", "rsq_trad")
                .twin("yardstick", "rsq", "", "another loss: corr2")
                .twin("r-metrics", "explained_variation")
                .twin("mlmetrics", "R2_Score")
                .twin("tensorflow-addons", "RSquare")
                .twin("evaluate", "r_squared", "", "rounded to three decimals")
                .note("0 is what the mean of the targets reaches; worse predictions are negative, without end.")
                .note("Where all targets are the same it is -Infinity, or not a number for a perfect prediction;"
                        + " --force-finite yes makes that 0 and 1, as scikit-learn does, but of one row.")
                .note("With weights all sums and the mean are weighted.")
                .note(Outputs.NOTE)
                .source("S. Wright, Correlation and causation, 1921;"
                        + " https://naldc.nal.usda.gov/catalog/IND43966364");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(MomentScore.FORCE_FINITE) != 0);
    }

    record Equation(boolean isFinite) implements MomentScore {
        // 1 - Σ (y - f)² / Σ (y - ȳ)²
        @Override
        public double of(Moments sums) {
            Rational all = sums.targetSpread();
            Rational explained = all.minus(sums.squaredErrors());
            return isFinite && sums.count() > 1
                    ? MomentScore.finiteQuotient(explained, all)
                    : MomentScore.quotient(explained, all);
        }
    }
}

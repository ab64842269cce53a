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
                        "nash_sutcliffe")
                .about(Family.SCORE, "the share of the targets' variance that the predictions explain; 1 is perfect")
                .use("The share of variance explained, to compare with the plain mean of the targets.")
                .avoid("Between data sets: it depends on how much the targets vary.")
                .formula("1 - sum of (y - f)^2 / sum of (y - mean y)^2")
                .gradient("none: a set of rows has the score, not a row")
                .hessian("none: a set of rows has the score, not a row")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .ofSets()
                .higherIsBetter()
                .twin("sklearn", "r2_score", "", "1 or 0 where all targets are the same")
                .twin("torchmetrics", "r2_score", "", "cancels where the mean is far from 0")
                .twin("keras", "R2Score", "", "0 where all targets are the same")
                .twin("lightgbm", "r2", "", "1 or 0 where all targets are the same")
                .twin("catboost", "R2")
                .twin("yardstick", "rsq_trad")
                .twin("r-metrics", "explained_variation")
                .twin("mlmetrics", "R2_Score")
                .twin("tensorflow-addons", "RSquare")
                .twin("yardstick", "rsq", "", "another score: corr2")
                .note("0 is what the mean of the targets reaches; worse predictions are negative, without end.")
                .note("Where all targets are the same it is -Infinity, or not a number for a perfect prediction.")
                .note("With weights all sums and the mean are weighted.")
                .note(Outputs.NOTE)
                .source("S. Wright, Correlation and causation, 1921;"
                        + " https://naldc.nal.usda.gov/catalog/IND43966364");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements MomentScore {
        // 1 - Σ (y - f)² / Σ (y - ȳ)²
        @Override
        public double of(Moments sums) {
            Rational all = sums.targetSpread();
            return MomentScore.quotient(all.minus(sums.squaredErrors()), all);
        }
    }
}

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

/** Explained variance. */
final class ExplainedVariance implements Loss {
    @Override
    public Card card() {
        return Card.of("explained-variance", "Explained variance")
                .aliases("explained_variance_score", "evs")
                .about(Family.SCORE, "r2 that forgives predictions that are all off by the same amount; 1 is perfect")
                .use("r2 where a constant offset is known and will be corrected.")
                .avoid("The offset is an error like any other: r2.")
                .formula("1 - variance of (y - f) / variance of y")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(MomentScore.FORCE_FINITE)
                .ofSets()
                .higherIsBetter()
                .twin("sklearn", "explained_variance_score", "--force-finite yes")
                .twin("torchmetrics", "explained_variance", "--force-finite yes")
                .note("It is r2 where the errors have the mean 0, else more.")
                .note(Outputs.NOTE)
                .source("scikit-learn, Explained variance score;"
                        + " https://scikit-learn.org/stable/modules/model_evaluation.html#explained-variance-score");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(MomentScore.FORCE_FINITE) != 0);
    }

    record Equation(boolean isFinite) implements MomentScore {
        // 1 - Σ (e - ē)² / Σ (y - ȳ)²,  e = y - f
        @Override
        public double of(Moments sums) {
            Rational all = sums.targetSpread();
            Rational common = sums.meanError().squared().times(sums.weight());
            Rational explained = all.minus(sums.squaredErrors()).plus(common);
            return isFinite ? MomentScore.finiteQuotient(explained, all) : MomentScore.quotient(explained, all);
        }
    }
}

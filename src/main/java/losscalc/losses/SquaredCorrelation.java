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

/** The square of Pearson's correlation coefficient. */
final class SquaredCorrelation implements Loss {
    @Override
    public Card card() {
        return Card.of("corr2", "Squared correlation")
                .aliases("rsq", "squared_correlation", "squared_pearson")
                .about(Family.SCORE, "how well some straight line turns predictions into targets, from 0 to 1")
                .use("Whether predictions follow the targets up to scale and offset.")
                .avoid("The predictions are to be used as they are: r2; corr2 does not see bias.")
                .formula("cov(y, f)^2 / (var y  var f)")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .ofSets()
                .higherIsBetter()
                .twin("yardstick", "rsq")
                .note("Predictions that are shifted, stretched or turned upside down lose nothing: it is no measure of"
                        + " error. r2 is.")
                .note("Not a number where all targets, or all predictions, are the same.")
                .note(Outputs.NOTE)
                .source("K. Pearson, Note on regression and inheritance in the case of two parents, 1895;"
                        + " https://doi.org/10.1098/rspl.1895.0041");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements MomentScore {
        // (Σ (y - ȳ)(f - f̄))² / (Σ (y - ȳ)² Σ (f - f̄)²)
        @Override
        public double of(Moments sums) {
            Rational both = sums.targetSpread().times(sums.predictionSpread());
            return MomentScore.quotient(sums.commonSpread().squared(), both);
        }
    }
}

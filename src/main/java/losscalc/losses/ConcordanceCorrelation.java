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

/** Lin's concordance correlation coefficient. */
final class ConcordanceCorrelation implements Loss {
    private static final Param DIVISOR =
            Param.choice("divisor", "of the variances and the covariance: n, as Lin has it, or n - 1", "n", "n-1");

    @Override
    public Card card() {
        return Card.of("ccc", "Concordance correlation coefficient")
                .aliases("concordance_corrcoef", "concordance_correlation", "lins_ccc")
                .about(Family.SCORE, "how near the pairs lie to the line y = f, from -1 to 1; 1 is perfect")
                .use("Agreement of two measurements of the same thing: bias and scatter both count.")
                .avoid("A linear relation is enough: corr2.")
                .formula("2 cov(y, f) / (var y + var f + (mean y - mean f)^2)")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(DIVISOR)
                .ofSets()
                .higherIsBetter()
                .twin("keras", "ConcordanceCorrelation", "", "adds 1e-7 to the denominator")
                .twin("yardstick", "ccc", "--divisor n-1", "unless bias = TRUE")
                .twin("torchmetrics", "concordance_corrcoef", "--divisor n-1")
                .note("A correlation that is lowered by every shift and every stretch between y and f.")
                .note(Outputs.NOTE)
                .source("L. I.-K. Lin, A concordance correlation coefficient to evaluate reproducibility, 1989;"
                        + " https://doi.org/10.2307/2532051");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(DIVISOR) != 0);
    }

    record Equation(boolean sample) implements MomentScore {
        // 2 Σ (y - ȳ)(f - f̄) / (Σ (y - ȳ)² + Σ (f - f̄)² + c (ȳ - f̄)²),  c = Σ w, or that times (n - 1)/n
        @Override
        public double of(Moments sums) {
            Rational shift = sums.meanError().squared().times(sums.weight());
            if (sample) {
                shift = shift.times(sums.count() - 1).dividedBy(sums.count());
            }
            Rational all = sums.targetSpread().plus(sums.predictionSpread()).plus(shift);
            return MomentScore.quotient(sums.commonSpread().times(2), all);
        }
    }
}

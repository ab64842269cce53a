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

/** Squared error in proportion to that of the mean. */
final class RelativeSquaredError implements Loss {
    private static final Param ROOT =
            Param.choice("rooted", "whether the square root is taken: the root relative squared error", "no", "yes");

    @Override
    public Card card() {
        return Card.of("rse", "Relative squared error")
                .aliases("relative_squared_error")
                .shorthand("--rooted", "yes", "rrse", "root_relative_squared_error")
                .about(Family.SCORE, "the squared error in proportion to that of the targets' mean; 0 is perfect")
                .use("The squared error in proportion to that of the mean: 1 - r2.")
                .avoid("Absolute errors matter: rae.")
                .formula("sum of (y - f)^2 / sum of (y - mean y)^2,    and its square root with --rooted yes")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(ROOT)
                .ofSets()
                .twin("torchmetrics", "relative_squared_error", "", "squared=False is --rooted yes")
                .twin("r-metrics", "rse")
                .twin("r-metrics", "rrse", "--rooted yes")
                .twin("mlmetrics", "RRSE", "--rooted yes")
                .note("It is 1 - r2: 1 is what the mean of the targets reaches.")
                .note(Outputs.NOTE)
                .source("I. H. Witten, E. Frank and M. A. Hall, Data Mining, 2011, section 5.8;"
                        + " https://doi.org/10.1016/C2009-0-19715-5");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(ROOT) != 0);
    }

    record Equation(boolean root) implements MomentScore {
        // Σ (y - f)² / Σ (y - ȳ)²
        @Override
        public double of(Moments sums) {
            Rational left = sums.squaredErrors();
            Rational all = sums.targetSpread();
            return root && all.signum() > 0 ? left.dividedBy(all).root() : MomentScore.quotient(left, all);
        }
    }
}

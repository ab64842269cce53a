package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Real;

/** Weighted interval score of several quantiles. */
final class WeightedIntervalScore implements Loss {
    private static final Param LEVELS = Param.list(
            "levels", 0.5, Interval.open(0, 1), "which quantile each prediction column holds, in the columns' order");

    @Override
    public Card card() {
        return Card.of("wis", "Weighted interval score")
                .aliases("weighted_interval_score", "quantile_score", "multi_quantile")
                .about(Family.LIKELIHOOD, "for several predicted quantiles of one target: all of them in one number")
                .use("Several quantiles of one target are predicted, as in epidemic forecasting.")
                .avoid("A sample of the whole distribution is at hand: crps.")
                .formula(
                        "2 mean of pinball_k over k,    pinball_k = tau_k (y - f_k) if f_k <= y, else (1 - tau_k) (f_k - y)")
                .gradient("2/K (-tau_k if f_k < y, 1 - tau_k if f_k > y, 0 at f_k = y),    K levels tau_k")
                .hessian("0")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .predictions(1, Integer.MAX_VALUE)
                .param(LEVELS)
                .twin("yardstick", "weighted_interval_score")
                .twin(
                        "scoringutils",
                        "wis",
                        "",
                        "the mean over the intervals; the same where the median is among the levels")
                .twin("xgboost", "quantile", "", "half of it: the mean of pinball over the list quantile_alpha")
                .twin("catboost", "MultiQuantile", "", "half of it")
                .note("--levels 0.05,0.5,0.95 -p low,mid,high: a level for each column.")
                .note("With levels that are many and even it becomes crps.")
                .source(
                        "J. Bracher, E. L. Ray, T. Gneiting and N. G. Reich, Evaluating epidemic forecasts in an interval"
                                + " format, 2021; https://doi.org/10.1371/journal.pcbi.1008618");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.values(LEVELS).clone());
    }

    /** A class, not a record, because an array is no value. */
    private static final class Equation implements RowFormula {
        private final double[] levels;

        Equation(double[] levels) {
            this.levels = levels;
        }

        // 2/K Σ pinball_k
        @Override
        public <R extends Real<R>> R loss(Row row, R[] f) {
            R sum = f[0].constant(0);
            for (int k = 0; k < levels.length; k++) {
                sum = sum.plus(new Pinball.Equation(levels[k]).loss(row.target(0, sum), f[k]));
            }
            return sum.times(2).dividedBy(levels.length);
        }

        // 2/K pinball_k'
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
            for (int k = 0; k < levels.length; k++) {
                R slope = new Pinball.Equation(levels[k]).gradient(row.target(0, f[k]), f[k]);
                gradient[k] = slope.times(2).dividedBy(levels.length);
            }
        }

        // 0
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
            Arrays.fill(hessian, f[0].constant(0));
        }
    }
}

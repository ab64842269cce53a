package losscalc.losses;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Outputs;
import losscalc.loss.Param;
import losscalc.loss.Row;
import losscalc.loss.SetFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.ExactSum;
import losscalc.num.Rational;

/** Absolute error in proportion to that of the naive forecast: the mean absolute scaled error. */
final class ScaledError implements Loss {
    private static final Param SEASON = Param.whole(
            "season",
            1,
            Interval.atLeast(1),
            "how many rows before a target the one lies that the naive forecast takes");

    private static final Param MAE_TRAIN = new Param(
            "mae-train",
            Double.NaN,
            Interval.POSITIVE,
            "the naive forecast's mean absolute error on the training data, in place of that on this file");

    @Override
    public Card card() {
        return Card.of("mase", "Mean absolute scaled error")
                .aliases("mean_absolute_scaled_error")
                .about(Family.REGRESSION, "for time series: the error in proportion to that of repeating the past")
                .use("Forecasts of several series on one scale; below 1 beats repeating the past.")
                .avoid("The rows are not a time series in order.")
                .formula("mean of |y - f| / mean of |y_i - y_(i-m)|,    m = season;  or divided by mae-train")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(SEASON)
                .param(MAE_TRAIN)
                .ofSets()
                .twin("yardstick", "mase", "", "season is called m")
                .twin("r-metrics", "mase", "", "season is called step_size")
                .twin("evaluate", "mase", "", "takes the training series: --mae-train")
                .note(
                        "The order of the rows counts, unless --mae-train is given: they are a series, in the order of the"
                                + " file; with --by each group is one.")
                .note("The paper scales by the error on the training data; --mae-train is for that.")
                .note("Weights weigh the errors; the naive forecast's are not weighted.")
                .note("Not a number where there are no more rows than the season has. The targets are kept in memory.")
                .note(Outputs.NOTE)
                .source("R. J. Hyndman and A. B. Koehler, Another look at measures of forecast accuracy, 2006;"
                        + " https://doi.org/10.1016/j.ijforecast.2006.03.001");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation((int) Math.min(setup.value(SEASON), Integer.MAX_VALUE), setup.value(MAE_TRAIN));
    }

    record Equation(int season, double maeTrain) implements SetFormula {
        @Override
        public boolean isOfOutputs() {
            return true;
        }

        @Override
        public Accumulator start() {
            return new Series(this);
        }
    }

    /** The targets, each with the number of its row: the rows may come in any order. */
    private static final class Series implements SetFormula.Accumulator {
        private final Equation formula;
        private final ExactSum errors = new ExactSum();
        private final ExactSum weights = new ExactSum();
        /** The number of a row, and its target. */
        private final List<double[]> rows = new ArrayList<>();

        Series(Equation formula) {
            this.formula = formula;
        }

        @Override
        public void add(Row row, double weight) {
            double y = row.target()[0];
            WeightedPercentageError.addDistance(weight, y, row.prediction()[0], errors);
            weights.add(weight);
            if (Double.isNaN(formula.maeTrain)) {
                rows.add(new double[] {row.number(), y});
            }
        }

        @Override
        public void merge(SetFormula.Accumulator other) {
            Series more = (Series) other;
            errors.merge(more.errors);
            weights.merge(more.weights);
            rows.addAll(more.rows);
        }

        // (Σ |y - f| / n) / (Σ |y_i - y_(i-m)| / (n - m))
        @Override
        public double value() {
            if (!errors.isFinite() || weights.isZero()) {
                return Double.NaN;
            }
            Rational mean = errors.toRational().dividedBy(weights.toRational());
            if (!Double.isNaN(formula.maeTrain)) {
                return mean.dividedBy(formula.maeTrain).toDouble();
            }
            int pairs = rows.size() - formula.season;
            if (pairs <= 0) {
                return Double.NaN;
            }
            return MomentScore.quotient(mean.times(pairs), naiveErrors());
        }

        /** The sum of |y_i - y_(i-m)|. */
        private Rational naiveErrors() {
            rows.sort(ByNumber.INSTANCE);
            ExactSum sum = new ExactSum();
            for (int i = formula.season; i < rows.size(); i++) {
                WeightedPercentageError.addDistance(1, rows.get(i)[1], rows.get(i - formula.season)[1], sum);
            }
            return sum.toRational();
        }
    }

    /** The order of the file. */
    private enum ByNumber implements Comparator<double[]> {
        INSTANCE;

        @Override
        public int compare(double[] a, double[] b) {
            return Double.compare(a[0], b[0]);
        }
    }
}

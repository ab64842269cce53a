package losscalc.engine;

import java.util.List;

/**
 * What the losses of a set of rows come to.
 *
 * @param group the texts of the grouping columns; empty for all rows together
 * @param model the name of the prediction column, where there are several models; else null
 * @param n how many samples there are
 * @param mean their mean, weighted where there are weights: the exact sum divided and rounded once; where only
 *     a set of rows has a loss, that loss
 * @param sum their exact sum, each times its weight, rounded once; NaN where single rows have no loss
 * @param min the smallest, or null where single rows have no loss
 * @param max the largest, or null
 * @param spread how they are spread; the root of the mean alone when it was not asked for
 * @param quantiles the quantiles that were asked for, in that order
 * @param details what else is known of a set of rows that has a loss as a whole
 * @param reduced what the reduction makes of the losses where that is none of the other figures; else NaN
 */
public record Aggregate(
        List<String> group,
        String model,
        long n,
        double mean,
        double sum,
        Extreme min,
        Extreme max,
        Spread spread,
        double[] quantiles,
        double[] details,
        double reduced) {
    /**
     * How losses are spread.
     *
     * @param standardDeviation with divisor n - 1; NaN for less than two samples
     * @param standardError of the mean; NaN for less than two samples
     */
    public record Spread(double standardDeviation, double standardError) {}

    /** The value that a reduction asks for; the mean when it asks for none. */
    public double value(Reduction reduction) {
        if (reduction.isExtra()) {
            return reduced;
        }
        if (reduction == Reduction.MAX) {
            return max.value();
        }
        return reduction == Reduction.SUM && min != null ? sum : mean;
    }
}

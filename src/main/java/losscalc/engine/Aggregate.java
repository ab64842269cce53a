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
 * @param samples the other figures of the samples' losses; null where only a set of rows has a loss
 * @param details what else is known of a set of rows that has a loss as a whole
 */
public record Aggregate(
        List<String> group, String model, long n, double mean, SampleFigures samples, double[] details) {
    /** The value that a reduction asks for; the mean when it asks for none. */
    public double value(Reduction reduction) {
        if (samples == null) {
            return mean;
        }
        if (reduction.isExtra()) {
            return samples.reduced();
        }
        if (reduction == Reduction.MAX) {
            return samples.max().value();
        }
        return reduction == Reduction.SUM ? samples.sum() : mean;
    }
}

package losscalc.engine;

import losscalc.input.Counts;
import losscalc.problem.Where;

/**
 * What a run found.
 *
 * @param counts what became of the rows
 * @param mean the mean of the samples' losses, their exact sum divided and rounded once
 * @param sum their exact sum, rounded once
 * @param min the smallest
 * @param max the largest
 * @param infinite how many samples have an infinite loss
 * @param firstInfinite where the first of them stands, or null
 */
public record Result(
        Counts counts, double mean, double sum, Extreme min, Extreme max, long infinite, Where firstInfinite) {
    /** How many samples there are. */
    public long n() {
        return counts.used();
    }

    /** The value that a reduction asks for; the mean when it asks for none. */
    public double value(Reduction reduction) {
        return reduction == Reduction.SUM ? sum : mean;
    }
}

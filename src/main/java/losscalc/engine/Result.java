package losscalc.engine;

import java.util.List;
import losscalc.input.Counts;
import losscalc.problem.Where;

/**
 * What a run found.
 *
 * @param counts what became of the rows
 * @param groups one aggregate a group, and in each group one a model, in order; empty without groups; each is made
 *     anew when it is asked for
 * @param totals all rows together, one aggregate a model
 * @param infinite how many samples have an infinite loss
 * @param firstInfinite where the first of them stands, or null
 */
public record Result(
        Counts counts, List<Aggregate> groups, List<Aggregate> totals, long infinite, Where firstInfinite) {
    /** All rows together; of several models the first. */
    public Aggregate total() {
        return totals.get(0);
    }

    /** Which of several models has the best value, the smallest of a loss: the first of those that have it. */
    public int best(Job job) {
        int sign = job.card().isHigherBetter() ? -1 : 1;
        int best = 0;
        for (int k = 1; k < totals.size(); k++) {
            double value = sign * totals.get(k).value(job.reduction());
            if (value < sign * totals.get(best).value(job.reduction())) {
                best = k;
            }
        }
        return best;
    }
}

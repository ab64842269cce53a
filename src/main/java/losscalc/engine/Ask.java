package losscalc.engine;

import java.math.BigDecimal;
import java.util.List;

/**
 * Which figures of the losses are wanted beside sum, mean and ends; each costs something.
 *
 * @param spread standard deviation, standard error, root of the mean
 * @param quantiles the levels of the quantiles, each in [0, 1], as they were written
 * @param reduction which aggregate is the value
 */
public record Ask(boolean spread, List<BigDecimal> quantiles, Reduction reduction) {
    /** Sum, mean and ends alone. */
    public static final Ask LEAST = new Ask(false, List.of(), Reduction.MEAN);
}

package losscalc.engine;

import java.math.BigDecimal;
import java.util.List;
import losscalc.loss.Divisor;

/**
 * Which figures of the losses are wanted beside sum, mean and ends; each costs something.
 *
 * @param spread standard deviation, standard error, root of the mean
 * @param quantiles the levels of the quantiles, each in [0, 1], as they were written
 * @param reduction which aggregate is the value
 * @param divisor what the weighted sum is divided by for the mean; null where it is the sum of the rows' weights.
 *     Beside another divisor there is no spread
 */
public record WantedFigures(boolean spread, List<BigDecimal> quantiles, Reduction reduction, Divisor divisor) {
    /** The same with that divisor. */
    public WantedFigures with(Divisor other) {
        return new WantedFigures(spread && other == null, quantiles, reduction, other);
    }
}

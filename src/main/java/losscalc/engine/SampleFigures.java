package losscalc.engine;

/**
 * What the losses of samples come to, beside their mean.
 *
 * @param sum their exact sum, each times its weight, rounded once
 * @param min the smallest
 * @param max the largest
 * @param spread how they are spread, or null when it was not asked for
 * @param quantiles the quantiles that were asked for, in that order
 * @param reduced what the reduction makes of the losses where that is none of the other figures; else NaN
 */
public record SampleFigures(double sum, Extreme min, Extreme max, Spread spread, double[] quantiles, double reduced) {
    /**
     * How losses are spread.
     *
     * @param standardDeviation with divisor n - 1; NaN for less than two samples
     * @param standardError of the mean; NaN for less than two samples
     */
    public record Spread(double standardDeviation, double standardError) {}
}

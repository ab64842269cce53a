package losscalc.loss;

/**
 * What the options that many losses share change of a formula. All of it takes part before the result is rounded.
 *
 * @param normalized whether each row's probabilities are divided by their sum first
 * @param clip probabilities are held this far from 0 and 1; 0 for none
 * @param renormalized whether each row's probabilities are divided by their sum after that
 * @param logFloor no logarithm of a probability is less; -Infinity for none
 * @param smoothing the share of a label that is spread evenly over all labels
 * @param labelWeights what the loss of each label is multiplied by, in the order of the labels; null for none
 * @param factor what the loss is multiplied by
 * @param logBase the base of the logarithms; NaN for e
 */
public record Adjustments(
        boolean normalized,
        double clip,
        boolean renormalized,
        double logFloor,
        double smoothing,
        double[] labelWeights,
        double factor,
        double logBase) {
    /** The loss as its card says it. */
    public static final Adjustments NONE =
            new Adjustments(false, 0, false, Double.NEGATIVE_INFINITY, 0, null, 1, Double.NaN);

    /** The loss as its card says it, of numbers that stand for their shares of the row's sum. */
    public static final Adjustments NORMALIZED =
            new Adjustments(true, 0, false, Double.NEGATIVE_INFINITY, 0, null, 1, Double.NaN);

    /** Whether a probability, or the logarithm of one, is not what the prediction says. */
    public boolean holdsProbabilities() {
        return clip > 0 || renormalized || logFloor > Double.NEGATIVE_INFINITY;
    }

    /** The greatest probability: the double nearest to 1 less the clip, as libraries have it. */
    public double highest() {
        return 1 - clip;
    }

    /** The same with these weights of the labels. */
    public Adjustments with(double[] weights) {
        return new Adjustments(normalized, clip, renormalized, logFloor, smoothing, weights, factor, logBase);
    }

    /** The formula, with what is changed of its labels and of its result. */
    public Formula applyTo(Formula formula) {
        Formula adjusted = formula;
        if (smoothing > 0 || labelWeights != null) {
            adjusted = formula instanceof PointFormula
                    ? new LabelsOfPoint(Unrestricted.of((PointFormula) formula), smoothing, labelWeights)
                    : new LabelsOfRow((RowFormula) formula, smoothing, labelWeights);
        }
        if (factor == 1 && Double.isNaN(logBase)) {
            return adjusted;
        }
        if (adjusted instanceof AlgebraicFormula && Double.isNaN(logBase)) {
            return new TimesAlgebraic((AlgebraicFormula) adjusted, factor);
        }
        return adjusted instanceof PointFormula
                ? new TimesPoint(Unrestricted.of((PointFormula) adjusted), factor, logBase)
                : new TimesRow((RowFormula) adjusted, factor, 1, logBase);
    }
}

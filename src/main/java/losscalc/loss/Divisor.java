package losscalc.loss;

import losscalc.num.ExactSum;

/**
 * What the weighted sum of the losses is divided by for the mean, where that is not the sum of the rows' weights.
 *
 * @param byRows whether it is the number of rows, whatever they weigh
 * @param classWeights else the sum of the rows' weights, each times the weight of its class: one for each class,
 *     of two labels that of 0 (or -1) and that of 1; null where no class has a weight
 * @param labels how many targets of a row are each one of two labels: their mean weight counts; 0 where the row is
 *     one of the classes
 */
public record Divisor(boolean byRows, double[] classWeights, int labels) {
    /** Adds what row i of that weight counts for, exactly, {@link #times} over. */
    public void add(ExactSum sum, double weight, Block rows, int i) {
        if (byRows) {
            sum.add(1);
            return;
        }
        for (int k = 0; k < rows.layout().targets(); k++) {
            double share = Math.max(rows.target(k)[i], 0);
            if (labels > 0) {
                sum.addProduct(weight, classWeights[1], share);
                sum.addProduct(weight, classWeights[0]);
                sum.addProduct(-weight, classWeights[0], share);
            } else {
                sum.addProduct(weight, classWeights[k], share);
            }
        }
    }

    /** How many times over a row is counted: a sum of weights is exact, and their mean is not. */
    public int times() {
        return byRows ? 1 : Math.max(1, labels);
    }
}

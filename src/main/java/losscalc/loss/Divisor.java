package losscalc.loss;

/**
 * What the weighted sum of the losses is divided by for the mean, where that is not the sum of the rows' weights.
 *
 * @param byRows whether it is the number of rows, whatever they weigh
 * @param classWeights else the sum of the rows' weights, each times the weight of its class: one for each class,
 *     of two labels that of 0 (or -1) and that of 1; null where no class has a weight
 * @param ofPairs whether each target is one of two labels, and not its row one of the classes
 */
public record Divisor(boolean byRows, double[] classWeights, boolean ofPairs) {
    /** What row i counts for, beside its own weight. */
    public double of(Block rows, int i) {
        if (byRows || classWeights == null) {
            return 1;
        }
        int columns = rows.layout().targets();
        double sum = 0;
        for (int k = 0; k < columns; k++) {
            double t = rows.target(k)[i];
            sum += ofPairs ? ofLabel(t) / columns : t == 0 ? 0 : classWeights[k] * t;
        }
        return sum;
    }

    private double ofLabel(double y) {
        double share = Math.max(y, 0);
        return classWeights[1] * share + classWeights[0] * (1 - share);
    }
}

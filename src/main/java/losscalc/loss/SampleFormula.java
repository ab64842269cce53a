package losscalc.loss;

import losscalc.num.DoubleDouble;

/** A loss that each row has for itself. */
public non-sealed interface SampleFormula extends Formula {
    /**
     * The loss of every row of the block, each the exact value rounded once.
     *
     * @param rows the rows; their values lie in the domain of the card
     * @param loss receives {@code rows.rows()} values; infinite where the exact value is, or is beyond
     *     the largest double
     */
    void evaluate(Block rows, double[] loss);

    /**
     * The derivative of each row's loss with respect to each of its predictions.
     *
     * @param rows the rows
     * @param gradient receives, for each prediction column, {@code rows.rows()} values
     */
    void gradient(Block rows, double[][] gradient);

    /**
     * The second derivative of each row's loss with respect to each of its predictions: the diagonal of
     * the Hessian. Where a loss has a corner, it is that of the side to which the equation assigns the
     * corner.
     *
     * @param rows the rows
     * @param hessian receives, for each prediction column, {@code rows.rows()} values
     */
    void hessian(Block rows, double[][] hessian);

    /** Whether the loss of a target between the labels is the mean of the labels' losses. */
    default boolean isMeanOverLabels() {
        return false;
    }

    /** Rounded, and a zero without its sign: minus the logarithm of 1 is 0, and not -0. */
    static double rounded(DoubleDouble x) {
        return x.toDouble() + 0.0;
    }
}

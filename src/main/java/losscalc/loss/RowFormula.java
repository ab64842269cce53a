package losscalc.loss;

import losscalc.num.DoubleDouble;

/** A loss of a whole row: several targets and several predictions at once. */
public interface RowFormula extends Formula {
    /**
     * The loss of one row, to about 31 digits.
     *
     * @param target the row's targets; a class index or label has become a one-hot row
     * @param prediction the row's predictions
     */
    DoubleDouble loss(double[] target, double[] prediction);

    /** Its derivatives with respect to each prediction, to about 31 digits. */
    void gradient(double[] target, double[] prediction, DoubleDouble[] gradient);

    /** The loss rounded once; a formula that has a quicker way to the same bits overrides this. */
    default double rounded(double[] target, double[] prediction) {
        return loss(target, prediction).toDouble();
    }

    @Override
    default void evaluate(Block rows, double[] loss) {
        double[] target = new double[rows.targetColumns()];
        double[] prediction = new double[rows.predictionColumns()];
        for (int i = 0; i < rows.rows(); i++) {
            rows.targetsOf(i, target);
            rows.predictionsOf(i, prediction);
            loss[i] = rounded(target, prediction);
        }
    }

    @Override
    default void gradient(Block rows, double[][] gradient) {
        double[] target = new double[rows.targetColumns()];
        double[] prediction = new double[rows.predictionColumns()];
        DoubleDouble[] row = new DoubleDouble[prediction.length];
        for (int i = 0; i < rows.rows(); i++) {
            rows.targetsOf(i, target);
            rows.predictionsOf(i, prediction);
            gradient(target, prediction, row);
            for (int k = 0; k < row.length; k++) {
                gradient[k][i] = row[k].toDouble();
            }
        }
    }
}

package losscalc.loss;

import losscalc.num.DoubleDouble;

/** A loss of a whole row: several targets and several predictions at once, and further columns. */
public interface RowFormula extends SampleFormula {
    /** The loss of one row, to about 31 digits. */
    DoubleDouble loss(Row row);

    /** Its derivatives with respect to each prediction, to about 31 digits. */
    void gradient(Row row, DoubleDouble[] gradient);

    /** Its second derivatives with respect to each prediction, to about 31 digits. */
    void hessian(Row row, DoubleDouble[] hessian);

    /** The loss rounded once; a formula that has a quicker way to the same bits overrides this. */
    default double rounded(Row row) {
        return SampleFormula.rounded(loss(row));
    }

    @Override
    default void evaluate(Block rows, double[] loss) {
        Row row = new Row(rows.layout());
        for (int i = 0; i < rows.rows(); i++) {
            row.take(rows, i);
            loss[i] = rounded(row);
        }
    }

    @Override
    default void gradient(Block rows, double[][] gradient) {
        derivatives(rows, gradient, false);
    }

    @Override
    default void hessian(Block rows, double[][] hessian) {
        derivatives(rows, hessian, true);
    }

    private void derivatives(Block rows, double[][] into, boolean second) {
        Row row = new Row(rows.layout());
        double[] rounded = new double[rows.layout().predictions()];
        DoubleDouble[] derivatives = new DoubleDouble[rounded.length];
        for (int i = 0; i < rows.rows(); i++) {
            row.take(rows, i);
            derivatives(row, derivatives, rounded, second);
            for (int k = 0; k < rounded.length; k++) {
                into[k][i] = rounded[k];
            }
        }
    }

    /**
     * The first or second derivatives rounded once.
     *
     * @param unrounded receives them to about 31 digits
     * @param rounded receives them rounded
     */
    default void derivatives(Row row, DoubleDouble[] unrounded, double[] rounded, boolean second) {
        if (second) {
            hessian(row, unrounded);
        } else {
            gradient(row, unrounded);
        }
        for (int k = 0; k < rounded.length; k++) {
            rounded[k] = SampleFormula.rounded(unrounded[k]);
        }
    }
}

package losscalc.loss;

import losscalc.num.DoubleDouble;

/** A loss of a whole row: several targets and several predictions at once, and further columns. */
public interface RowFormula extends SampleFormula {
    /** The loss of one row, to about 31 digits. */
    DoubleDouble loss(Row row);

    /** Its derivatives with respect to each prediction, to about 31 digits. */
    void gradient(Row row, DoubleDouble[] gradient);

    /** The loss rounded once; a formula that has a quicker way to the same bits overrides this. */
    default double rounded(Row row) {
        return loss(row).toDouble();
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
        Row row = new Row(rows.layout());
        DoubleDouble[] slopes = new DoubleDouble[rows.layout().predictions()];
        for (int i = 0; i < rows.rows(); i++) {
            row.take(rows, i);
            gradient(row, slopes);
            for (int k = 0; k < slopes.length; k++) {
                gradient[k][i] = slopes[k].toDouble();
            }
        }
    }
}

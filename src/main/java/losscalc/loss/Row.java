package losscalc.loss;

/**
 * The numbers of one row, gathered from the columns of a block.
 *
 * <p>One object is used for all rows; who wants to keep a value copies it.
 */
public final class Row {
    private final double[] target;
    private final double[] prediction;
    private final double[] extra;
    private long number;

    /** Room for a row of that layout. */
    public Row(Layout layout) {
        target = new double[layout.targets()];
        prediction = new double[layout.predictions()];
        extra = new double[layout.extras()];
    }

    /** Takes over row i of a block. */
    public void take(Block rows, int i) {
        number = rows.number(i);
        for (int k = 0; k < target.length; k++) {
            target[k] = rows.target(k)[i];
        }
        for (int k = 0; k < prediction.length; k++) {
            prediction[k] = rows.prediction(k)[i];
        }
        for (int k = 0; k < extra.length; k++) {
            extra[k] = rows.extra(k)[i];
        }
    }

    /** Takes over one target of another row, and its prediction. */
    void takePair(Row row, int k) {
        number = row.number;
        target[0] = row.target[k];
        prediction[0] = row.prediction[k];
    }

    /** Its number among all rows of the data set, from 1. */
    public long number() {
        return number;
    }

    /** The targets; a class index or label has become a one-hot row. */
    public double[] target() {
        return target;
    }

    /** The predictions. */
    public double[] prediction() {
        return prediction;
    }

    /** The further columns, in the order of the card. */
    public double[] extra() {
        return extra;
    }
}

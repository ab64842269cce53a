package losscalc.loss;

import losscalc.num.Real;

/**
 * The numbers of one row, gathered from the columns of a block.
 *
 * <p>One object is used for all rows; who wants to keep a value copies it.
 */
public final class Row {
    private final double[] target;
    private final double[] prediction;
    private final double[] extra;
    private final double smoothing;
    private long number;

    /** Room for a row of that layout. */
    public Row(Layout layout) {
        target = new double[layout.targets()];
        prediction = new double[layout.predictions()];
        extra = new double[layout.extras()];
        smoothing = 0;
    }

    private Row(double[] target, Row others, double smoothing) {
        this.target = target;
        this.prediction = others.prediction;
        this.extra = others.extra;
        this.number = others.number;
        this.smoothing = smoothing;
    }

    /** The same whose {@linkplain #target(int, Real) targets} are y (1 - S) + S/C. */
    Row smoothed(double share) {
        return new Row(target, this, share);
    }

    /** The same with class c for certain. */
    Row ofClass(int c) {
        double[] certain = new double[target.length];
        certain[c] = 1;
        return new Row(certain, this, 0);
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

    /** Target c in the arithmetic of any number: not rounded where labels are smoothed. */
    public <R extends Real<R>> R target(int c, R any) {
        R y = any.constant(target[c]);
        return smoothing == 0
                ? y
                : any.constant(1)
                        .minus(smoothing)
                        .times(y)
                        .plus(any.constant(smoothing).dividedBy(target.length));
    }

    /** The greatest of 1 and its numbers, in absolute value. */
    double size() {
        return Math.max(size(target), Math.max(size(prediction), size(extra)));
    }

    private static double size(double[] numbers) {
        double size = 1;
        for (double x : numbers) {
            size = Math.max(size, Math.abs(x));
        }
        return size;
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

package losscalc.report;

import losscalc.engine.Computed;
import losscalc.loss.Block;

/** A copy of one sample, ordered by what it adds to the sum; of equal ones the first of the data is the largest. */
final class Kept implements Comparable<Kept> {
    private final double contribution;
    private final String file;
    private final long line;
    private final long number;
    private final double weight;
    private final String group;
    private final String text;
    private final double[] targets;
    private final double[] predictions;
    private final double[] extras;
    private final double[] loss;
    private final double[] gradient;
    private final double[] hessian;

    Kept(double contribution, Block rows, Computed values, int i) {
        this.contribution = contribution;
        file = rows.file(i);
        line = rows.line(i);
        number = rows.number(i);
        weight = rows.weights() == null ? 1 : rows.weights()[i];
        group = rows.groups() == null ? null : rows.groups()[i];
        text = rows.texts() == null ? null : rows.texts()[i];
        targets = new double[rows.layout().targets()];
        predictions = new double[rows.layout().predictions()];
        extras = new double[rows.layout().extras()];
        for (int k = 0; k < targets.length; k++) {
            targets[k] = rows.target(k)[i];
        }
        for (int k = 0; k < predictions.length; k++) {
            predictions[k] = rows.prediction(k)[i];
        }
        for (int k = 0; k < extras.length; k++) {
            extras[k] = rows.extra(k)[i];
        }
        loss = cells(values.loss(), i);
        gradient = cells(values.gradient(), i);
        hessian = cells(values.hessian(), i);
    }

    /** Whether a sample with that contribution, at that row, comes before this one. */
    boolean isBelow(double other, long row) {
        int order = Double.compare(other, contribution);
        return order > 0 || order == 0 && row < number;
    }

    @Override
    public int compareTo(Kept other) {
        int order = Double.compare(contribution, other.contribution);
        return order != 0 ? order : Long.compare(other.number, number);
    }

    /** Adds the sample to a block that has room for it. */
    void put(Block block, Computed values, double sum) {
        int i = block.rows();
        for (int k = 0; k < targets.length; k++) {
            block.target(k)[i] = targets[k];
        }
        for (int k = 0; k < predictions.length; k++) {
            block.prediction(k)[i] = predictions[k];
        }
        for (int k = 0; k < extras.length; k++) {
            block.extra(k)[i] = extras[k];
        }
        if (block.weights() != null) {
            block.weights()[i] = weight;
        }
        if (block.groups() != null) {
            block.groups()[i] = group;
        }
        if (block.texts() != null) {
            block.texts()[i] = text;
        }
        copy(loss, values.loss(), i);
        copy(gradient, values.gradient(), i);
        copy(hessian, values.hessian(), i);
        values.share()[i] = Sample.share(contribution, sum);
        block.commit(file, line, number);
    }

    private static double[] cells(double[][] columns, int i) {
        double[] cells = new double[columns.length];
        for (int k = 0; k < cells.length; k++) {
            cells[k] = columns[k][i];
        }
        return cells;
    }

    private static void copy(double[] cells, double[][] columns, int i) {
        for (int k = 0; k < cells.length; k++) {
            columns[k][i] = cells[k];
        }
    }
}

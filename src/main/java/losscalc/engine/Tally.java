package losscalc.engine;

import losscalc.loss.Block;
import losscalc.num.ExactSum;

/** What is kept of the losses: their exact sum, their ends, and where the first infinite one stands. */
final class Tally {
    private final ExactSum sum = new ExactSum();
    private long n;
    private double min = Double.POSITIVE_INFINITY;
    private long minRow;
    private double max = Double.NEGATIVE_INFINITY;
    private long maxRow;
    private long infinite;
    private String infiniteFile;
    private long infiniteLine;

    /** Takes in the losses of a block. */
    void add(Block rows, double[] loss) {
        int count = rows.rows();
        sum.addAll(loss, count);
        for (int i = 0; i < count; i++) {
            double x = loss[i];
            if (x < min || minRow == 0) {
                min = x;
                minRow = rows.number(i);
            }
            if (x > max || maxRow == 0) {
                max = x;
                maxRow = rows.number(i);
            }
            if (Double.isInfinite(x)) {
                if (infinite++ == 0) {
                    infiniteFile = rows.file(i);
                    infiniteLine = rows.line(i);
                }
            }
        }
        n += count;
    }

    long n() {
        return n;
    }

    double sum() {
        return sum.toDouble();
    }

    double mean() {
        return sum.mean(n);
    }

    Extreme min() {
        return new Extreme(min, minRow);
    }

    Extreme max() {
        return new Extreme(max, maxRow);
    }

    long infinite() {
        return infinite;
    }

    String infiniteFile() {
        return infiniteFile;
    }

    long infiniteLine() {
        return infiniteLine;
    }
}

package losscalc.engine;

import losscalc.loss.Block;

/** The smallest and the greatest of some losses, and the first rows that have them; both are NaN where a loss is. */
final class Extremes {
    private double min;
    /** 0 while there is none. */
    private long minRow;

    private double max;
    private long maxRow;

    /** Takes in all losses of a block. It looks for the ends of the block first: most rows change nothing. */
    void addAll(Block rows, double[] loss) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int lowest = 0;
        int highest = 0;
        int count = rows.rows();
        for (int i = 0; i < count; i++) {
            double x = loss[i];
            if (!(x >= low) && !Double.isNaN(low)) {
                low = x;
                lowest = i;
            }
            if (!(x <= high) && !Double.isNaN(high)) {
                high = x;
                highest = i;
            }
        }
        if (count > 0) {
            add(low, rows.number(lowest));
            add(high, rows.number(highest));
        }
    }

    /** Takes in one loss. */
    void add(double loss, long row) {
        if (minRow == 0 || isBefore(loss, row, min, minRow)) {
            min = loss;
            minRow = row;
        }
        if (maxRow == 0 || isBefore(-loss, row, -max, maxRow)) {
            max = loss;
            maxRow = row;
        }
    }

    /** Takes in all that others hold. */
    void merge(Extremes other) {
        if (other.minRow > 0) {
            add(other.min, other.minRow);
            add(other.max, other.maxRow);
        }
    }

    /** NaN goes before all numbers, so that both ends are NaN; of equals the first row. */
    private static boolean isBefore(double a, long row, double b, long otherRow) {
        if (a < b) {
            return true;
        }
        boolean same = a == b || Double.isNaN(a) && Double.isNaN(b);
        return same ? row < otherRow : Double.isNaN(a);
    }

    /** Whether a loss may have been infinite. */
    boolean hasInfinity() {
        return !(Math.abs(min) <= Double.MAX_VALUE && Math.abs(max) <= Double.MAX_VALUE);
    }

    Extreme min() {
        return new Extreme(min, minRow);
    }

    Extreme max() {
        return new Extreme(max, maxRow);
    }
}

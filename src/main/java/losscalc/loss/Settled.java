package losscalc.loss;

import losscalc.num.DoubleDouble;

/** Whether a result in double-double tells how the exact value rounds; and what does when it does not. */
final class Settled {
    /** More than the operations and functions of a formula are off by, relative to the greatest of its terms. */
    private static final double ERROR = 0x1p-90;

    private Settled() {}

    /** Whether the result for finite y and f is beyond doubt, with terms of that size; for others it is as it is. */
    static boolean by(double y, double f, DoubleDouble result, double size) {
        return inRange(y, f, result) && isDecided(result, size) || !(Double.isFinite(y) && Double.isFinite(f));
    }

    /** The same of results for a row, each beyond doubt. */
    static boolean by(Row row, double size, DoubleDouble... results) {
        boolean middling = true;
        for (double[] numbers : new double[][] {row.target(), row.prediction(), row.extra()}) {
            for (double x : numbers) {
                middling &= Range.isMiddling(x);
                if (!Double.isFinite(x)) {
                    return true;
                }
            }
        }
        for (DoubleDouble result : results) {
            middling &= Range.isMiddling(result.hi()) && isDecided(result, size);
        }
        return middling;
    }

    /** Whether nothing can have been lost at the ends of the range of doubles. */
    static boolean inRange(double y, double f, DoubleDouble result) {
        return Range.isMiddling(y) && Range.isMiddling(f) && Range.isMiddling(result.hi());
    }

    /** Whether all numbers as near as the error is great round alike. A zero may be anything. */
    static boolean isDecided(DoubleDouble result, double size) {
        double hi = result.hi();
        double e = ERROR * Math.max(Math.abs(hi), size);
        return hi + (result.lo() - e) == hi + (result.lo() + e) && hi != 0;
    }

    /** Whether the high part alone is off by hardly more than its own rounding. */
    static boolean isNear(DoubleDouble result, double size) {
        return ERROR * size < 0x1p-60 * Math.abs(result.hi());
    }

    /** How large terms are that a derivative may be a small difference of. */
    static double size(double y, double f) {
        return Math.max(1, Math.max(Math.abs(y), Math.abs(f)));
    }
}

package losscalc.losses;

import losscalc.loss.Interval;
import losscalc.loss.PointFormula;
import losscalc.num.ExactSum;

/**
 * The constant prediction with the least sum of losses, where the slope of that sum goes from negative to positive and
 * never back. It is found by bisection among the doubles, some sixty passes over the targets, which ends at neighbours:
 * nothing is left to a tolerance, and because the slopes are added exactly, the order of the rows does not matter.
 */
final class ConstantSearch {
    private final PointFormula formula;
    private final Targets targets;

    ConstantSearch(PointFormula formula, Targets targets) {
        this.formula = formula;
        this.targets = targets;
    }

    /** The best constant of an interval; where an interval of them is best, its middle or the only end that it has. */
    double best(Interval within) {
        double low = inside(within.low(), within.lowOpen(), 1);
        double high = inside(within.high(), within.highOpen(), -1);
        double first = edge(low, high, false);
        // Mostly one constant alone is best: then the last is beside the first.
        double last = isRising(first, true)
                ? edge(Math.max(low, number(key(first) - 2)), first, true)
                : edge(first, high, true);
        if (first > last) {
            return sum(last).toRational().compareTo(sum(first).toRational()) <= 0 ? last : first;
        }
        if (first == last || last == high && within.highOpen()) {
            return first;
        }
        if (first == low && within.lowOpen()) {
            return last;
        }
        // What is flat between two corners is as low at the corners, of which each is a neighbour.
        double from = Math.max(low, Math.nextDown(first));
        return from + (Math.min(high, Math.nextUp(last)) / 2 - from / 2);
    }

    private ExactSum sum(double constant) {
        return targets.sumOfLosses(formula, new double[] {constant});
    }

    private static double inside(double end, boolean isOpen, int step) {
        double finite = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, end));
        return isOpen && finite == end ? (step > 0 ? Math.nextUp(end) : Math.nextDown(end)) : finite;
    }

    /**
     * The first double whose slope is not negative, or the last one whose slope is not positive: an end of the interval
     * of the best constants.
     */
    private double edge(double low, double high, boolean isLast) {
        long below = key(low);
        long above = key(high);
        if (isRising(low, isLast)) {
            return low;
        }
        if (!isRising(high, isLast)) {
            return high;
        }
        while (below + 1 < above) {
            long middle = (below & above) + ((below ^ above) >> 1);
            if (isRising(number(middle), isLast)) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return number(isLast ? below : above);
    }

    /** Whether the sum rises behind that constant; exactly at its lowest point, what is asked for decides. */
    private boolean isRising(double constant, boolean isLast) {
        double slope = targets.slope(formula, constant);
        return isLast ? slope > 0 : slope >= 0;
    }

    /** Integers in the order of the doubles. */
    private static long key(double x) {
        long bits = Double.doubleToRawLongBits(x + 0.0);
        return bits ^ bits >> 63 & Long.MAX_VALUE;
    }

    private static double number(long key) {
        return Double.longBitsToDouble(key ^ key >> 63 & Long.MAX_VALUE);
    }
}

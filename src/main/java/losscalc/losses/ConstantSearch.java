package losscalc.losses;

import java.util.HashMap;
import java.util.Map;
import losscalc.loss.Interval;
import losscalc.loss.PointFormula;
import losscalc.num.ExactSum;

/**
 * The constant prediction with the least sum of losses, where the slope of that sum goes from negative to positive and
 * never back. It is found by bisection among the doubles, which ends at neighbours: nothing is left to a tolerance, and
 * because the slopes are added exactly, the order of the rows does not matter. Of its sixty-four steps all but a few are
 * decided by what a {@link SlopeBracket} knows, without going through the targets.
 */
final class ConstantSearch {
    private final PointFormula formula;
    private final Targets targets;
    private SlopeBracket bracket;
    /** The signs of the slope at the constants that were asked for. */
    private final Map<Double, Double> signs = new HashMap<>();

    ConstantSearch(PointFormula formula, Targets targets) {
        this.formula = formula;
        this.targets = targets;
    }

    /** The best constant of an interval; where an interval of them is best, its middle or the only end that it has. */
    double best(Interval within) {
        double low = inside(within.low(), within.lowOpen(), 1);
        double high = inside(within.high(), within.highOpen(), -1);
        bracket = new SlopeBracket(formula, targets, low, high);
        double first = edge(low, high, false);
        // Mostly one constant alone is best: then the last is beside the first.
        double last = isRising(first, true)
                ? edge(Math.max(low, Doubles.number(Doubles.key(first) - 2)), first, true)
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
        long below = Doubles.key(low);
        long above = Doubles.key(high);
        if (isRising(low, isLast)) {
            return low;
        }
        if (!isRising(high, isLast)) {
            return high;
        }
        while (below + 1 < above) {
            long middle = Doubles.middle(below, above);
            if (isRising(Doubles.number(middle), isLast)) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return Doubles.number(isLast ? below : above);
    }

    /** Whether the sum rises behind that constant; exactly at its lowest point, what is asked for decides. */
    private boolean isRising(double constant, boolean isLast) {
        double sign = sign(constant);
        return isLast ? sign > 0 : sign >= 0;
    }

    private double sign(double constant) {
        int known = bracket.sign(constant);
        if (known != 0) {
            return known;
        }
        Double sign = signs.get(constant);
        if (sign == null) {
            sign = bracket.targets().slope(formula, constant);
            signs.put(constant, sign);
        }
        return sign;
    }
}

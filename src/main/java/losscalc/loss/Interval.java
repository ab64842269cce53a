package losscalc.loss;

import losscalc.num.DecimalWriter;

/**
 * A range of numbers: the domain of a target, a prediction or a parameter. It checks the input, words
 * the error, feeds the documentation and draws the test data.
 *
 * @param low the lower end, may be negative infinity
 * @param high the upper end, may be infinity
 * @param lowOpen true when the lower end itself is left out
 * @param highOpen true when the upper end itself is left out
 */
public record Interval(double low, double high, boolean lowOpen, boolean highOpen) {
    /** All finite numbers. */
    public static final Interval REAL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true);
    /** {@code [0, 1]}. */
    public static final Interval UNIT = closed(0, 1);
    /** {@code [0, ∞)}. */
    public static final Interval NON_NEGATIVE = atLeast(0);
    /** {@code (0, ∞)}. */
    public static final Interval POSITIVE = above(0);
    /** {@code (-∞, 0]}. */
    public static final Interval NON_POSITIVE = new Interval(Double.NEGATIVE_INFINITY, 0, true, false);

    /** {@code [low, high]}. */
    public static Interval closed(double low, double high) {
        return new Interval(low, high, false, false);
    }

    /** {@code (low, high)}. */
    public static Interval open(double low, double high) {
        return new Interval(low, high, true, true);
    }

    /** {@code [low, ∞)}. */
    public static Interval atLeast(double low) {
        return new Interval(low, Double.POSITIVE_INFINITY, false, true);
    }

    /** {@code (low, ∞)}. */
    public static Interval above(double low) {
        return new Interval(low, Double.POSITIVE_INFINITY, true, true);
    }

    /** Whether x lies inside; NaN lies nowhere. */
    public boolean contains(double x) {
        return (lowOpen ? x > low : x >= low) && (highOpen ? x < high : x <= high);
    }

    /** {@code [0, 1]}, {@code (0, ∞)}; all numbers are {@code (-∞, ∞)}. */
    @Override
    public String toString() {
        return (lowOpen ? "(" : "[") + end(low) + ", " + end(high) + (highOpen ? ")" : "]");
    }

    private static String end(double x) {
        if (Double.isInfinite(x)) {
            return x > 0 ? "∞" : "-∞";
        }
        return DecimalWriter.toString(x);
    }
}

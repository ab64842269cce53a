package losscalc.num;

/**
 * Numbers with + - * / and an order: all that a polynomial or rational loss needs.
 *
 * <p>Such a loss is written once over this interface, and runs in {@link DoubleDouble} (quick, about 106 bits) and in
 * {@link Rational} (exact). A {@code double} met on the way is a constant of the equation; what it stands for is decided
 * by the arithmetic ({@link #constant}).
 *
 * @param <R> the arithmetic itself
 */
public interface Field<R extends Field<R>> extends Comparable<R> {
    R plus(R x);

    R minus(R x);

    R times(R x);

    R dividedBy(R x);

    R plus(double x);

    R minus(double x);

    R times(double x);

    R dividedBy(double x);

    R negate();

    R abs();

    R squared();

    /** Compares with {@code constant(x)}. */
    int compareTo(double x);

    /** -1, 0 or 1. */
    int signum();

    /** {@code x} in this arithmetic. */
    R constant(double x);

    /** The nearest double, ties to even. */
    double toDouble();

    /** The greater of the two. */
    @SuppressWarnings("unchecked")
    default R max(R x) {
        return compareTo(x) >= 0 ? (R) this : x;
    }
}

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

    default R minus(R x) {
        return plus(x.negate());
    }

    R times(R x);

    R dividedBy(R x);

    default R plus(double x) {
        return plus(constant(x));
    }

    default R minus(double x) {
        return plus(-x);
    }

    default R times(double x) {
        return times(constant(x));
    }

    default R dividedBy(double x) {
        return dividedBy(constant(x));
    }

    R negate();

    R abs();

    default R squared() {
        return times(self());
    }

    /** Compares with {@code constant(x)}. */
    default int compareTo(double x) {
        return compareTo(constant(x));
    }

    /** -1, 0 or 1. */
    int signum();

    /** {@code x} in this arithmetic. */
    R constant(double x);

    /** The nearest double, ties to even. */
    double toDouble();

    /** The greater of the two. */
    default R max(R x) {
        return compareTo(x) >= 0 ? self() : x;
    }

    /** This, as what it is. */
    @SuppressWarnings("unchecked")
    default R self() {
        return (R) this;
    }
}

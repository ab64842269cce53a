package losscalc.num;

/**
 * Numbers with + - * /, an order, and the functions of analysis: all that a loss with roots, logarithms and
 * exponentials needs.
 *
 * <p>Such a loss is written once over this interface, and runs in {@link DoubleDouble} (quick) and in {@link Scaled}
 * (where a square or a power could leave the range of a double).
 *
 * @param <R> the arithmetic itself
 */
public interface Real<R extends Real<R>> extends Field<R> {
    /** The square root; NaN for negative numbers. */
    R sqrt();

    /** The natural logarithm: -Infinity at 0, NaN below. */
    R log();

    /** {@code log(1 + this)}, of full relative accuracy near 0. */
    R log1p();

    /** {@code log(1 + this) - this}, without cancellation near 0. */
    R log1pMinus();

    /** {@code e^this}. */
    R exp();

    /** {@code e^this - 1}, of full relative accuracy near 0. */
    R expm1();

    /** {@code e^this - 1 - this}, without cancellation near 0. */
    R expm1Minus();

    /** {@code this^y} for {@code this >= 0}; {@code 0^y} is 0 for positive y, 1 for zero and Infinity for negative y. */
    R pow(double y);
}

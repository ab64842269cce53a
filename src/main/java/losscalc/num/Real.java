package losscalc.num;

/**
 * Numbers with + - * /, an order, and the functions of analysis: all that a loss with roots, logarithms and
 * exponentials needs.
 *
 * <p>Such a loss is written once over this interface, and runs in {@link DoubleDouble} (quick) and in {@link Ball}
 * (where that does not tell how the result rounds).
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

    /** The ratio of a circle's circumference to its diameter. */
    R pi();

    /** {@code log(2 pi)}. */
    R logTwoPi();

    /** {@code sin(2 pi this)}; NaN at infinities. */
    R sin2Pi();

    /** {@code cos(2 pi this)}; NaN at infinities. */
    R cos2Pi();

    /** The density of the standard normal distribution. */
    R normalPdf();

    /** How likely the standard normal distribution is to lie between -this and this, with the sign of this. */
    R normalMiddle();

    /**
     * What Stirling's formula leaves out of the logarithm of the gamma function, for positive numbers: {@code logGamma(x) -
     * (x - 1/2) log(x) + x - log(2 pi)/2}.
     */
    R stirlingError();

    /** Whether it has more than the digits of a double-double, so that a constant known to those will not do. */
    default boolean isFine() {
        return false;
    }

    /** {@code log(1 + e^this)}, of full relative accuracy also where it is tiny. */
    default R softplus() {
        return signum() > 0 ? negate().exp().log1p().plus(self()) : exp().log1p();
    }

    /** {@code 1 / (1 + e^-this)}, of full relative accuracy at both ends. */
    default R logistic() {
        R e = abs().negate().exp();
        return (signum() < 0 ? e : constant(1)).dividedBy(e.plus(1));
    }

    /** The hyperbolic tangent, of full relative accuracy near 0. */
    default R tanh() {
        R m = abs().times(-2).expm1();
        R tanh = m.dividedBy(m.plus(2));
        return signum() < 0 ? tanh : tanh.negate();
    }

    /** {@code log(cosh(this))}, of full relative accuracy near 0. */
    default R logCosh() {
        R a = abs();
        return a.compareTo(0.35) < 0
                ? tanh().squared().negate().log1p().dividedBy(-2)
                : a.times(-2).expm1().dividedBy(2).log1p().plus(a);
    }

    /** {@code log(this) - x} for a positive number, without cancellation where the two are nearly the same. */
    default R logMinus(R x) {
        return log().minus(x);
    }

    /** {@code e^this - y}, without cancellation where the two are nearly the same. */
    default R expMinus(R y) {
        return exp().minus(y);
    }

    /** {@code log(this / m)} for positive numbers, without cancellation where the two are nearly the same. */
    default R logRatio(R m) {
        R d = minus(m);
        return d.abs().compareTo(m.times(0.5)) <= 0 ? d.dividedBy(m).log1p() : log().minus(m.log());
    }

    /** Loader's deviance {@code this log(this / m) + m - this}, for numbers not negative; without cancellation. */
    default R bd0(R m) {
        R d = m.minus(self());
        if (d.signum() == 0 || signum() == 0) {
            return d;
        }
        return d.abs().compareTo(times(0.5)) <= 0
                ? d.dividedBy(self()).log1pMinus().times(self()).negate()
                : logRatio(m).times(self()).plus(d);
    }
}

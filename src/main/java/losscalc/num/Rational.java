package losscalc.num;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Exact fractions of integers. A double met on the way stands for its exact binary value, or for its shortest decimal
 * when the number it meets was made by {@link #decimal}: the reading travels with the value.
 *
 * <p>Fractions are not reduced: the expressions of a loss are short, and the common case, equal denominators, stays small.
 * Division by zero throws {@link ArithmeticException}, and so does the making of a fraction from an infinity or a NaN.
 */
public final class Rational implements Field<Rational> {
    /** e to what is greater in absolute value is infinite or 0. */
    private static final double EXPONENT = 800;

    private final BigInteger numerator;
    private final BigInteger denominator;
    private final boolean decimal;

    private Rational(BigInteger numerator, BigInteger denominator, boolean decimal) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.decimal = decimal;
    }

    /** The exact value of the double. */
    public static Rational of(double x) {
        return binary(x, false);
    }

    /** The fraction of two integers, the lower one positive. */
    static Rational of(BigInteger numerator, BigInteger denominator) {
        return new Rational(numerator, denominator, false);
    }

    BigInteger numerator() {
        return numerator;
    }

    BigInteger denominator() {
        return denominator;
    }

    /** The same in lowest terms. */
    public Rational reduced() {
        BigInteger common = numerator.gcd(denominator);
        return common.equals(BigInteger.ONE) ? this : with(numerator.divide(common), denominator.divide(common));
    }

    /** The square root, rounded once; NaN of a negative number. */
    public double root() {
        return numerator.signum() < 0 ? Double.NaN : Rounding.root(numerator, denominator, 0);
    }

    /** e to this, rounded once. */
    public double exp() {
        double near = toDouble();
        if (Math.abs(near) > EXPONENT) {
            return near > 0 ? near / 0.0 : 0;
        }
        DoubleDouble quick = DoubleDouble.sum(near, minus(of(near)).toDouble()).exp();
        if (quick.hi() > 0x1p-900 && quick.isDecided(0x1p-90)) {
            return quick.toDouble();
        }
        Exactly value = new Exactly() {
            @Override
            public Ball[] at(int bits) {
                return new Ball[] {
                    Ball.of(numerator, bits)
                            .dividedBy(Ball.of(denominator, bits))
                            .exp()
                };
            }
        };
        return Exactly.rounded(value)[0];
    }

    /** The shortest decimal that reads back to the double. */
    public static Rational decimal(double x) {
        requireFinite(x);
        return decimal(shortest(x));
    }

    /** The decimal as written. */
    public static Rational decimal(String text) {
        BigDecimal x = new BigDecimal(text);
        BigInteger power = BigInteger.TEN.pow(Math.abs(x.scale()));
        return x.scale() >= 0
                ? new Rational(x.unscaledValue(), power, true)
                : new Rational(x.unscaledValue().multiply(power), BigInteger.ONE, true);
    }

    /** {@code n * 2^exponent}. */
    static Rational of(BigInteger n, int exponent) {
        return exponent >= 0
                ? new Rational(n.shiftLeft(exponent), BigInteger.ONE, false)
                : new Rational(n, BigInteger.ONE.shiftLeft(-exponent), false);
    }

    private static String shortest(double x) {
        return DecimalWriter.toString(x);
    }

    private static void requireFinite(double x) {
        if (!(Math.abs(x) <= Double.MAX_VALUE)) {
            throw new ArithmeticException("Not a finite number: " + x);
        }
    }

    private static Rational binary(double x, boolean decimal) {
        requireFinite(x);
        int unit = Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - 52;
        long bits = (long) Math.scalb(x, -unit);
        int zeros = x == 0 ? -unit : Long.numberOfTrailingZeros(bits);
        int exponent = unit + zeros;
        BigInteger significand = BigInteger.valueOf(x == 0 ? 0 : bits >> zeros);
        return exponent >= 0
                ? new Rational(significand.shiftLeft(exponent), BigInteger.ONE, decimal)
                : new Rational(significand, BigInteger.ONE.shiftLeft(-exponent), decimal);
    }

    /** An infinity may be the result of an equation at a pole, but nothing can be computed with it. */
    @Override
    public Rational constant(double x) {
        if (Double.isInfinite(x)) {
            return with(BigInteger.valueOf(x > 0 ? 1 : -1), BigInteger.ZERO);
        }
        return decimal ? decimal(x) : of(x);
    }

    private Rational with(BigInteger top, BigInteger bottom) {
        return new Rational(top, bottom, decimal);
    }

    @Override
    public Rational plus(Rational x) {
        return denominator.equals(x.denominator)
                ? with(numerator.add(x.numerator), denominator)
                : with(
                        numerator.multiply(x.denominator).add(x.numerator.multiply(denominator)),
                        denominator.multiply(x.denominator));
    }

    @Override
    public Rational times(Rational x) {
        return with(numerator.multiply(x.numerator), denominator.multiply(x.denominator));
    }

    @Override
    public Rational dividedBy(Rational x) {
        if (x.signum() == 0) {
            throw new ArithmeticException("Division by zero");
        }
        BigInteger top = numerator.multiply(x.denominator);
        BigInteger bottom = denominator.multiply(x.numerator);
        return bottom.signum() > 0 ? with(top, bottom) : with(top.negate(), bottom.negate());
    }

    @Override
    public Rational negate() {
        return with(numerator.negate(), denominator);
    }

    @Override
    public Rational abs() {
        return with(numerator.abs(), denominator);
    }

    @Override
    public int signum() {
        return numerator.signum();
    }

    @Override
    public int compareTo(Rational x) {
        return minus(x).signum();
    }

    /** Whether the two are the same number. */
    @Override
    public boolean equals(Object x) {
        return x instanceof Rational r && compareTo(r) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(toDouble());
    }

    /** Whether it is a number, and not the infinity at a pole. */
    public boolean isFinite() {
        return denominator.signum() != 0;
    }

    /** The nearest double, ties to even; subnormal, zero (never -0) or infinite where it must be. */
    @Override
    public double toDouble() {
        if (denominator.signum() == 0) {
            return numerator.signum() / 0.0;
        }
        return Rounding.quotient(numerator, denominator, 0);
    }
}

package losscalc.num;

/**
 * The number {@code significand * 2^exponent}: a double-double whose exponent has an {@code int} to itself, so that squares
 * and powers of doubles neither overflow nor lose their low part. Rounded once, and over the whole range, by {@link
 * #toDouble}.
 *
 * @param significand between 1 and 2 in size; or zero, infinite or NaN
 * @param exponent 0 for those three
 */
public record Scaled(DoubleDouble significand, int exponent) implements Real<Scaled> {
    /** Beyond this difference of exponents the lesser of two summands does not count. */
    private static final int NEGLIGIBLE = 220;

    /** From here down {@code x^2} is nothing beside {@code x}, for all but the first two terms of a series. */
    private static final int TINY = -150;

    /** Within this the number and its low part are normal doubles. */
    private static final int IN_RANGE = 900;

    /** {@code x}, exactly. */
    public static Scaled of(double x) {
        return of(DoubleDouble.of(x), 0);
    }

    /** {@code x}, exactly. */
    public static Scaled of(DoubleDouble x) {
        return of(x, 0);
    }

    /** {@code x * 2^exponent}. */
    private static Scaled of(DoubleDouble x, int exponent) {
        double hi = x.hi();
        if (!(hi != 0 && Math.abs(hi) <= Double.MAX_VALUE)) {
            return new Scaled(DoubleDouble.of(hi), 0);
        }
        if (Math.abs(hi) < Double.MIN_NORMAL) {
            return of(x.scalb(200), exponent - 200);
        }
        int k = Math.getExponent(hi);
        return new Scaled(k == 0 ? x : x.scalb(-k), exponent + k);
    }

    private boolean isOrdinary() {
        return significand.isFinite() && significand.hi() != 0;
    }

    @Override
    public Scaled plus(Scaled x) {
        if (!isOrdinary() || !x.isOrdinary()) {
            return significand.hi() == 0 ? x : x.significand.hi() == 0 ? this : of(significand.plus(x.significand), 0);
        }
        if (exponent < x.exponent) {
            return x.plus(this);
        }
        int shift = x.exponent - exponent;
        return shift < -NEGLIGIBLE ? this : of(significand.plus(x.significand.scalb(shift)), exponent);
    }

    @Override
    public Scaled minus(Scaled x) {
        return plus(x.negate());
    }

    @Override
    public Scaled times(Scaled x) {
        return of(significand.times(x.significand), exponent + x.exponent);
    }

    @Override
    public Scaled dividedBy(Scaled x) {
        return of(significand.dividedBy(x.significand), exponent - x.exponent);
    }

    @Override
    public Scaled plus(double x) {
        return plus(of(x));
    }

    @Override
    public Scaled minus(double x) {
        return minus(of(x));
    }

    @Override
    public Scaled times(double x) {
        return times(of(x));
    }

    @Override
    public Scaled dividedBy(double x) {
        return dividedBy(of(x));
    }

    @Override
    public Scaled negate() {
        return new Scaled(significand.negate(), exponent);
    }

    @Override
    public Scaled abs() {
        return significand.hi() < 0 ? negate() : this;
    }

    @Override
    public Scaled squared() {
        return times(this);
    }

    @Override
    public Scaled sqrt() {
        int odd = exponent & 1;
        return of((odd == 0 ? significand : significand.scalb(1)).sqrt(), (exponent - odd) / 2);
    }

    @Override
    public Scaled log() {
        return Math.abs(exponent) < IN_RANGE
                ? of(toDoubleDouble().log(), 0)
                : of(significand.log().plus(DoubleDouble.LN2.times(exponent)), 0);
    }

    @Override
    public Scaled log1p() {
        if (exponent < TINY) {
            return minus(squared().times(0.5));
        }
        return exponent < IN_RANGE ? of(toDoubleDouble().log1p(), 0) : log();
    }

    @Override
    public Scaled log1pMinus() {
        if (exponent < TINY) {
            return squared().times(-0.5);
        }
        return exponent < IN_RANGE ? of(toDoubleDouble().log1pMinus(), 0) : log().minus(this);
    }

    @Override
    public Scaled exp() {
        if (exponent < TINY) {
            return plus(1);
        }
        if (exponent > 25) {
            return of(significand.hi() > 0 ? Double.POSITIVE_INFINITY : 0);
        }
        DoubleDouble x = toDoubleDouble();
        double k = Math.rint(x.hi() / DoubleDouble.LN2.hi());
        return Double.isNaN(k) ? this : of(x.minus(DoubleDouble.LN2.times(k)).exp(), (int) k);
    }

    @Override
    public Scaled expm1() {
        if (exponent < TINY) {
            return plus(squared().times(0.5));
        }
        return exponent < 0 ? of(toDoubleDouble().expm1(), 0) : exp().minus(1);
    }

    @Override
    public Scaled expm1Minus() {
        if (exponent < TINY) {
            return squared().times(0.5);
        }
        return exponent < 0
                ? of(toDoubleDouble().expm1Minus(), 0)
                : exp().minus(1).minus(this);
    }

    @Override
    public Scaled pow(double y) {
        if (y == 0) {
            return of(1);
        }
        if (significand.hi() == 0) {
            return of(y > 0 ? 0 : Double.POSITIVE_INFINITY);
        }
        // The logarithm of the power of two is not taken: the result would be as much less accurate as it is large.
        double whole = Math.rint(exponent * y);
        DoubleDouble rest = DoubleDouble.product(exponent, y).minus(whole).times(DoubleDouble.LN2);
        Scaled power = of(significand.log().times(y).plus(rest), 0).exp();
        return new Scaled(power.significand, power.exponent + (int) whole);
    }

    /** The nearest double-double; of fewer bits where the low part would be subnormal. */
    public DoubleDouble toDoubleDouble() {
        return Math.abs(exponent) < IN_RANGE ? significand.scalb(exponent) : DoubleDouble.of(toDouble());
    }

    @Override
    public int compareTo(Scaled x) {
        return minus(x).signum();
    }

    @Override
    public int compareTo(double x) {
        return compareTo(of(x));
    }

    @Override
    public int signum() {
        return significand.signum();
    }

    @Override
    public Scaled constant(double x) {
        return of(x);
    }

    /** The nearest double, ties to even; subnormal, zero or infinite where it must be. */
    @Override
    public Scaled logTwoPi() {
        return of(DoubleDouble.LOG_2PI);
    }

    @Override
    public Scaled stirlingError() {
        return of(significand.scalb(exponent).stirlingError());
    }

    @Override
    public double toDouble() {
        if (exponent >= Double.MIN_EXPONENT || !isOrdinary()) {
            return Math.scalb(significand.hi(), exponent);
        }
        // From 1 to 2 doubles are spaced like the subnormal numbers, but for the factor 2^-1022.
        DoubleDouble size = significand.abs().scalb(Math.max(exponent - Double.MIN_EXPONENT, -NEGLIGIBLE));
        return Math.signum(significand.hi()) * Math.scalb(size.plus(1).hi() - 1, Double.MIN_EXPONENT);
    }
}

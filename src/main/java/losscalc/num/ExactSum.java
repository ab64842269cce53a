package losscalc.num;

import java.math.BigInteger;

/**
 * A sum of doubles, and of products of doubles, that rounds nothing until it is read.
 *
 * <p>Every value is added as the integer that it is, so the order of the values, and how they were
 * split among partial sums that are {@linkplain #merge merged} later, cannot change the result.
 * Whatever is read out is the exact value rounded once, to nearest, ties to even; an intermediate
 * overflow or underflow does not exist.
 *
 * <p>Zero has no sign here: the sum of nothing, of zeros of either sign, and of values that cancel
 * is {@code +0.0}. A NaN, or infinities of both signs, make the sum NaN; infinities of one sign
 * make it that infinity.
 *
 * <p>The method is Neal's ({@link Superaccumulator}); the fixed point lies low enough for the
 * product of four doubles. A sum of ordinary losses takes some 100 bytes, one of doubles of every
 * size 0.6 KB, one of all possible products 2.3 KB. Not safe for use by several threads at a time:
 * give each its own and merge them.
 */
public final class ExactSum extends Superaccumulator {
    /** The integer 1 stands for 2^LOWEST, as small as a product of four doubles can be. */
    private static final int LOWEST = -4 * 1074;

    private static final long FRACTION = (1L << 52) - 1;
    private static final long IMPLICIT = 1L << 52;
    private static final long LOW_53 = (1L << 53) - 1;

    /** So many numbers at most are added up in doubles. */
    private static final int TOGETHER = 1024;

    /** Adding this times the limit rounds to 2^-41 of the limit: the sum of 1024 such numbers is below 2^53 of these units. */
    private static final double PLACE = 1.5 * 0x1p11;

    /** What that leaves of a number is no more than this part of the limit. */
    private static final double NEXT = 0x1p-42;

    private static final double LEAST_LIMIT = 0x1p-900;
    private static final double GREATEST_LIMIT = 0x1p1000;
    private static final long EXPONENT = 0x7FFL << 52;

    private static final int NAN = 1;
    private static final int POSITIVE_INFINITY = 2;
    private static final int NEGATIVE_INFINITY = 4;

    /** The union of the above: what was added that is not finite. */
    private int special;

    /** Adds {@code x}, exactly. */
    public void add(double x) {
        if (!Double.isFinite(x)) {
            addSpecial(x);
        } else if (x != 0) {
            long negative = Double.doubleToRawLongBits(x) >> 63;
            place((significand(x) ^ negative) - negative, exponent(x) - LOWEST);
        }
    }

    /** Adds the first {@code n} elements of {@code x}, exactly. */
    public void addAll(double[] x, int n) {
        for (int from = 0; from < n; from += TOGETHER) {
            addTogether(x, from, Math.min(n, from + TOGETHER));
        }
    }

    /**
     * Cuts each number at two binary places, far enough below a limit that the parts above either place add up in a double
     * without a rounding; the few numbers that have bits below both places give these on their own. (The cut is that of ExtractVector
     * in S. M. Rump, T. Ogita, S. Oishi, "Accurate floating-point summation, part I: faithful rounding", 2008, <a
     * href="https://doi.org/10.1137/050645671">doi 10.1137/050645671</a>.)
     */
    private void addTogether(double[] x, int from, int to) {
        double limit = LEAST_LIMIT;
        double place = PLACE * limit;
        double lowPlace = NEXT * place;
        double high = 0;
        double low = 0;
        for (int i = from; i < to; i++) {
            double rest = x[i];
            if (!(Math.abs(rest) < limit)) {
                add(high);
                add(low);
                high = 0;
                low = 0;
                if (!(Math.abs(rest) < GREATEST_LIMIT)) {
                    add(rest);
                    continue;
                }
                // Eight times as large as the number at least, for its like are to come.
                limit = 16 * Double.longBitsToDouble(Double.doubleToRawLongBits(rest) & EXPONENT);
                place = PLACE * limit;
                lowPlace = NEXT * place;
            }
            double above = (place + rest) - place;
            rest -= above;
            high += above;
            double between = (lowPlace + rest) - lowPlace;
            rest -= between;
            low += between;
            if (rest != 0) {
                add(rest);
            }
        }
        add(high);
        add(low);
    }

    /** Adds the exact product {@code a * b}: rounding, overflow and underflow take nothing from it. */
    public void addProduct(double a, double b) {
        if (Double.isFinite(a) && Double.isFinite(b)) {
            long negative = (Double.doubleToRawLongBits(a) ^ Double.doubleToRawLongBits(b)) >> 63;
            addProduct(significand(a), significand(b), exponent(a) + exponent(b), negative);
        } else {
            addSpecial(direction(a) * direction(b));
        }
    }

    /** Adds {@code x}, exactly. */
    public void add(DoubleDouble x) {
        add(x.hi());
        add(x.lo());
    }

    /** Adds the exact product {@code w * x * y}. */
    public void addProduct(double w, double x, DoubleDouble y) {
        addProduct(w, x, y.hi());
        addProduct(w, x, y.lo());
    }

    /** Adds {@code w * x} times the midpoint of y, exactly; what is too small even for this sum counts as the least it can hold. */
    public void addProduct(double w, double x, Ball y) {
        if (!Double.isFinite(w) || !Double.isFinite(x) || y.isSpecial()) {
            addProduct(w, x, y.toDouble());
            return;
        }
        long low = significand(w) * significand(x) & LOW_53;
        long high = upper(significand(w), significand(x));
        long negative = (Double.doubleToRawLongBits(w) ^ Double.doubleToRawLongBits(x)) >> 63
                ^ y.midpoint().signum() >> 1;
        int exponent = (int) Math.max(exponent(w) + exponent(x) + y.exponent(), LOWEST);
        BigInteger rest = y.midpoint().abs();
        while (rest.signum() > 0) {
            long digit = rest.longValue() & LOW_53;
            addProduct(low, digit, exponent, negative);
            addProduct(high, digit, exponent + 53, negative);
            rest = rest.shiftRight(53);
            exponent += 53;
        }
    }

    /** Adds the exact product {@code w * x * x}. */
    public void addWeightedSquare(double w, double x) {
        if (Double.isFinite(w) && Double.isFinite(x)) {
            long m = significand(x);
            int exponent = exponent(w) + 2 * exponent(x);
            long negative = Double.doubleToRawLongBits(w) >> 63;
            addProduct(m * m & LOW_53, significand(w), exponent, negative);
            addProduct(upper(m, m), significand(w), exponent + 53, negative);
        } else {
            addSpecial(direction(w) * direction(x) * direction(x));
        }
    }

    /** Adds the exact product {@code w * x * y}. */
    public void addProduct(double w, double x, double y) {
        if (Double.isFinite(w) && Double.isFinite(x) && Double.isFinite(y)) {
            long m = significand(x);
            long n = significand(y);
            int exponent = exponent(w) + exponent(x) + exponent(y);
            long negative =
                    (Double.doubleToRawLongBits(w) ^ Double.doubleToRawLongBits(x) ^ Double.doubleToRawLongBits(y))
                            >> 63;
            addProduct(m * n & LOW_53, significand(w), exponent, negative);
            addProduct(upper(m, n), significand(w), exponent + 53, negative);
        } else {
            addSpecial(direction(w) * direction(x) * direction(y));
        }
    }

    /** Adds the exact product {@code (w * x) * (w * x)}. */
    public void addSquaredProduct(double w, double x) {
        if (Double.isFinite(w) && Double.isFinite(x)) {
            long low = significand(w) * significand(x) & LOW_53;
            long high = upper(significand(w), significand(x));
            int exponent = 2 * (exponent(w) + exponent(x));
            addProduct(low, low, exponent, 0);
            addProduct(low, high, exponent + 54, 0);
            addProduct(high, high, exponent + 106, 0);
        } else {
            double product = direction(w) * direction(x);
            addSpecial(product * product);
        }
    }

    private void addProduct(long m, long n, int exponent, long negative) {
        if (m != 0 && n != 0) {
            placeProduct(m, n, exponent - LOWEST, negative);
        }
    }

    /** The product of two significands without its lowest 53 bits. */
    private static long upper(long m, long n) {
        return Math.multiplyHigh(m, n) << 11 | m * n >>> 53;
    }

    /**
     * Adds all that {@code other} holds; its value stays as it is. Exact, hence associative and
     * commutative: any split of the values gives the same result.
     */
    public void merge(ExactSum other) {
        special |= other.special;
        super.merge(other);
    }

    /** A sum of the same value, independent of this one. */
    public ExactSum copy() {
        ExactSum copy = new ExactSum();
        copy.merge(this);
        return copy;
    }

    /** The sum, correctly rounded; infinite if it lies beyond the doubles. */
    public double toDouble() {
        return isFinite() ? Rounding.quotient(units(), BigInteger.ONE, unit()) : specialValue();
    }

    /** The sum to 106 bits. */
    public DoubleDouble toDoubleDouble() {
        double hi = toDouble();
        if (!Double.isFinite(hi)) {
            return DoubleDouble.of(hi);
        }
        ExactSum rest = copy();
        rest.add(-hi);
        return DoubleDouble.sum(hi, rest.toDouble());
    }

    /**
     * The sum divided by {@code n}, correctly rounded; finite wherever the mean is, though the sum
     * itself may overflow. NaN if {@code n} is 0.
     */
    public double mean(long n) {
        if (n == 0 || !isFinite()) {
            return n == 0 ? Double.NaN : specialValue() / n;
        }
        return Rounding.quotient(units(), BigInteger.valueOf(n), unit());
    }

    /**
     * The quotient of two sums, correctly rounded: the weighted mean, if this is the sum of weight
     * times value. Where either is not finite, or the divisor zero, what IEEE 754 says.
     */
    public double ratio(ExactSum divisor) {
        if (!isFinite() || !divisor.isFinite() || divisor.isZero()) {
            return (isFinite() ? signum() : specialValue()) / divisor.toDouble();
        }
        return Rounding.quotient(units(), divisor.units(), unit() - divisor.unit());
    }

    /** The square root of the exact quotient of two sums, rounded once; NaN where there is none. */
    public double rootOfRatio(ExactSum divisor) {
        if (!isFinite() || divisor.isZero()) {
            return Math.sqrt(ratio(divisor));
        }
        return Ratio.of(this).over(Ratio.of(divisor)).root();
    }

    /** e to the exact quotient of two sums, rounded once. */
    public double expOfRatio(ExactSum divisor) {
        if (!isFinite() || divisor.isZero()) {
            return DoubleDouble.of(ratio(divisor)).exp().toDouble();
        }
        return toRational().dividedBy(divisor.toRational()).exp();
    }

    /** This many times the sum, exactly. */
    public ExactSum times(int n) {
        ExactSum product = new ExactSum();
        for (int i = 0; i < n; i++) {
            product.merge(this);
        }
        return product;
    }

    /** The sum itself, which must be {@linkplain #isFinite a number}. */
    public Rational toRational() {
        return Rational.of(units(), unit());
    }

    /** The sum itself, rounded to so many bits; it must be a number. */
    public Ball toBall(int bits) {
        return Ball.of(units(), bits).scaled(unit());
    }

    /** Whether the sum is a number: neither a NaN nor an infinity was added. */
    public boolean isFinite() {
        return special == 0;
    }

    /** Whether the sum is exactly zero. */
    public boolean isZero() {
        return signum() == 0;
    }

    /** The sign of the sum: -1, 0 or 1; NaN if the sum is. */
    public double signum() {
        return isFinite() ? units().signum() : Math.signum(specialValue());
    }

    /** What the lowest bit of {@link #units} weighs, as a power of two. */
    @Override
    int unit() {
        return super.unit() + LOWEST;
    }

    private void addSpecial(double x) {
        special |= Double.isNaN(x) ? NAN : x > 0 ? POSITIVE_INFINITY : NEGATIVE_INFINITY;
    }

    private double specialValue() {
        return switch (special) {
            case POSITIVE_INFINITY -> Double.POSITIVE_INFINITY;
            case NEGATIVE_INFINITY -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    /** The significand of a finite number as an integer; the sign is left out. */
    private static long significand(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return (bits & 0x7FFL << 52) == 0 ? bits & FRACTION : bits & FRACTION | IMPLICIT;
    }

    /** What the lowest bit of {@link #significand} weighs, as a power of two. */
    private static int exponent(double x) {
        int biased = (int) (Double.doubleToRawLongBits(x) >>> 52) & 0x7FF;
        return Math.max(biased, 1) - 1075;
    }

    /** A stand-in for the signs and the infinities of products: finite numbers become -1, 0 or 1. */
    private static double direction(double x) {
        return Double.isInfinite(x) ? x : Math.signum(x);
    }
}

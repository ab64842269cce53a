package losscalc.num;

/**
 * The exponential in double-double: {@code e^x = 2^m (1 + t) e^r} with {@code x = (128 m + i) log(2)/128 + r} and
 * {@code t = 2^(i/128) - 1} from a table (Tang's method). The table holds {@code t} rather than {@code 1 + t}, so
 * that {@code e^x - 1 = t + (1 + t)(e^r - 1)} loses nothing near 0.
 *
 * @see <a href="https://doi.org/10.1145/63522.214389">P. T. P. Tang, Table-driven implementation of the exponential
 *     function in IEEE floating-point arithmetic, 1989</a>
 */
final class Exp {
    private static final double STEPS = 0x1.71547652b82fep7;
    /** log(2)/128 in three parts; the first two are short enough for their products with a step count to be exact. */
    static final double STEP1 = 0x1.62e42fef8p-8;

    private static final double STEP2 = 0x1.1cf79abc8p-43;
    private static final double STEP3 = 0x1.e3b39803f2f6bp-79;
    static final double STEP2_FULL = STEP2 + STEP3;

    /** 1/5!, 1/4!, 1/3!, 1/2! in two parts. */
    private static final double[] INVERSE_FACTORIALS = {
        0x1.1111111111111p-7, 0x1.1111111111111p-63,
        0x1.5555555555555p-5, 0x1.5555555555555p-59,
        0x1.5555555555555p-3, 0x1.5555555555555p-57,
        0.5, 0,
    };

    private Exp() {}

    static DoubleDouble exp(DoubleDouble x) {
        double hi = x.hi();
        if (!(Math.abs(hi) < 746)) {
            return DoubleDouble.of(hi > 0 ? Double.POSITIVE_INFINITY : hi < 0 ? 0 : hi);
        }
        int n = steps(hi);
        return expm1OfScaled(n, x).plus(1).scalb(binade(n));
    }

    static DoubleDouble expm1(DoubleDouble x) {
        double hi = x.hi();
        if (!(Math.abs(hi) < 746)) {
            return DoubleDouble.of(hi > 0 ? Double.POSITIVE_INFINITY : hi < 0 ? -1 : hi);
        }
        int n = steps(hi);
        int m = binade(n);
        DoubleDouble e = expm1OfScaled(n, x);
        return m == 0 ? e : e.plus(1).scalb(m).minus(1);
    }

    /** {@code e^x - 1 - x}. */
    static DoubleDouble expm1Minus(DoubleDouble x) {
        if (!(Math.abs(x.hi()) < 0.25)) {
            return expm1(x).minus(x);
        }
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int n = 20; n >= 3; n--) {
            sum = sum.plus(1).times(x).dividedBy(n);
        }
        return sum.plus(1).times(x.squared()).scalb(-1);
    }

    static DoubleDouble logistic(DoubleDouble x) {
        DoubleDouble e = exp(x.hi() > 0 ? x.negate() : x);
        return (x.hi() > 0 ? DoubleDouble.ONE : e).dividedBy(e.plus(1));
    }

    static DoubleDouble tanh(DoubleDouble x) {
        if (Math.abs(x.hi()) > 40) {
            return DoubleDouble.of(Math.signum(x.hi()));
        }
        DoubleDouble e = expm1(x.scalb(1));
        return e.dividedBy(e.plus(2));
    }

    /** {@code e^x} rounded once, for subnormal results, which have no low part; NaN if that cannot be decided. */
    static double roundedTinyExp(double x) {
        int n = steps(x);
        DoubleDouble scaled = expm1OfScaled(n, DoubleDouble.of(x)).plus(1).scalb(binade(n) + 1022);
        // From 1 to 2 doubles are spaced like the subnormal numbers, but for the factor 2^-1022.
        int one = scaled.hi() < 1 ? 1 : 0;
        DoubleDouble sum = scaled.plus(one);
        return sum.isDecided(0x1p-98) ? Math.scalb(sum.hi() - one, -1022) : Double.NaN;
    }

    /** The nearest whole number of steps from 0 to x. */
    static int steps(double x) {
        return (int) Math.rint(x * STEPS);
    }

    /** m where {@code n = 128 m + i}. */
    static int binade(int n) {
        return (n + 63) >> 7;
    }

    /** Where in the table the row of n is. */
    static int row(int n) {
        return 3 * (n + 63 & 127);
    }

    /** {@code e^x / 2^m - 1} where {@code n = 128 m + i} steps lead from 0 to x. */
    private static DoubleDouble expm1OfScaled(int n, DoubleDouble x) {
        // r = x - n log(2)/128; the first difference and both products are exact.
        double a = Math.fma(-n, STEP1, x.hi());
        double b = n * STEP2;
        double c = a - b;
        double v = c - a;
        double dc = (a - (c - v)) - (b + v);
        double r = c + x.lo();
        double w = r - c;
        double dr = ((c - (r - w)) + (x.lo() - w)) + (dc - n * STEP3);
        DoubleDouble e = expm1NearZero(r, dr);
        int row = row(n);
        double t = ExpTable.ROWS[row + 1];
        double p = t * e.hi();
        double dp = Math.fma(t, e.hi(), -p) + Math.fma(t, e.lo(), ExpTable.ROWS[row + 2] * e.hi());
        return new DoubleDouble(t, ExpTable.ROWS[row + 2]).plus(e.plus(new DoubleDouble(p, dp)));
    }

    /** {@code e^(r + dr) - 1} for {@code |r| <= log(2)/256}. */
    private static DoubleDouble expm1NearZero(double r, double dr) {
        double s = 1.0 / 720 + r * (1.0 / 5040 + r * (1.0 / 40320 + r * (1.0 / 362880 + r * (1.0 / 3628800))));
        double ds = 0;
        for (int i = 0; i < INVERSE_FACTORIALS.length; i += 2) {
            double p = r * s;
            double dp = Math.fma(r, s, -p) + Math.fma(r, ds, dr * s);
            double c = INVERSE_FACTORIALS[i];
            s = c + p;
            ds = (p - (s - c)) + (INVERSE_FACTORIALS[i + 1] + dp);
        }
        double q = r * r;
        double dq = Math.fma(r, r, -q) + 2 * r * dr;
        double u = q * s;
        double du = Math.fma(q, s, -u) + Math.fma(q, ds, dq * s);
        double h = r + u;
        return DoubleDouble.quickSum(h, (u - (h - r)) + (du + dr));
    }
}

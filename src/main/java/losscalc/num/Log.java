package losscalc.num;

/**
 * The logarithm in double-double: {@code log(2^k z) = k log 2 - log c + log(1 + r)} with {@code c} from a table such
 * that {@code r = c z - 1} is small (Tang's method), and {@code log(1 + r) = 2 artanh(r / (2 + r))}.
 *
 * <p>As everywhere in these kernels, {@code d} before a name marks the low part of that number.
 *
 * @see <a href="https://doi.org/10.1145/98267.98294">P. T. P. Tang, Table-driven implementation of the logarithm function
 *     in IEEE floating-point arithmetic, 1990</a>
 */
final class Log {
    /** Below 11/16 by half a step of the table: 1 lies in the middle of a step. */
    private static final long FLOOR = 0x3fe6000000000000L - (1L << 44);

    /** The row with c = 1. */
    static final int ROW_OF_ONE = 3 * 80;

    /** log(2) in three parts; the first two are short enough for their products with an exponent to be exact. */
    static final double LN2_HI = 0x1.62e42fefa38p-1;

    private static final double LN2_MID = 0x1.ef35793c76p-45;
    private static final double LN2_LO = 0x1.cc01f97b57a08p-87;

    /** Below this x^2 is nothing beside x. */
    private static final double TINY = 0x1p-110;

    /** 1/3, 1/5, ... in two parts. */
    private static final double[] ODD_RECIPROCALS = {
        0x1.5555555555555p-2, 0x1.5555555555555p-56,
        0x1.999999999999ap-3, -0x1.999999999999ap-57,
        0x1.2492492492492p-3, 0x1.2492492492492p-57,
        0x1.c71c71c71c71cp-4, 0x1.c71c71c71c71cp-58,
        0x1.745d1745d1746p-4, -0x1.745d1745d1746p-59,
    };

    private Log() {}

    static DoubleDouble log(DoubleDouble x) {
        double hi = x.hi();
        if (!(hi > 0 && hi <= Double.MAX_VALUE)) {
            return DoubleDouble.of(hi > 0 ? hi : hi == 0 ? Double.NEGATIVE_INFINITY : Double.NaN);
        }
        return hi < 0x1p-900 ? log(hi * 0x1p128, x.lo() * 0x1p128, 0, -128) : log(hi, x.lo(), 0, 0);
    }

    static DoubleDouble log1p(DoubleDouble x) {
        if (Math.abs(x.hi()) < TINY) {
            return x;
        }
        double u = 1 + x.hi();
        if (!(u > 0 && u <= Double.MAX_VALUE)) {
            return log(x.plus(1));
        }
        if (binade(u) == 0 && row(u) == ROW_OF_ONE) {
            return logNearOne(x.hi(), x.lo());
        }
        double t = u - x.hi();
        double e = (x.hi() - (u - t)) + (1 - t);
        double g = e + x.lo();
        double v = g - e;
        return log(u, g, (e - (g - v)) + (x.lo() - v), 0);
    }

    static DoubleDouble softplus(DoubleDouble x) {
        if (x.hi() < -700) {
            return x.exp();
        }
        DoubleDouble tail = log1p(x.abs().negate().exp());
        return x.hi() > 0 ? x.plus(tail) : tail;
    }

    /** {@code log(1 + x) - x}. */
    static DoubleDouble log1pMinus(DoubleDouble x) {
        if (Math.abs(x.hi()) > 0.0625) {
            return log1p(x).minus(x);
        }
        // 2 artanh(s) - x = s (2 s^2 (1/3 + s^2/5 + ...) - x), because 2 s - x = -s x
        DoubleDouble s = x.dividedBy(x.plus(2));
        DoubleDouble z = s.squared();
        DoubleDouble sum = artanhTail(z.hi(), z.lo(), 5);
        return s.times(sum.times(z).scalb(1).minus(x));
    }

    /** {@code log(x + dx + ddx) + shift log 2}. */
    private static DoubleDouble log(double x, double dx, double ddx, int shift) {
        int k = binade(x);
        int row = row(x);
        double c = LogTable.ROWS[row];
        double r = Math.fma(c, scaledDown(x, k), -1); // exact: c is so short that 53 bits hold the difference
        double a = 0;
        double da = 0;
        if (dx != 0) {
            double t = DoubleDouble.scaled(dx, -k);
            a = c * t;
            da = Math.fma(c, t, -a) + c * DoubleDouble.scaled(ddx, -k);
        }
        double h = r + a;
        DoubleDouble log = logNearOne(h, (a - (h - r)) + da);
        if (row == ROW_OF_ONE && k + shift == 0) {
            return log;
        }
        return constant(k + shift, row).plus(log);
    }

    /** {@code k log 2 - log c}. */
    private static DoubleDouble constant(int k, int row) {
        double a = k * LN2_HI; // zero, or greater than b
        double b = LogTable.ROWS[row + 1];
        double s = a + b;
        double c = k * LN2_MID;
        double t = s + c;
        double low = (b - (s - a)) + (c - (t - s)) + Math.fma(k, LN2_LO, LogTable.ROWS[row + 2]);
        return DoubleDouble.quickSum(t, low);
    }

    /** {@code log(1 + r + dr)} for {@code |r| < 1/128}. */
    private static DoubleDouble logNearOne(double r, double dr) {
        double a = 2 + r;
        double inverse = 1 / a;
        double s = r * inverse;
        double ds = (Math.fma(-s, a, r) + Math.fma(-s, (r - (a - 2)) + dr, dr)) * inverse;
        double z = s * s;
        double dz = Math.fma(s, s, -z) + 2 * s * ds;
        DoubleDouble t = artanhTail(z, dz, 2);
        double p = z * t.hi();
        double dp = Math.fma(z, t.hi(), -p) + Math.fma(z, t.lo(), dz * t.hi());
        double q = s * p;
        double dq = Math.fma(s, p, -q) + Math.fma(s, dp, ds * p);
        double h = s + q;
        return DoubleDouble.quickSum(2 * h, 2 * ((q - (h - s)) + (dq + ds)));
    }

    /** {@code 1/3 + z/5 + z^2/7 + ...}, with the first terms in double-double: 2 for {@code z < 2^-15}, 5 for {@code z < 2^-9}. */
    private static DoubleDouble artanhTail(double z, double dz, int doubled) {
        double s = 0;
        for (int n = doubled == 2 ? 13 : 25; n > 2 * doubled + 1; n -= 2) {
            s = Math.fma(z, s, 1.0 / n);
        }
        double ds = 0;
        for (int i = 2 * doubled - 2; i >= 0; i -= 2) {
            double p = z * s;
            double dp = Math.fma(z, s, -p) + Math.fma(z, ds, dz * s);
            double c = ODD_RECIPROCALS[i];
            s = c + p;
            ds = (p - (s - c)) + (ODD_RECIPROCALS[i + 1] + dp);
        }
        return new DoubleDouble(s, ds);
    }

    /** {@code k} such that {@code x / 2^k} is between 11/16 and 11/8. */
    static int binade(double x) {
        return (int) ((Double.doubleToRawLongBits(x) - FLOOR) >> 52);
    }

    /** Where in the table the row of x is. */
    static int row(double x) {
        return 3 * ((int) ((Double.doubleToRawLongBits(x) - FLOOR) >>> 45) & 127);
    }

    /** {@code x / 2^k}, for normal numbers. */
    static double scaledDown(double x, int k) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) - ((long) k << 52));
    }
}

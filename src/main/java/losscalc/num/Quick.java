package losscalc.num;

/**
 * Quick versions of the functions of {@link DoubleDouble}, with a relative error below {@link #ERROR}: usually enough to
 * know how the result rounds ({@link DoubleDouble#isDecided}), at a small part of the cost.
 *
 * <p>Arguments outside the ordinary range (not finite, a result that is not, or one below 2<sup>-1000</sup>) are passed
 * on to the slow versions. The same tables and reductions as there, with one exact product and the rest in doubles.
 */
public final class Quick {
    /** The bound on the relative error of every method here. */
    public static final double ERROR = 0x1p-64;

    /** What {@link Log#LN2_HI} lacks. */
    private static final double LN2_LO = 0x1.ef35793c7673p-45;

    private Quick() {}

    /** {@code log(x)}. */
    public static DoubleDouble log(double x) {
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            return DoubleDouble.of(x).log();
        }
        int k = Log.binade(x);
        int row = Log.row(x);
        return log(k, row, Math.fma(LogTable.ROWS[row], Log.scaledDown(x, k), -1), 0);
    }

    /** {@code log(1 + x)}. */
    public static DoubleDouble log1p(double x) {
        return Math.abs(x) < 0x1p-54 ? DoubleDouble.quickSum(x, -0.5 * x * x) : log1p(x, 0);
    }

    /** {@code log(1 + x + dx)} for {@code |x| >= 2^-54}, or a positive x. */
    private static DoubleDouble log1p(double x, double dx) {
        double u = 1 + x;
        if (!(u > 0 && u <= Double.MAX_VALUE)) {
            return DoubleDouble.of(x).log1p();
        }
        int k = Log.binade(u);
        int row = Log.row(u);
        if (k == 0 && row == Log.ROW_OF_ONE) {
            return log(0, row, x, dx);
        }
        double d = (Math.abs(x) < 1 ? x - (u - 1) : 1 - (u - x)) + dx;
        double c = LogTable.ROWS[row];
        double r = Math.fma(c, Log.scaledDown(u, k), -1);
        double dr = c * DoubleDouble.scaled(d, -k);
        double h = r + dr;
        return log(k, row, h, dr - (h - r));
    }

    /** {@code k log 2 - log c + log(1 + h + l)}. */
    private static DoubleDouble log(int k, int row, double h, double l) {
        double p = h * h;
        double cubic = ((1.0 / 3 - h * (1.0 / 4)) + p * (1.0 / 5 - h * (1.0 / 6)))
                + p * p * ((1.0 / 7 - h * (1.0 / 8)) + p * (1.0 / 9 - h * (1.0 / 10)));
        double tail = Math.fma(h * p, cubic, Math.fma(-0.5, Math.fma(h, h, -p), l - l * h));
        double a = k * Log.LN2_HI;
        double b = LogTable.ROWS[row + 1];
        double s = a + b;
        double t = s + h;
        double v = t - s;
        double w = t - 0.5 * p;
        double e = (b - (s - a)) + ((s - (t - v)) + (h - v)) + ((t - w) - 0.5 * p);
        return DoubleDouble.quickSum(w, e + Math.fma(k, LN2_LO, LogTable.ROWS[row + 2]) + tail);
    }

    /** {@code e^x}. */
    public static DoubleDouble exp(double x) {
        if (!(x >= -690 && x <= 709)) {
            return DoubleDouble.of(x).exp();
        }
        int n = Exp.steps(x);
        double a = Math.fma(-n, Exp.STEP1, x);
        double b = n * Exp.STEP2_FULL;
        double h = a - b;
        double l = (a - h) - b;
        double p = h * h;
        double tail = l + p * ((0.5 + h * (1.0 / 6)) + p * ((1.0 / 24 + h * (1.0 / 120)) + p * (1.0 / 720)));
        int row = Exp.row(n);
        double u = ExpTable.ROWS[row];
        double du = (ExpTable.ROWS[row + 1] - (u - 1)) + ExpTable.ROWS[row + 2];
        double q = u * h;
        double v = u + q;
        double e = (q - (v - u)) + (Math.fma(u, h, -q) + Math.fma(u, tail, Math.fma(du, h, du)));
        double power = DoubleDouble.twoTo(Exp.binade(n));
        double hi = v + e;
        return new DoubleDouble(hi * power, (e - (hi - v)) * power);
    }

    /** {@code log(1 + e^x)}. */
    public static DoubleDouble softplus(double x) {
        if (!(Math.abs(x) <= 690)) {
            return DoubleDouble.of(x).softplus();
        }
        DoubleDouble e = exp(-Math.abs(x));
        DoubleDouble tail = log1p(e.hi(), e.lo());
        return x > 0 ? tail.plus(x) : tail;
    }
}

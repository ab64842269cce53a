package losscalc.num;

/**
 * The unevaluated sum {@code hi + lo} of two doubles with {@code |lo| <= ulp(hi)/2}: a number of about 106 bits, with
 * {@code hi} the sum rounded to nearest.
 *
 * <p>Unless a method says otherwise its relative error is below 2<sup>-100</sup> as long as the result lies between
 * 2<sup>-960</sup> and the greatest double; below that the low part runs out of bits and the absolute error is a few
 * 2<sup>-1074</sup>. An overflow gives {@code (±Infinity, 0)}, a NaN gives {@code (NaN, 0)}.
 *
 * <p>Only IEEE 754 operations and {@link Math#fma} are used, so the bits are the same on every machine. (Every current
 * processor has fma as an instruction; without one it is slow, not wrong.)
 *
 * @param hi the value rounded to a double
 * @param lo what is missing
 * @see <a href="https://doi.org/10.1007/BF01397083">T. J. Dekker, A floating-point technique for extending the available
 *     precision, 1971</a>
 * @see <a href="https://doi.org/10.1145/3121432">M. Joldes, J.-M. Muller, V. Popescu, Tight and rigorous error bounds for
 *     basic building blocks of double-word arithmetic, 2017</a>
 */
public record DoubleDouble(double hi, double lo) implements Real<DoubleDouble> {
    public static final DoubleDouble ZERO = new DoubleDouble(0, 0);
    public static final DoubleDouble ONE = new DoubleDouble(1, 0);
    public static final DoubleDouble LN2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);
    public static final DoubleDouble PI = new DoubleDouble(0x1.921fb54442d18p1, 0x1.1a62633145c07p-53);
    public static final DoubleDouble LOG_2PI = new DoubleDouble(0x1.d67f1c864beb5p0, -0x1.65b5a1b7ff5dfp-54);

    /** {@code x}, exactly. */
    public static DoubleDouble of(double x) {
        return new DoubleDouble(x, 0);
    }

    /** The same of each number. */
    public static DoubleDouble[] of(double[] x) {
        DoubleDouble[] numbers = new DoubleDouble[x.length];
        for (int k = 0; k < x.length; k++) {
            numbers[k] = of(x[k]);
        }
        return numbers;
    }

    /** {@code a + b}, exactly (Knuth's two-sum). */
    public static DoubleDouble sum(double a, double b) {
        double s = a + b;
        double t = s - a;
        return checked(s, (a - (s - t)) + (b - t));
    }

    /** {@code a - b}, exactly. */
    public static DoubleDouble difference(double a, double b) {
        return sum(a, -b);
    }

    /** {@code a * b}, exactly (unless the low part falls below 2<sup>-1074</sup>). */
    public static DoubleDouble product(double a, double b) {
        double p = a * b;
        return checked(p, Math.fma(a, b, -p));
    }

    /** {@code a / b}. */
    public static DoubleDouble quotient(double a, double b) {
        double q = a / b;
        return isOrdinary(q) ? quickSum(q, Math.fma(-q, b, a) / b) : of(q);
    }

    /** {@code a + b} where {@code |a| >= |b|} or {@code a = 0}, exactly (Dekker). */
    static DoubleDouble quickSum(double a, double b) {
        double s = a + b;
        return checked(s, b - (s - a));
    }

    /** {@code x * 2^n}, rounded once. */
    static double scaled(double x, int n) {
        return n >= Double.MIN_EXPONENT && n <= Double.MAX_EXPONENT ? x * twoTo(n) : Math.scalb(x, n);
    }

    /** 2^n, for n that make it a normal number. */
    static double twoTo(int n) {
        return Double.longBitsToDouble((n + 1023L) << 52);
    }

    /**
     * {@code a + b}, as quickSum does it, where that is sound; else {@code rounded}. All operations end in one place that makes
     * the object, so that the compiler need not make it at all.
     */
    private static DoubleDouble corrected(boolean sound, double rounded, double a, double b) {
        double s = a + b;
        double rest = b - (s - a);
        return new DoubleDouble(sound ? s : rounded, sound && Math.abs(s) <= Double.MAX_VALUE ? rest : 0);
    }

    private static DoubleDouble checked(double hi, double lo) {
        return new DoubleDouble(hi, Math.abs(hi) <= Double.MAX_VALUE ? lo : 0);
    }

    /** Neither zero nor infinite nor NaN: a high part that can have a low part. */
    private static boolean isOrdinary(double x) {
        return x != 0 && Math.abs(x) <= Double.MAX_VALUE;
    }

    @Override
    public DoubleDouble plus(DoubleDouble x) {
        double s = hi + x.hi;
        double a = s - hi;
        double e = (hi - (s - a)) + (x.hi - a);
        double t = lo + x.lo;
        double b = t - lo;
        double f = (lo - (t - b)) + (x.lo - b);
        double c = e + t;
        double v = s + c;
        return corrected(Math.abs(s) <= Double.MAX_VALUE, s, v, f + (c - (v - s)));
    }

    @Override
    public DoubleDouble plus(double x) {
        double s = hi + x;
        double a = s - hi;
        return corrected(Math.abs(s) <= Double.MAX_VALUE, s, s, ((hi - (s - a)) + (x - a)) + lo);
    }

    @Override
    public DoubleDouble minus(DoubleDouble x) {
        return plus(x.negate());
    }

    @Override
    public DoubleDouble minus(double x) {
        return plus(-x);
    }

    @Override
    public DoubleDouble times(DoubleDouble x) {
        double p = hi * x.hi;
        double e = Math.fma(hi, x.hi, -p);
        return corrected(isOrdinary(p), p, p, e + Math.fma(lo, x.hi, Math.fma(hi, x.lo, lo * x.lo)));
    }

    @Override
    public DoubleDouble times(double x) {
        double p = hi * x;
        return corrected(isOrdinary(p), p, p, Math.fma(lo, x, Math.fma(hi, x, -p)));
    }

    @Override
    public DoubleDouble dividedBy(DoubleDouble x) {
        double q = hi / x.hi;
        return corrected(isOrdinary(q), q, q, Math.fma(-q, x.lo, Math.fma(-q, x.hi, hi) + lo) / x.hi);
    }

    @Override
    public DoubleDouble dividedBy(double x) {
        double q = hi / x;
        return corrected(isOrdinary(q), q, q, (Math.fma(-q, x, hi) + lo) / x);
    }

    @Override
    public DoubleDouble negate() {
        return new DoubleDouble(-hi, 0 - lo);
    }

    @Override
    public DoubleDouble abs() {
        return new DoubleDouble(Math.abs(hi), hi < 0 ? 0 - lo : lo);
    }

    @Override
    public DoubleDouble squared() {
        return times(this);
    }

    /** {@code 1 / this}. */
    public DoubleDouble reciprocal() {
        return ONE.dividedBy(this);
    }

    /** {@code this * 2^n}, exactly unless it leaves the range. */
    public DoubleDouble scalb(int n) {
        return checked(scaled(hi, n), scaled(lo, n));
    }

    /** The square root; NaN for negative numbers. */
    @Override
    public DoubleDouble sqrt() {
        if (hi < 0x1p-900 && hi > 0) {
            return scalb(200).sqrt().scalb(-100);
        }
        double q = Math.sqrt(hi);
        return isOrdinary(q) ? quickSum(q, (Math.fma(-q, q, hi) + lo) / (2 * q)) : of(q);
    }

    /** The natural logarithm: -Infinity at 0, NaN below; of full relative accuracy near 1. */
    @Override
    public DoubleDouble log() {
        return Log.log(this);
    }

    /** {@code log(1 + this)}: -Infinity at -1, NaN below; of full relative accuracy near 0. */
    @Override
    public DoubleDouble log1p() {
        return Log.log1p(this);
    }

    /** {@code log(1 + this) - this}, without cancellation near 0. */
    @Override
    public DoubleDouble log1pMinus() {
        return Log.log1pMinus(this);
    }

    /** {@code e^this}: 0 from -745.14 down, Infinity from 709.79 up; a subnormal result is off by at most one ulp. */
    @Override
    public DoubleDouble exp() {
        return Exp.exp(this);
    }

    /** {@code e^this - 1}, of full relative accuracy near 0. */
    @Override
    public DoubleDouble expm1() {
        return Exp.expm1(this);
    }

    /** {@code e^this - 1 - this}, without cancellation near 0. */
    @Override
    public DoubleDouble expm1Minus() {
        return Exp.expm1Minus(this);
    }

    @Override
    public DoubleDouble softplus() {
        return Log.softplus(this);
    }

    @Override
    public DoubleDouble logistic() {
        return Exp.logistic(this);
    }

    @Override
    public DoubleDouble logMinus(DoubleDouble x) {
        return lo == 0 && x.lo == 0 ? Functions.logMinus(hi, x.hi) : log().minus(x);
    }

    @Override
    public DoubleDouble expMinus(DoubleDouble y) {
        return lo == 0 && y.lo == 0 ? Functions.expMinus(hi, y.hi) : exp().minus(y);
    }

    @Override
    public DoubleDouble pi() {
        return PI;
    }

    @Override
    public DoubleDouble logTwoPi() {
        return LOG_2PI;
    }

    @Override
    public DoubleDouble logRatio(DoubleDouble m) {
        return lo == 0 && m.lo == 0 ? Functions.logMinusLog(hi, m.hi) : Real.super.logRatio(m);
    }

    @Override
    public DoubleDouble bd0(DoubleDouble m) {
        return lo == 0 && m.lo == 0 ? Functions.bd0(hi, m.hi) : Functions.bd0(this, m);
    }

    @Override
    public DoubleDouble tanh() {
        return Exp.tanh(this);
    }

    /**
     * {@code this^y} for {@code this >= 0}; NaN below 0. Relative error below 2<sup>-98</sup> for {@code |y log(this)|} up to 30,
     * and below 2<sup>-93</sup> always. {@code 0^y} is 0 for positive y, 1 for zero and Infinity for negative y.
     */
    @Override
    public DoubleDouble pow(double y) {
        if (y == 0) {
            return ONE;
        }
        if (y == Math.rint(y) && Math.abs(y) <= 16) {
            DoubleDouble power = integerPower((int) Math.abs(y));
            if (isOrdinary(power.hi) && Math.abs(power.hi) > 0x1p-900) {
                return y > 0 ? power : power.reciprocal();
            }
        }
        if (hi == 0) {
            return y > 0 ? ZERO : of(Double.POSITIVE_INFINITY);
        }
        return y == 0.5 ? sqrt() : log().times(y).exp();
    }

    private DoubleDouble integerPower(int n) {
        DoubleDouble half = n > 1 ? integerPower(n / 2).squared() : ONE;
        return n % 2 == 0 ? half : half.times(this);
    }

    /** Of positive arguments; the error is below 2<sup>-96</sup>, relative to the greater of 1 and the result. */
    @Override
    public DoubleDouble stirlingError() {
        return Gamma.stirlingError(this);
    }

    /** The density of the standard normal distribution; relative error below 2<sup>-94</sup>. */
    @Override
    public DoubleDouble normalPdf() {
        return Normal.pdf(this);
    }

    @Override
    public DoubleDouble normalMiddle() {
        return Normal.middle(this);
    }

    @Override
    public DoubleDouble sin2Pi() {
        return Circle.turned(this, 0);
    }

    @Override
    public DoubleDouble cos2Pi() {
        return Circle.turned(this, 1);
    }

    /** Whether the value is neither infinite nor NaN. */
    public boolean isFinite() {
        return Math.abs(hi) <= Double.MAX_VALUE;
    }

    /**
     * Whether a number within the given relative distance of this one must round to {@link #toDouble} (Ziv's test): the
     * result is then known correctly rounded, and nothing more exact is needed.
     */
    public boolean isDecided(double relativeError) {
        double e = Math.abs(hi) * relativeError;
        return hi + (lo - e) == hi + (lo + e);
    }

    @Override
    public int compareTo(DoubleDouble x) {
        return hi < x.hi ? -1 : hi > x.hi ? 1 : hi == x.hi ? compareParts(lo, x.lo) : Double.compare(hi, x.hi);
    }

    @Override
    public int compareTo(double x) {
        return hi < x ? -1 : hi > x ? 1 : hi == x ? compareParts(lo, 0) : Double.compare(hi, x);
    }

    private static int compareParts(double a, double b) {
        return a < b ? -1 : a > b ? 1 : 0;
    }

    @Override
    public int signum() {
        return compareTo(0);
    }

    @Override
    public DoubleDouble constant(double x) {
        return of(x);
    }

    @Override
    public double toDouble() {
        return hi;
    }
}

package losscalc.num;

/** What losses are made of, in double-double and without cancellation. */
public final class Functions {
    private Functions() {}

    /** {@code log(x / m)} for positive x and m, accurate for x near m, and where x / m is out of range. */
    public static DoubleDouble logMinusLog(double x, double m) {
        if (!(x > 0 && x <= Double.MAX_VALUE && m > 0 && m <= Double.MAX_VALUE)) {
            return DoubleDouble.of(x).log().minus(DoubleDouble.of(m).log());
        }
        int a = Math.getExponent(x);
        int b = Math.getExponent(m);
        double u = Math.scalb(x, -a);
        double v = Math.scalb(m, -b);
        int k = a - b;
        if (k == 1 || k == -1) {
            u = k == 1 ? 2 * u : u;
            v = k == -1 ? 2 * v : v;
            k = 0;
        }
        DoubleDouble log = 0.5 * v <= u && u <= 2 * v
                ? DoubleDouble.difference(u, v).dividedBy(v).log1p()
                : DoubleDouble.quotient(u, v).log();
        return k == 0 ? log : log.plus(DoubleDouble.LN2.times(k));
    }

    /**
     * Loader's deviance {@code x log(x / m) + m - x} for {@code x >= 0} and {@code m > 0}, never negative.
     *
     * @see <a href="https://www.r-project.org/doc/reports/CLoader-dbinom-2002.pdf">C. Loader, Fast and accurate computation
     *     of binomial probabilities, 2000</a>
     */
    public static DoubleDouble bd0(double x, double m) {
        if (x == m) {
            return DoubleDouble.ZERO;
        }
        if (x == 0) {
            return DoubleDouble.of(m);
        }
        if (x < 0x1p-900 && m < 1) {
            return bd0(x * 0x1p600, m * 0x1p600).scalb(-600);
        }
        DoubleDouble d = DoubleDouble.difference(m, x);
        if (Math.abs(d.hi()) <= 0.5 * x) {
            return d.dividedBy(x).log1pMinus().times(-x);
        }
        return logMinusLog(x, m).times(x).plus(d);
    }

    /** The same for double-double arguments. */
    public static DoubleDouble bd0(DoubleDouble x, DoubleDouble m) {
        DoubleDouble d = m.minus(x);
        if (d.signum() == 0) {
            return DoubleDouble.ZERO;
        }
        if (x.signum() == 0) {
            return m;
        }
        if (Math.abs(d.hi()) <= 0.5 * x.hi()) {
            return d.dividedBy(x).log1pMinus().times(x.negate());
        }
        DoubleDouble ratio = x.dividedBy(m);
        boolean inRange = ratio.hi() > 0x1p-900 && ratio.hi() < 0x1p900;
        return (inRange ? ratio.log() : x.log().minus(m.log())).times(x).plus(d);
    }

    /** {@code e^x - y}, without cancellation where the two are nearly the same. */
    public static DoubleDouble expMinus(double x, double y) {
        if (y == 1) {
            return DoubleDouble.of(x).expm1();
        }
        DoubleDouble d = DoubleDouble.of(x).exp().minus(y);
        return Math.abs(d.hi()) < 0x1p-30 * y && y < Double.MAX_VALUE ? preciselyExpMinus(x, y) : d;
    }

    /** {@code log(x) - y} for positive x, without cancellation where the two are nearly the same. */
    public static DoubleDouble logMinus(double x, double y) {
        DoubleDouble d = DoubleDouble.of(x).log().minus(y);
        return Math.abs(d.hi()) < 0x1p-30 * Math.abs(y) && x >= Double.MIN_NORMAL
                ? preciselyExpMinus(y, x).dividedBy(x).log1p().negate()
                : d;
    }

    private static DoubleDouble preciselyExpMinus(double x, double y) {
        return Ball.of(x, 2 * Exactly.FIRST_BITS).exp().minus(y).toDoubleDouble();
    }
}

package losscalc.num;

/**
 * Functions of one double, correctly rounded (to nearest, ties to even): the same bits on every machine and every JDK.
 *
 * <p>Each is computed quickly to about 64 bits; when that leaves the rounding open (one time in a thousand), to about 100
 * bits; and when that does too, with as many digits as it takes (Ziv's strategy).
 *
 * @see <a href="https://doi.org/10.1145/114697.116813">A. Ziv, Fast evaluation of elementary mathematical functions with
 *     correctly rounded last bit, 1991</a>
 */
public final class Elementary {
    private static final double SLOW_ERROR = 0x1p-98;

    private Elementary() {}

    /** The natural logarithm: -Infinity at 0, NaN below. */
    public static double log(double x) {
        DoubleDouble quick = Quick.log(x);
        return quick.isDecided(Quick.ERROR) ? quick.hi() : slowLog(x);
    }

    private static double slowLog(double x) {
        return rounded(DoubleDouble.of(x).log(), Wide.Function.LOG, x);
    }

    /** {@code log(1 + x)}: -Infinity at -1, NaN below. */
    public static double log1p(double x) {
        DoubleDouble quick = Quick.log1p(x);
        return quick.isDecided(Quick.ERROR) ? quick.hi() : slowLog1p(x);
    }

    private static double slowLog1p(double x) {
        return rounded(DoubleDouble.of(x).log1p(), Wide.Function.LOG1P, x);
    }

    /** {@code e^x}: Infinity above 709.78, 0 below -745.13. */
    public static double exp(double x) {
        DoubleDouble quick = Quick.exp(x);
        return quick.isDecided(Quick.ERROR) && x > -690 ? quick.hi() : slowExp(x);
    }

    private static double slowExp(double x) {
        if (x < -708 && x > -746) {
            double tiny = Exp.roundedTinyExp(x);
            return tiny == tiny ? tiny : Wide.rounded(Wide.Function.EXP, x);
        }
        return rounded(DoubleDouble.of(x).exp(), Wide.Function.EXP, x);
    }

    /** {@code log(1 + e^x)}. */
    public static double softplus(double x) {
        if (x < -690) {
            return exp(x);
        }
        DoubleDouble quick = Quick.softplus(x);
        return quick.isDecided(Quick.ERROR) ? quick.hi() : slowSoftplus(x);
    }

    private static double slowSoftplus(double x) {
        return rounded(DoubleDouble.of(x).softplus(), Wide.Function.SOFTPLUS, x);
    }

    private static double rounded(DoubleDouble slow, Wide.Function function, double x) {
        return slow.isDecided(SLOW_ERROR) || !slow.isFinite() ? slow.hi() : Wide.rounded(function, x);
    }
}

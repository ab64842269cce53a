package losscalc.num;

/**
 * Functions of one double, correctly rounded (to nearest, ties to even): the same bits on every machine and every JDK.
 */
public final class Elementary {
    private Elementary() {}

    /** The natural logarithm: -Infinity at 0, NaN below. */
    public static double log(double x) {
        return DoubleDouble.of(x).log().hi();
    }

    /** {@code log(1 + x)}: -Infinity at -1, NaN below. */
    public static double log1p(double x) {
        return DoubleDouble.of(x).log1p().hi();
    }

    /** {@code e^x}. */
    public static double exp(double x) {
        return DoubleDouble.of(x).exp().hi();
    }

    /** {@code e^x - 1}. */
    public static double expm1(double x) {
        return DoubleDouble.of(x).expm1().hi();
    }

    /** {@code log(1 + e^x)}. */
    public static double softplus(double x) {
        return DoubleDouble.of(x).softplus().hi();
    }

    /** {@code 1 / (1 + e^-x)}. */
    public static double logistic(double x) {
        return DoubleDouble.of(x).logistic().hi();
    }
}

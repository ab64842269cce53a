package losscalc.num;

/**
 * The logarithm of the gamma function and its derivative, for positive arguments: Stirling's series from 24 on, and the
 * recurrence below.
 *
 * @see <a href="https://dlmf.nist.gov/5.11">NIST Digital Library of Mathematical Functions, 5.11</a>
 */
final class Gamma {
    private static final int LARGE = 24;
    /** Up to here (n - 1)! is exact in double-double. */
    private static final int EXACT_FACTORIAL = 28;

    /** B(2k) / (2k (2k - 1)) for k = 1, 2, ... as numerators and denominators. */
    private static final double[] STIRLING = {
        1,
        12,
        -1,
        360,
        1,
        1260,
        -1,
        1680,
        1,
        1188,
        -691,
        360360,
        1,
        156,
        -3617,
        122400,
        43867,
        244188,
        -174611,
        125400,
        77683,
        5796,
        -236364091,
        1506960,
        657931,
        300,
        -3392780147.0,
        93960,
        1723168255201.0,
        2492028,
    };

    private Gamma() {}

    /**
     * For positive arguments; NaN below 0, Infinity at 0, exactly 0 at 1 and 2. The error is below 2<sup>-96</sup>, relative to
     * the greater of 1 and the result.
     */
    static DoubleDouble logGamma(DoubleDouble x) {
        double hi = x.hi();
        if (!(hi > 0 && hi <= Double.MAX_VALUE)) {
            return DoubleDouble.of(hi < 0 ? Double.NaN : hi == 0 ? Double.POSITIVE_INFINITY : hi);
        }
        if (hi <= EXACT_FACTORIAL && x.lo() == 0 && hi == Math.rint(hi)) {
            return rising(DoubleDouble.ONE, (int) hi - 1).log();
        }
        int n = stepsToLarge(hi);
        DoubleDouble y = x.plus(n);
        DoubleDouble stirling = y.minus(0.5)
                .times(y.log())
                .minus(y)
                .plus(DoubleDouble.LOG_2PI.scalb(-1))
                .plus(series(y.squared().reciprocal()).dividedBy(y));
        return n == 0 ? stirling : stirling.minus(rising(x, n).log());
    }

    /** {@code logGamma(x) - (x - 1/2) log(x) + x - log(2 pi)/2}: what Stirling's formula leaves out; for positive x. */
    static DoubleDouble stirlingError(DoubleDouble x) {
        if (x.hi() >= LARGE) {
            return series(x.squared().reciprocal()).dividedBy(x);
        }
        return logGamma(x).minus(x.minus(0.5).times(x.log())).plus(x).minus(DoubleDouble.LOG_2PI.scalb(-1));
    }

    private static int stepsToLarge(double x) {
        return x < LARGE ? (int) Math.ceil(LARGE - x) : 0;
    }

    /** {@code x (x + 1) ... (x + n - 1)}. */
    private static DoubleDouble rising(DoubleDouble x, int n) {
        DoubleDouble product = DoubleDouble.ONE;
        for (int i = n - 1; i >= 0; i--) {
            product = product.times(x.plus(i));
        }
        return product;
    }

    /** {@code sum of c(k) z^(k-1)}. */
    private static DoubleDouble series(DoubleDouble z) {
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int i = STIRLING.length - 2; i >= 0; i -= 2) {
            sum = sum.times(z).plus(DoubleDouble.quotient(STIRLING[i], STIRLING[i + 1]));
        }
        return sum;
    }
}

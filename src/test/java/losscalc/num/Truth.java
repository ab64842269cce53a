package losscalc.num;

import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Exact arithmetic to judge roundings by, sharing no code with what is tested. */
final class Truth {
    private Truth() {}

    static BigDecimal sum(double[] x) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double v : x) {
            sum = sum.add(new BigDecimal(v));
        }
        return sum;
    }

    /** Fails unless {@code actual} is the nearest double to {@code numerator / denominator > 0}, ties to even. */
    static void assertNearest(BigDecimal numerator, BigDecimal denominator, double actual) {
        if (numerator.signum() < 0) {
            assertNearest(numerator.negate(), denominator, -actual);
            return;
        }
        if (!isNearest(numerator, denominator, actual)) {
            fail(actual + " is not nearest to " + numerator + " / " + denominator);
        }
    }

    private static boolean isNearest(BigDecimal numerator, BigDecimal denominator, double actual) {
        if (!(actual >= 0)) {
            return false;
        }
        boolean even = (Double.doubleToRawLongBits(actual) & 1) == 0;
        if (actual > 0) {
            int low = numerator.compareTo(middle(Math.nextDown(actual)).multiply(denominator));
            if (low < 0 || low == 0 && !even) {
                return false;
            }
        }
        if (actual == Double.POSITIVE_INFINITY) {
            return true;
        }
        int high = numerator.compareTo(middle(actual).multiply(denominator));
        return high < 0 || high == 0 && even;
    }

    /** The middle between a double and the next one, where infinity stands for 2^1024. */
    private static BigDecimal middle(double x) {
        BigDecimal next =
                x == Double.MAX_VALUE ? new BigDecimal(BigInteger.ONE.shiftLeft(1024)) : new BigDecimal(Math.nextUp(x));
        return new BigDecimal(x).add(next).divide(BigDecimal.valueOf(2));
    }
}

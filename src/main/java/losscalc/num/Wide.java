package losscalc.num;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The last resort of {@link Elementary}: with as many decimal digits as the rounding needs. Reached about once in
 * 10<sup>13</sup> arguments, so short rather than fast.
 */
final class Wide {
    /** What can be computed here. */
    enum Function {
        LOG,
        LOG1P,
        EXP,
        EXPM1,
        SOFTPLUS,
        LOGISTIC
    }

    private static final int MOST_DIGITS = 1600;
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Wide() {}

    /** The value at a finite x, 2^-54 and more from any zero of the function, rounded to nearest. */
    static double rounded(Function function, double x) {
        for (int digits = 50; ; digits *= 2) {
            // Digits lost where 1 + e^x or e^x - 1 is close to 1 or 0.
            int lost = 25 + (int) Math.min(Math.abs(x), 746);
            BigDecimal value = value(function, new BigDecimal(x), digits + lost);
            BigDecimal error = value.abs().scaleByPowerOfTen(-digits);
            double below = value.subtract(error).doubleValue();
            double above = value.add(error).doubleValue();
            if (below == above || digits > MOST_DIGITS) {
                return above;
            }
        }
    }

    /** {@code e^x - y} to the accuracy of a double-double, also where the two are nearly the same. */
    static DoubleDouble expMinus(double x, double y) {
        BigDecimal difference = exp(new BigDecimal(x), 80).subtract(new BigDecimal(y));
        double hi = difference.doubleValue();
        return DoubleDouble.quickSum(hi, difference.subtract(new BigDecimal(hi)).doubleValue());
    }

    private static BigDecimal value(Function function, BigDecimal x, int digits) {
        MathContext context = new MathContext(digits);
        return switch (function) {
            case LOG -> log(x, digits);
            case LOG1P -> log(x.add(ONE), digits);
            case EXP -> exp(x, digits);
            case EXPM1 -> exp(x, digits).subtract(ONE);
            case SOFTPLUS -> log(exp(x, digits).add(ONE), digits);
            case LOGISTIC -> ONE.divide(ONE.add(exp(x.negate(), digits)), context);
        };
    }

    /** {@code e^x}, by Taylor's series at x / 2^30 and repeated squaring. */
    private static BigDecimal exp(BigDecimal x, int digits) {
        int halvings = 30;
        MathContext context = new MathContext(digits + 15);
        BigDecimal r = x.divide(TWO.pow(halvings), context);
        BigDecimal sum = ONE;
        BigDecimal term = ONE;
        for (int n = 1; term.signum() != 0 && term.precision() - term.scale() > -context.getPrecision(); n++) {
            term = term.multiply(r, context).divide(BigDecimal.valueOf(n), context);
            sum = sum.add(term, context);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, context);
        }
        return sum;
    }

    /** {@code log(x)} to the given digits after the point, by Halley's iteration from a logarithm of 16 digits. */
    private static BigDecimal log(BigDecimal x, int digits) {
        MathContext context = new MathContext(digits + 5);
        BigDecimal y = new BigDecimal(DoubleDouble.of(x.doubleValue()).log().hi());
        for (int known = 13; known < digits; known *= 3) {
            BigDecimal e = exp(y, digits + 5);
            y = y.add(TWO.multiply(x.subtract(e)).divide(x.add(e), context));
        }
        return y;
    }
}

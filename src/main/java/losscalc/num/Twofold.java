package losscalc.num;

/**
 * The quick end of a formula: numbers held as two doubles {@code r + dr}, without an object for them, and results rounded
 * once. Where a method does not know how its result rounds, that is NaN, and so is all that is made of it: then the formula
 * is to be asked in full.
 *
 * <p>That is so for one pair of random numbers in 10<sup>13</sup>, for parts too far apart to be held in two doubles, and
 * near the ends of the range, where products lose bits.
 */
public final class Twofold {
    /** More than the methods below can be wrong by, relative to the result. */
    private static final double ERROR = 0x1p-101;

    /** Below, the low part of a product loses bits. */
    private static final double FLOOR = 0x1p-900;

    /** What it is that a square loses bits below, over the number that is squared. */
    private static final double TINY = 0x1p-500;

    /** As a factor three times, it makes every number infinite but zero; twice, large enough for any bound. */
    private static final double HUGE = 0x1p1000;

    private Twofold() {}

    /** What is lost in the rounding of {@code sum = a + b}, exactly; NaN where the sum overflows (Knuth's two-sum). */
    public static double lost(double a, double b, double sum) {
        double t = sum - a;
        return (a - (sum - t)) + (b - t);
    }

    /** {@code a + b} where that is a double; else NaN. */
    public static double exact(double a, double b) {
        double sum = a + b;
        return lost(a, b, sum) == 0 ? sum : Double.NaN;
    }

    /**
     * {@code (r + dr)^2}, rounded; {@code dr} is exact and below an ulp of r. It has no branch, so that the compiler makes vector
     * instructions of a loop of it: where the last bit is not known, what differs is made infinite, and its difference NaN.
     */
    public static double squared(double r, double dr) {
        double square = r * r;
        double low = Math.fma(2 * r, dr, Math.fma(r, r, -square));
        double error = Math.fma(Math.abs(r), TINY, Math.min(square * ERROR, Math.abs(dr) * HUGE * HUGE));
        double least = square + (low - error);
        double doubt = (square + (low + error) - least) * HUGE * HUGE * HUGE;
        return least + (doubt - doubt);
    }

    /** {@code (w + dw) (r + dr)^2}, rounded; {@code dw} and {@code dr} are exact and below an ulp of w and r. */
    public static double squared(double w, double dw, double r, double dr) {
        double square = r * r;
        double product = w * square;
        double low = Math.fma(w, Math.fma(2 * r, dr, Math.fma(r, r, -square)), dw * square);
        return r == 0 ? 0 : rounded(product, Math.fma(w, square, -product) + low, false);
    }

    /** {@code (w + dw) (r + dr)}, rounded; {@code dw} and {@code dr} are exact and below an ulp of w and r. */
    public static double product(double w, double dw, double r, double dr) {
        double product = w * r;
        double rest = Math.fma(w, r, -product);
        double low = Math.fma(w, dr, Math.fma(dw, r, rest));
        boolean isExact = dw == 0 && (dr == 0 || rest == 0 && Math.fma(w, dr, -low) == 0);
        return r == 0 ? 0 : rounded(product, low, isExact);
    }

    /** {@code (r + dr)^2 / d}, rounded; {@code dr} is exact and below an ulp of r. */
    public static double squaredOver(double r, double dr, double d) {
        double square = r * r;
        double quotient = square / d;
        double low = Math.fma(2 * r, dr, Math.fma(r, r, -square));
        return r == 0 ? 0 : rounded(quotient, (Math.fma(-quotient, d, square) + low) / d, false);
    }

    /** {@code hi + lo}, rounded. */
    private static double rounded(double hi, double lo, boolean isExact) {
        double error = Math.abs(hi) * ERROR;
        boolean known = hi + (lo - error) == hi + (lo + error) || isExact;
        return known && Math.abs(hi) > FLOOR ? hi + lo : Double.NaN;
    }
}

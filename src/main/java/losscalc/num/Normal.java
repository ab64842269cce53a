package losscalc.num;

/**
 * The standard normal distribution: by a series of positive terms in the middle, by Laplace's continued fraction in the
 * tails.
 *
 * @see <a href="https://doi.org/10.18637/jss.v011.i04">G. Marsaglia, Evaluating the normal distribution, 2004</a>
 */
final class Normal {
    private static final double MIDDLE = 2.5;

    private Normal() {}

    static DoubleDouble pdf(DoubleDouble x) {
        return x.squared()
                .scalb(-1)
                .plus(DoubleDouble.LOG_2PI.scalb(-1))
                .negate()
                .exp();
    }

    /** The probability up to x; relative error below 2<sup>-94</sup>, tails included. */
    static DoubleDouble cdf(DoubleDouble x) {
        double hi = x.hi();
        if (!(Math.abs(hi) < 39)) {
            return DoubleDouble.of(hi > 0 ? 1 : hi < 0 ? 0 : hi);
        }
        if (Math.abs(hi) <= MIDDLE) {
            return pdf(x).times(series(x)).plus(0.5);
        }
        return hi < 0 ? lowerTail(x.negate()) : lowerTail(x).negate().plus(1);
    }

    /** {@code cdf(x) - cdf(-x)}, without cancellation near 0. */
    static DoubleDouble middle(DoubleDouble x) {
        return Math.abs(x.hi()) <= MIDDLE
                ? pdf(x).times(series(x)).scalb(1)
                : cdf(x).minus(0.5).scalb(1);
    }

    /** The same to any number of bits. */
    static Ball middle(Ball x) {
        if (x.isSpecial() || x.isExactZero()) {
            return x.constant(Math.signum(x.special()));
        }
        Ball density = x.normalPdf();
        if (density.size() < -x.bits()) {
            // What is missing to 1 is less than twice the density.
            return x.constant(x.signum()).blurred(density.size() + 1);
        }
        Ball z = x.squared();
        Ball sum = x;
        Ball term = x;
        for (int n = 3; n < 2 * z.toDouble() || !term.isLostBeside(sum); n += 2) {
            term = term.times(z).dividedBy(n);
            sum = sum.plus(term);
        }
        // Each of the terms that are left out is less than half of the one before.
        return sum.blurred(term.size() + 1).times(density).times(2);
    }

    /** {@code x + x^3/3 + x^5/(3 5) + x^7/(3 5 7) + ...}. */
    private static DoubleDouble series(DoubleDouble x) {
        DoubleDouble z = x.squared();
        DoubleDouble sum = x;
        DoubleDouble term = x;
        for (int n = 3; Math.abs(term.hi()) > Math.abs(sum.hi()) * 0x1p-110; n += 2) {
            term = term.times(z).dividedBy(n);
            sum = sum.plus(term);
        }
        return sum;
    }

    /** The probability beyond a positive x: {@code pdf(x) / (x + 1/(x + 2/(x + 3/(x + ...))))}. */
    private static DoubleDouble lowerTail(DoubleDouble x) {
        DoubleDouble fraction = x;
        for (int n = 20 + (int) (1500 / (x.hi() * x.hi())); n > 0; n--) {
            fraction = DoubleDouble.of(n).dividedBy(fraction).plus(x);
        }
        return pdf(x).dividedBy(fraction);
    }
}

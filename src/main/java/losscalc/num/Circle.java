package losscalc.num;

/** Sine and cosine of a number of turns: the reduction to an eighth of a turn is exact, and Taylor's series does the rest. */
final class Circle {
    private static final DoubleDouble TWO_PI = DoubleDouble.PI.scalb(1);

    private Circle() {}

    /** {@code sin(2 pi x)}. */
    static DoubleDouble sine(DoubleDouble x) {
        return atQuarter(x, 0);
    }

    /** {@code cos(2 pi x)}. */
    static DoubleDouble cosine(DoubleDouble x) {
        return atQuarter(x, 1);
    }

    /** {@code sin(2 pi (x + ahead/4))}. */
    private static DoubleDouble atQuarter(DoubleDouble x, int ahead) {
        if (!x.isFinite()) {
            return DoubleDouble.of(Double.NaN);
        }
        DoubleDouble y = x.minus(Math.rint(x.hi()));
        double quarter = Math.rint(4 * y.hi());
        DoubleDouble angle = y.minus(quarter / 4).times(TWO_PI);
        DoubleDouble z = angle.squared().negate();
        DoubleDouble value =
                switch ((int) quarter + ahead & 3) {
                    case 0 -> series(z, 28).times(angle);
                    case 1 -> series(z, 27);
                    case 2 -> series(z, 28).times(angle).negate();
                    default -> series(z, 27).negate();
                };
        return value.hi() == 0 ? DoubleDouble.ZERO : value;
    }

    /** {@code 1 + z/(n(n-1)) (...)} down to {@code z/2} or {@code z/6}: the cosine, or the sine by its argument. */
    private static DoubleDouble series(DoubleDouble z, int last) {
        DoubleDouble sum = DoubleDouble.ONE;
        for (int n = last + 1; n > 1; n -= 2) {
            sum = sum.times(z).dividedBy(n * (n - 1)).plus(1);
        }
        return sum;
    }
}

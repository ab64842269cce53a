package losscalc.num;

/** Sine and cosine of a number of turns: the reduction to an eighth of a turn is exact, and Taylor's series does the rest. */
final class Circle {
    /** Enough for a double-double; the term after it is below 2^-110. */
    private static final int TERMS = 28;

    private Circle() {}

    /** {@code sin(2 pi (x + ahead/4))}. */
    static DoubleDouble turned(DoubleDouble x, int ahead) {
        return turned(x, ahead, TERMS);
    }

    /** The same to any number of bits. */
    static Ball turned(Ball x, int ahead) {
        if (x.isVague()) {
            return x.undecided(x.constant(Double.NaN));
        }
        // From (bits/3 + 30)! on the terms are below 2^(-2 bits).
        Ball value = turned(x, ahead, x.bits() / 6 * 2 + 32);
        return value.isExactZero() ? value : value.blurred(value.size() - 2L * x.bits());
    }

    private static <R extends Real<R>> R turned(R x, int ahead, int terms) {
        double near = x.toDouble();
        if (!(Math.abs(near) <= Double.MAX_VALUE)) {
            return x.constant(Double.NaN);
        }
        R y = x.minus(Math.rint(near));
        double quarter = Math.rint(4 * y.toDouble());
        R angle = y.minus(quarter / 4).times(x.pi()).times(2);
        R z = angle.squared().negate();
        return switch ((int) quarter + ahead & 3) {
            case 0 -> series(z, terms).times(angle);
            case 1 -> series(z, terms - 1);
            case 2 -> series(z, terms).times(angle).negate();
            default -> series(z, terms - 1).negate();
        };
    }

    /** {@code 1 + z/(n(n-1)) (...)} down to {@code z/2} or {@code z/6}: the cosine, or the sine by its argument. */
    private static <R extends Real<R>> R series(R z, int last) {
        R sum = z.constant(1);
        for (int n = last + 1; n > 1; n -= 2) {
            sum = sum.times(z).dividedBy((double) n * (n - 1)).plus(1);
        }
        return sum;
    }
}

package losscalc.num;

/**
 * The logarithm in double-double: {@code log(2^k z) = k log 2 - log c + log(1 + r)} with {@code c} from a table such
 * that {@code r = c z - 1} is small (Tang's method), and {@code log(1 + r) = 2 artanh(r / (2 + r))}.
 *
 * @see <a href="https://doi.org/10.1145/98267.98294">P. T. P. Tang, Table-driven implementation of the logarithm function
 *     in IEEE floating-point arithmetic, 1990</a>
 */
final class Log {
    /** Below 11/16 by half a step of the table: what is at 1 after scaling lies in the middle of a step. */
    private static final long FLOOR = 0x3fe6000000000000L - (1L << 44);

    /** The row with c = 1. */
    static final int ROW_OF_ONE = 3 * 80;

    private static final DoubleDouble THIRD = new DoubleDouble(0x1.5555555555555p-2, 0x1.5555555555555p-56);
    private static final DoubleDouble FIFTH = new DoubleDouble(0x1.999999999999ap-3, -0x1.999999999999ap-57);

    private Log() {}

    static DoubleDouble log(DoubleDouble x) {
        double hi = x.hi();
        if (!(hi > 0 && hi <= Double.MAX_VALUE)) {
            return DoubleDouble.of(hi > 0 ? hi : hi == 0 ? Double.NEGATIVE_INFINITY : Double.NaN);
        }
        return hi < 0x1p-900 ? logOfNormal(x.scalb(128)).minus(DoubleDouble.LN2.scalb(7)) : logOfNormal(x);
    }

    static DoubleDouble log1p(DoubleDouble x) {
        double hi = x.hi();
        if (binade(1 + hi) == 0) {
            return logOfScaled(0, row(1 + hi), x);
        }
        return log(x.plus(1));
    }

    private static DoubleDouble logOfNormal(DoubleDouble x) {
        int k = binade(x.hi());
        return logOfScaled(k, row(x.hi()), (k == 0 ? x : x.scalb(-k)).minus(1));
    }

    /** {@code k log 2 + log(1 + t)}, with the row of the table that suits {@code 1 + t}. */
    private static DoubleDouble logOfScaled(int k, int row, DoubleDouble t) {
        if (row == ROW_OF_ONE) {
            DoubleDouble log = logNearOne(t);
            return k == 0 ? log : log.plus(DoubleDouble.LN2.times(k));
        }
        double c = LogTable.ROWS[row];
        DoubleDouble log = logNearOne(t.times(c).plus(c - 1));
        DoubleDouble minusLogC = new DoubleDouble(LogTable.ROWS[row + 1], LogTable.ROWS[row + 2]);
        return log.plus(k == 0 ? minusLogC : minusLogC.plus(DoubleDouble.LN2.times(k)));
    }

    /** {@code log(1 + r)} for {@code |r| < 1/128}. */
    private static DoubleDouble logNearOne(DoubleDouble r) {
        DoubleDouble s = r.dividedBy(r.plus(2));
        DoubleDouble z = s.squared();
        return s.plus(s.times(z).times(artanhTail(z))).scalb(1);
    }

    /** {@code 1/3 + z/5 + z^2/7 + ...} for {@code z < 2^-16}. */
    private static DoubleDouble artanhTail(DoubleDouble z) {
        double w = z.hi();
        double tail = w * (1.0 / 7 + w * (1.0 / 9 + w * (1.0 / 11 + w * (1.0 / 13))));
        return z.times(FIFTH.plus(tail)).plus(THIRD);
    }

    /** {@code k} such that {@code x / 2^k} is between 11/16 and 11/8. */
    static int binade(double x) {
        return (int) ((Double.doubleToRawLongBits(x) - FLOOR) >> 52);
    }

    /** Where in the table the row of x is. */
    static int row(double x) {
        return 3 * ((int) ((Double.doubleToRawLongBits(x) - FLOOR) >>> 45) & 127);
    }

    static DoubleDouble log1pMinus(DoubleDouble x) {
        if (Math.abs(x.hi()) > 0.0625) {
            return log1p(x).minus(x);
        }
        DoubleDouble s = x.dividedBy(x.plus(2));
        DoubleDouble z = s.squared();
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int n = 25; n >= 3; n -= 2) {
            sum = sum.times(z).plus(DoubleDouble.quotient(1, n));
        }
        return s.times(sum.times(z).scalb(1).minus(x));
    }
}

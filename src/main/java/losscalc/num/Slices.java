package losscalc.num;

/**
 * Adds many doubles at once, exactly: all are cut at the same binary place, the upper parts add up without a rounding, and the
 * lower parts are cut again.
 *
 * <p>Method: ExtractVector of S. M. Rump, T. Ogita and S. Oishi, "Accurate floating-point summation, part I: faithful rounding",
 * 2008, <a href="https://doi.org/10.1137/050645671">doi 10.1137/050645671</a>. Numbers of like size need two or three cuts, each
 * of which is a loop of vector instructions; an integer sum would have to wait for each number in turn.
 */
final class Slices {
    /** So many numbers at most are cut together. */
    private static final int CAPACITY = 1024;

    /** What is left then are a few numbers, much smaller than the others: they are quicker added one by one. */
    private static final int MAX_CUTS = 4;

    /** Beyond, the place to cut at is no double. */
    private static final double TOO_LARGE = 0x1p1020;

    private final double[] upper = new double[CAPACITY];
    private final double[] rest = new double[CAPACITY];

    /** Adds the first {@code n} elements of {@code x} to the sum; not finite ones, too. */
    void add(double[] x, int n, ExactSum sum) {
        for (int from = 0; from < n; from += CAPACITY) {
            int count = Math.min(n - from, CAPACITY);
            System.arraycopy(x, from, rest, 0, count);
            add(count, sum);
        }
    }

    private void add(int n, ExactSum sum) {
        double size = size(n);
        for (int cuts = 0; size != 0 && size < TOO_LARGE && cuts < MAX_CUTS; cuts++) {
            cut(rest, upper, 1.5 * power(size, 3), n);
            subtract(rest, upper, n);
            sum.add(sum(upper, n));
            size = size(n);
        }
        for (int i = 0; size != 0 && i < n; i++) {
            sum.add(rest[i]);
        }
    }

    /** The sum of the absolute values, rounded; it is as large as the largest of them. */
    private double size(int n) {
        absolute(rest, upper, n);
        return sum(upper, n);
    }

    /** 2^(e + more), where 2^e is the largest power of two up to x. */
    private static double power(double x, int more) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(x) >>> 52) + more << 52);
    }

    /**
     * Rounds to a multiple of the place's last bit. With the place at 12 times the leading bit of the {@link #size}, that is
     * 2^-50 or more of the size: sums of such multiples stay below 2^53 of them, so none is rounded.
     */
    private static void cut(double[] x, double[] upper, double place, int n) {
        for (int i = 0; i < n; i++) {
            upper[i] = (place + x[i]) - place;
        }
    }

    private static void absolute(double[] x, double[] absolute, int n) {
        for (int i = 0; i < n; i++) {
            absolute[i] = Math.abs(x[i]);
        }
    }

    private static void subtract(double[] x, double[] upper, int n) {
        for (int i = 0; i < n; i++) {
            x[i] -= upper[i];
        }
    }

    /** The sum; four at a time, as none has to wait for the one before. */
    private static double sum(double[] x, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i < n - 3; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < n; i++) {
            a += x[i];
        }
        return a + b + (c + d);
    }
}

package losscalc.num;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Order statistics of doubles: any quantile, exact, in bounded memory.
 *
 * <p>The quantile at level {@code q} of {@code n} values is type 7 of Hyndman and Fan ("Sample
 * quantiles in statistical packages", 1996, <a href="https://doi.org/10.2307/2684934">doi
 * 10.2307/2684934</a>), the default of R, NumPy and pandas: with {@code h = (n - 1) q}, the value
 * of rank {@code floor(h)}, counted from 0, and its successor are interpolated linearly. The level
 * is the decimal as written, and the interpolation is exact and rounded once: {@code 0.1} means one
 * tenth, and a quantile that falls on a sample value is that value.
 *
 * <p>Up to a cap the values stay in memory; beyond it they go to a temporary file, eight bytes
 * each, which a quantile reads a few times (a radix selection: each pass over the values settles 16
 * more bits of the wanted one, until the candidates are few enough to sort). The order of the
 * values does not matter. Negative zero comes before zero; any NaN makes every quantile NaN.
 *
 * <p>A failure of the temporary file is an {@link java.io.UncheckedIOException}.
 */
public final class Quantiles implements AutoCloseable {
    /** As many values are kept in memory unless said otherwise: 2 MiB of them, because each group has its own. */
    public static final int DEFAULT_CAP = 1 << 18;

    private static final int DIGIT_BITS = 16;
    private static final int BLOCK = 1 << 16;
    private static final int MAX_LEVEL_DIGITS = 400;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final int cap;
    private double[] values = new double[16];
    private int size;
    private boolean nan;

    /** The values that memory does not hold; null if there are none. */
    private Spill spill;

    /** No values, with the default cap. */
    public Quantiles() {
        this(DEFAULT_CAP);
    }

    /** No values; at most {@code cap} of them will stand in memory. */
    public Quantiles(int cap) {
        this.cap = Math.max(cap, values.length);
    }

    /** Adds a value. */
    public void add(double x) {
        if (size == values.length) {
            makeRoom();
        }
        nan |= Double.isNaN(x);
        values[size++] = x;
    }

    /** Adds the first {@code n} elements of {@code x}. */
    public void addAll(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            add(x[i]);
        }
    }

    private void makeRoom() {
        if (size < cap) {
            values = Arrays.copyOf(values, (int) Math.min(cap, 2L * size));
            return;
        }
        if (spill == null) {
            spill = new Spill();
        }
        spill.append(values, size);
        size = 0;
    }

    /** Adds all values of {@code other}, which keeps them. */
    public void merge(Quantiles other) {
        double[] block = new double[BLOCK];
        long spilled = other.spilled();
        int n = other.size;
        for (long at = 0; at < spilled; at += BLOCK) {
            addAll(block, other.spill.read(at, Math.min(spilled - at, BLOCK), block));
        }
        addAll(other.values, n);
    }

    /** How many values were added. */
    public long count() {
        return spilled() + size;
    }

    private long spilled() {
        return spill == null ? 0 : spill.count();
    }

    /** The quantile at level one half; NaN of nothing. */
    public double median() {
        return quantile(HALF);
    }

    /**
     * The quantile at a level from 0 to 1. NaN of nothing; between infinities of both signs NaN,
     * between an infinity and a number that infinity.
     */
    public double quantile(BigDecimal level) {
        if (level.signum() < 0 || level.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a level lies between 0 and 1");
        }
        if (level.scale() > MAX_LEVEL_DIGITS) {
            throw new IllegalArgumentException("a level has 400 decimals at most");
        }
        if (nan || count() == 0) {
            return Double.NaN;
        }
        BigDecimal place = level.multiply(BigDecimal.valueOf(count() - 1));
        BigInteger rank = place.toBigInteger();
        BigDecimal part = place.subtract(new BigDecimal(rank));
        double below = select(rank.longValue());
        return part.signum() == 0 ? below : between(below, select(rank.longValue() + 1), part);
    }

    /** {@code a + part * (b - a)}, exact but for one rounding. */
    private static double between(double a, double b, BigDecimal part) {
        if (a == b || !Double.isFinite(a) || !Double.isFinite(b)) {
            // Of zeros of both signs, the positive one.
            return a == b ? Math.max(a, b) : a + b;
        }
        BigInteger ten = BigInteger.TEN.pow(Math.max(0, part.scale()));
        Ratio t = new Ratio(part.setScale(Math.max(0, part.scale())).unscaledValue(), ten, 0);
        return Ratio.of(a).plus(t.times(Ratio.of(b).minus(Ratio.of(a)))).toDouble();
    }

    /** The value of the given rank, counted from 0. */
    private double select(long rank) {
        if (spill == null && size <= BLOCK) {
            Arrays.sort(values, 0, size);
            return values[(int) rank];
        }
        double[] block = new double[BLOCK];
        long left = rank;
        long prefix = 0;
        for (int known = 0; known < Long.SIZE; known += DIGIT_BITS) {
            long[] histogram = histogram(prefix, known, block);
            int digit = 0;
            while (left >= histogram[digit]) {
                left -= histogram[digit++];
            }
            prefix = prefix << DIGIT_BITS | digit;
            if (histogram[digit] <= BLOCK) {
                return sorted(prefix, known + DIGIT_BITS, (int) histogram[digit])[(int) left];
            }
        }
        return fromKey(prefix);
    }

    /** Counts the values whose keys begin with the known bits by the sixteen bits that follow. */
    private long[] histogram(long prefix, int known, double[] block) {
        long[] histogram = new long[1 << DIGIT_BITS];
        long spilled = spilled();
        for (long at = 0; at < spilled; at += BLOCK) {
            count(block, spill.read(at, Math.min(spilled - at, BLOCK), block), prefix, known, histogram);
        }
        count(values, size, prefix, known, histogram);
        return histogram;
    }

    private static void count(double[] x, int n, long prefix, int known, long[] histogram) {
        for (int i = 0; i < n; i++) {
            long key = toKey(x[i]);
            if (startsWith(key, prefix, known)) {
                histogram[(int) (key << known >>> Long.SIZE - DIGIT_BITS)]++;
            }
        }
    }

    /** The values whose keys begin with the known bits, in order. */
    private double[] sorted(long prefix, int known, int n) {
        double[] found = new double[n];
        double[] block = new double[BLOCK];
        int filled = 0;
        long spilled = spilled();
        for (long at = 0; at < spilled; at += BLOCK) {
            int read = spill.read(at, Math.min(spilled - at, BLOCK), block);
            filled = collect(block, read, prefix, known, found, filled);
        }
        collect(values, size, prefix, known, found, filled);
        Arrays.sort(found);
        return found;
    }

    private static int collect(double[] x, int n, long prefix, int known, double[] found, int filled) {
        int to = filled;
        for (int i = 0; i < n; i++) {
            if (startsWith(toKey(x[i]), prefix, known)) {
                found[to++] = x[i];
            }
        }
        return to;
    }

    private static boolean startsWith(long key, long prefix, int known) {
        return known == 0 || key >>> Long.SIZE - known == prefix;
    }

    /** An integer that, taken as unsigned, is ordered as the doubles are. */
    private static long toKey(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return bits ^ (bits >> 63 | Long.MIN_VALUE);
    }

    private static double fromKey(long key) {
        return Double.longBitsToDouble(key ^ (~key >> 63 | Long.MIN_VALUE));
    }

    /** Lets the values go, and the temporary file with them. */
    @Override
    public void close() {
        if (spill != null) {
            spill.close();
            spill = null;
        }
        size = 0;
    }
}

package losscalc.num;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A sum of doubles, and of products of doubles, that rounds nothing until it is read.
 *
 * <p>Every value is added as the integer that it is, so the order of the values, and how they were
 * split among partial sums that are {@linkplain #merge merged} later, cannot change the result.
 * Whatever is read out is the exact value rounded once, to nearest, ties to even; an intermediate
 * overflow or underflow does not exist.
 *
 * <p>Zero has no sign here: the sum of nothing, of zeros of either sign, and of values that cancel
 * is {@code +0.0}. A NaN, or infinities of both signs, make the sum NaN; infinities of one sign
 * make it that infinity.
 *
 * <p>Method: the small superaccumulator of R. M. Neal, "Fast exact summation using small and large
 * superaccumulators", 2015, <a href="https://doi.org/10.48550/arXiv.1505.05571">arXiv
 * 1505.05571</a>: signed 64-bit chunks that overlap by 32 bits, each a digit to the base 2^32, so
 * that carries need to be propagated only once in a thousand additions. Unlike there, only the
 * chunks between the smallest and the largest value seen are stored, and the fixed point lies low
 * enough for the product of four doubles: a sum of ordinary losses takes about 100 bytes, one of
 * doubles of every size 0.6 KB, one of all possible products 2.3 KB.
 *
 * <p>Not safe for use by several threads at a time: give each its own and merge them.
 */
public final class ExactSum {
    /** The lowest bit of chunk 0 weighs 2^LOWEST, as the smallest product of four doubles does. */
    private static final int LOWEST = -4 * 1074;

    private static final long FRACTION = (1L << 52) - 1;
    private static final long IMPLICIT = 1L << 52;
    private static final long LOW_HALF = 0xFFFF_FFFFL;
    private static final long LOW_53 = (1L << 53) - 1;

    /**
     * Additions before carries must move: one changes a chunk by less than 2^53, and after the
     * carries have moved a chunk holds less than 2^33, so 2^63 is not reached.
     */
    private static final int MAX_PENDING = 1000;

    private static final int NAN = 1;
    private static final int POSITIVE_INFINITY = 2;
    private static final int NEGATIVE_INFINITY = 4;

    private static final long[] NO_CHUNKS = {};

    /** The finite part is the sum of {@code chunks[i] * 2^(32 * (first + i) + LOWEST)}. */
    private long[] chunks = NO_CHUNKS;

    private int first;
    private int pending;
    private int special;

    /** Adds {@code x}, exactly. */
    public void add(double x) {
        if (!Double.isFinite(x)) {
            addSpecial(x);
        } else if (x != 0) {
            int position = exponent(x) - LOWEST;
            int chunk = reserve(position >> 5, 2);
            long negative = Double.doubleToRawLongBits(x) >> 63;
            place((significand(x) ^ negative) - negative, position, chunks, chunk);
        }
    }

    /** Adds the first {@code n} elements of {@code x}, exactly. */
    public void addAll(double[] x, int n) {
        int from = 0;
        while (from < n) {
            if (pending >= MAX_PENDING) {
                carry();
            }
            int to = from + Math.min(n - from, MAX_PENDING - pending);
            int done = addOrdinary(x, from, to);
            pending += done - from;
            if (done < to) {
                add(x[done++]);
            }
            from = done;
        }
    }

    /**
     * Adds values as long as they are zeros, or normal numbers within the stored chunks; returns
     * the index of the first that is not.
     */
    private int addOrdinary(double[] x, int from, int to) {
        long[] stored = chunks;
        int end = stored.length - 1;
        int offset = -1075 - LOWEST - 32 * first;
        for (int i = from; i < to; i++) {
            long bits = Double.doubleToRawLongBits(x[i]);
            int exponent = (int) (bits >>> 52) & 0x7FF;
            int position = exponent + offset;
            int chunk = position >> 5;
            if (exponent == 0 || exponent == 0x7FF || chunk < 0 || chunk >= end) {
                if (x[i] == 0) {
                    continue;
                }
                return i;
            }
            long negative = bits >> 63;
            long significand = bits & FRACTION | IMPLICIT;
            place((significand ^ negative) - negative, position, stored, chunk);
        }
        return to;
    }

    /** Adds {@code significand * 2^(position mod 32)} to two neighbouring chunks. */
    private static void place(long significand, int position, long[] stored, int chunk) {
        int shift = position & 31;
        stored[chunk] += significand << shift & LOW_HALF;
        stored[chunk + 1] += significand >> 32 - shift;
    }

    /** Adds the exact product {@code a * b}: rounding, overflow and underflow take nothing from it. */
    public void addProduct(double a, double b) {
        if (Double.isFinite(a) && Double.isFinite(b)) {
            long negative = (Double.doubleToRawLongBits(a) ^ Double.doubleToRawLongBits(b)) >> 63;
            placeProduct(significand(a), significand(b), exponent(a) + exponent(b), negative);
        } else {
            addSpecial(direction(a) * direction(b));
        }
    }

    /** Adds the exact product {@code w * x * x}. */
    public void addWeightedSquare(double w, double x) {
        if (Double.isFinite(w) && Double.isFinite(x)) {
            long m = significand(x);
            long high = Math.multiplyHigh(m, m) << 11 | m * m >>> 53;
            int exponent = exponent(w) + 2 * exponent(x);
            long negative = Double.doubleToRawLongBits(w) >> 63;
            placeProduct(m * m & LOW_53, significand(w), exponent, negative);
            placeProduct(high, significand(w), exponent + 53, negative);
        } else {
            addSpecial(direction(w) * direction(x) * direction(x));
        }
    }

    /** Adds the exact product {@code (w * x) * (w * x)}. */
    public void addSquaredProduct(double w, double x) {
        if (Double.isFinite(w) && Double.isFinite(x)) {
            long m = significand(w);
            long n = significand(x);
            long low = m * n & LOW_53;
            long high = Math.multiplyHigh(m, n) << 11 | m * n >>> 53;
            int exponent = 2 * (exponent(w) + exponent(x));
            placeProduct(low, low, exponent, 0);
            placeProduct(low, high, exponent + 54, 0);
            placeProduct(high, high, exponent + 106, 0);
        } else {
            double product = direction(w) * direction(x);
            addSpecial(product * product);
        }
    }

    /** Adds {@code m * n * 2^exponent}, negated if {@code negative} is -1; 0 <= m, n < 2^53. */
    private void placeProduct(long m, long n, int exponent, long negative) {
        if (m == 0 || n == 0) {
            return;
        }
        int position = exponent - LOWEST;
        int chunk = reserve(position >> 5, 4);
        int shift = position & 31;
        long low = m * n;
        long high = Math.multiplyHigh(m, n);
        long middle = high << shift | low >>> 1 >>> 63 - shift;
        chunks[chunk] += ((low << shift & LOW_HALF) ^ negative) - negative;
        chunks[chunk + 1] += ((low << shift >>> 32) ^ negative) - negative;
        chunks[chunk + 2] += ((middle & LOW_HALF) ^ negative) - negative;
        chunks[chunk + 3] += ((high >>> 32 - shift) ^ negative) - negative;
    }

    /**
     * Adds all that {@code other} holds; its value stays as it is. Exact, hence associative and
     * commutative: any split of the values gives the same result.
     */
    public void merge(ExactSum other) {
        special |= other.special;
        carry();
        other.carry();
        int length = other.chunks.length;
        if (length > 0) {
            cover(other.first, other.first + length);
            int offset = other.first - first;
            for (int i = 0; i < length; i++) {
                chunks[offset + i] += other.chunks[i];
            }
            pending = 1;
        }
    }

    /** A sum of the same value, independent of this one. */
    public ExactSum copy() {
        ExactSum copy = new ExactSum();
        copy.merge(this);
        return copy;
    }

    /** Makes this the sum of nothing. */
    public void clear() {
        chunks = NO_CHUNKS;
        pending = 0;
        special = 0;
    }

    /** The sum, correctly rounded; infinite if it lies beyond the doubles. */
    public double toDouble() {
        return special != 0 ? specialValue() : Rounding.quotient(units(), BigInteger.ONE, unit());
    }

    /**
     * The sum divided by {@code n}, correctly rounded; finite wherever the mean is, though the sum
     * itself may overflow. NaN if {@code n} is 0.
     */
    public double mean(long n) {
        if (special != 0 || n == 0) {
            return n == 0 ? Double.NaN : specialValue() / n;
        }
        return Rounding.quotient(units(), BigInteger.valueOf(n), unit());
    }

    /**
     * The quotient of two sums, correctly rounded: the weighted mean, if this is the sum of weight
     * times value. Where either is zero or not finite, what IEEE 754 says of such a quotient.
     */
    public double ratio(ExactSum divisor) {
        if (special != 0 || divisor.special != 0 || divisor.isZero()) {
            return (special != 0 ? specialValue() : signum()) / divisor.toDouble();
        }
        return Rounding.quotient(units(), divisor.units(), unit() - divisor.unit());
    }

    /** Whether the sum is a number: neither a NaN nor an infinity was added. */
    public boolean isFinite() {
        return special == 0;
    }

    /** Whether the sum is exactly zero. */
    public boolean isZero() {
        return special == 0 && signum() == 0;
    }

    /** The sign of the sum: -1, 0 or 1; NaN if the sum is. */
    public double signum() {
        return special != 0 ? Math.signum(specialValue()) : units().signum();
    }

    /** The finite part as an integer, to be multiplied by 2^{@link #unit}. */
    BigInteger units() {
        carry();
        byte[] bytes = new byte[4 * chunks.length + 4];
        for (int i = 0; i < chunks.length; i++) {
            int at = bytes.length - 4 * i;
            int digit = (int) chunks[i];
            bytes[at - 1] = (byte) digit;
            bytes[at - 2] = (byte) (digit >> 8);
            bytes[at - 3] = (byte) (digit >> 16);
            bytes[at - 4] = (byte) (digit >> 24);
        }
        if (chunks.length > 0 && chunks[chunks.length - 1] < 0) {
            Arrays.fill(bytes, 0, 4, (byte) -1);
        }
        return new BigInteger(bytes);
    }

    /** The weight of the lowest bit of {@link #units}, as a power of two. */
    int unit() {
        return 32 * first + LOWEST;
    }

    private void addSpecial(double x) {
        special |= Double.isNaN(x) ? NAN : x > 0 ? POSITIVE_INFINITY : NEGATIVE_INFINITY;
    }

    private double specialValue() {
        return switch (special) {
            case POSITIVE_INFINITY -> Double.POSITIVE_INFINITY;
            case NEGATIVE_INFINITY -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    /** Counts an addition and gives the place of chunk {@code low} and its {@code count - 1} successors. */
    private int reserve(int low, int count) {
        if (pending >= MAX_PENDING) {
            carry();
        }
        pending++;
        if (low < first || low + count > first + chunks.length) {
            cover(low - 1, low + count + 1);
        }
        return low - first;
    }

    /** Stores the chunks from {@code low} to {@code high} (not included) as well. */
    private void cover(int low, int high) {
        int length = chunks.length;
        int from = length == 0 ? low : Math.min(low, first);
        int to = length == 0 ? high : Math.max(high, first + length);
        if (to - from > length) {
            long[] larger = new long[to - from];
            System.arraycopy(chunks, 0, larger, length == 0 ? 0 : first - from, length);
            chunks = larger;
            first = from;
        }
    }

    /** Moves carries up: then all chunks lie in 0 .. 2^32 - 1, but the top one in -2^32 .. 2^32 - 1. */
    private void carry() {
        pending = 0;
        int top = chunks.length - 1;
        if (top < 0) {
            return;
        }
        carryUpTo(top);
        long beyond = chunks[top] >> 32;
        if (beyond != 0 && beyond != -1) {
            cover(first, first + chunks.length + 1);
            carryUpTo(top + 1);
        }
    }

    private void carryUpTo(int top) {
        for (int i = 0; i < top; i++) {
            chunks[i + 1] += chunks[i] >> 32;
            chunks[i] &= LOW_HALF;
        }
    }

    /** The significand of a finite number as an integer; the sign is left out. */
    private static long significand(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return (bits & 0x7FFL << 52) == 0 ? bits & FRACTION : bits & FRACTION | IMPLICIT;
    }

    /** What the lowest bit of {@link #significand} weighs, as a power of two. */
    private static int exponent(double x) {
        int biased = (int) (Double.doubleToRawLongBits(x) >>> 52) & 0x7FF;
        return Math.max(biased, 1) - 1075;
    }

    /** A stand-in for the signs and the infinities of products: finite numbers become -1, 0 or 1. */
    private static double direction(double x) {
        return Double.isInfinite(x) ? x : Math.signum(x);
    }
}

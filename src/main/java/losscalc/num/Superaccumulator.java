package losscalc.num;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * An integer of any size that grows by shifted 64-bit integers: the fixed-point number below {@link
 * ExactSum}.
 *
 * <p>Method: the small superaccumulator of R. M. Neal, "Fast exact summation using small and large
 * superaccumulators", 2015, <a href="https://doi.org/10.48550/arXiv.1505.05571">arXiv
 * 1505.05571</a>: signed 64-bit chunks that overlap by 32 bits, each a digit to the base 2^32, so
 * that carries need to move only once in a thousand additions. Unlike there, only the chunks
 * between the lowest and the highest one used are stored.
 */
abstract class Superaccumulator {
    /**
     * Additions before carries must move: one changes a chunk by less than 2^53, and after the
     * carries have moved a chunk holds less than 2^33, so 2^63 is not reached.
     */
    private static final int MAX_PENDING = 1000;

    private static final long LOW_HALF = 0xFFFF_FFFFL;
    private static final long[] NO_CHUNKS = {};

    /** The value is the sum of {@code chunks[i] * 2^(32 * (first + i))}. */
    private long[] chunks = NO_CHUNKS;

    private int first;
    private int pending;

    /** Adds {@code n * 2^position}, where {@code |n| < 2^53}. */
    final void place(long n, int position) {
        int chunk = reserve(position >> 5, 2);
        place(n, position, chunks, chunk);
    }

    private static void place(long n, int position, long[] chunks, int chunk) {
        int shift = position & 31;
        chunks[chunk] += n << shift & LOW_HALF;
        chunks[chunk + 1] += n >> 32 - shift;
    }

    /** Adds {@code m * n * 2^position}, negated if {@code negative} is -1 and not 0; {@code 0 < m, n < 2^53}. */
    final void placeProduct(long m, long n, int position, long negative) {
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

    /** Adds the integer of {@code other}, which stays the same. */
    final void merge(Superaccumulator other) {
        carry();
        other.carry();
        int length = other.chunks.length;
        if (length == 0) {
            return;
        }
        cover(other.first, other.first + length);
        int offset = other.first - first;
        for (int i = 0; i < length; i++) {
            chunks[offset + i] += other.chunks[i];
        }
        pending = 1;
    }

    /** The integer divided by 2^{@link #unit}. */
    final BigInteger units() {
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

    /** What the lowest bit of {@link #units} weighs, as a power of two. */
    int unit() {
        return 32 * first;
    }

    /** Counts an addition and gives the index of chunk {@code low} and the {@code count - 1} above. */
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
}

package losscalc.num;

/**
 * The powers of ten that reading and printing doubles need, to 128 bits.
 *
 * <p>{@code 10^q = (T + d) * 2^(floorLog2(q) - 127)} with an integer {@code T} of 128 bits, the top
 * one set, and {@code 0 <= d < 1}; {@code d} is 0 for {@code 0 <= q <= 55} only. The table is computed with
 * 180 bits when it is first needed; a test compares all of it with exact arithmetic.
 */
final class PowersOfTen {
    static final int MIN = -342;
    static final int MAX = 324;

    /** Up to here 5^q fits into 128 bits, so that the table is exact. */
    static final int MAX_EXACT = 55;

    /** The table is computed in three words of 60 bits. */
    private static final int WORD_BITS = 60;

    private static final long WORD = (1L << WORD_BITS) - 1;

    /** The upper half of the T of {@code q} at {@code 2 * (q - MIN)}, then the lower half. */
    private static final long[] TABLE = table();

    private PowersOfTen() {}

    static long high(int q) {
        return TABLE[2 * (q - MIN)];
    }

    static long low(int q) {
        return TABLE[2 * (q - MIN) + 1];
    }

    /** The largest {@code p} such that {@code 2^p <= 10^q}, for {@code |q| <= 400}. */
    static int floorLog2(int q) {
        return q * 1_741_647 >> 19;
    }

    /** The largest {@code k} such that {@code 10^k <= 2^e}, for {@code |e| <= 1100}. */
    static int floorLog10(int e) {
        return e * 1_262_611 >> 22;
    }

    /** The largest {@code k} such that {@code 10^k <= 3/4 * 2^e}, for {@code |e| <= 1100}. */
    static int floorLog10ThreeQuarters(int e) {
        return e * 1_262_611 - 524_031 >> 22;
    }

    private static long[] table() {
        long[] table = new long[2 * (MAX - MIN + 1)];
        // 10^MIN, then 1, after which the numbers are exact as long as they fit.
        fill(table, 0, -MIN, 0xEEF453D6923BD65L, 0xA113FAA2906A13BL, 0x3FDFBC7E99BDD50L);
        fill(table, -MIN, MAX - MIN + 1, 1L << WORD_BITS - 1, 0, 0);
        return table;
    }

    /** Fills the table by repeated multiplication with five quarters, from the given number on. */
    private static void fill(long[] table, int from, int to, long high, long middle, long low) {
        long a = high;
        long b = middle;
        long c = low;
        for (int i = from; i < to; i++) {
            table[2 * i] = a << 4 | b >>> WORD_BITS - 4;
            table[2 * i + 1] = b << 8 | c >>> WORD_BITS - 8;
            c += c >>> 2 | (b & 3) << WORD_BITS - 2;
            b += (b >>> 2 | (a & 3) << WORD_BITS - 2) + (c >>> WORD_BITS);
            a += (a >>> 2) + (b >>> WORD_BITS);
            c &= WORD;
            b &= WORD;
            if (a > WORD) {
                c = c >>> 1 | (b & 1) << WORD_BITS - 1;
                b = b >>> 1 | (a & 1) << WORD_BITS - 1;
                a >>>= 1;
            }
        }
    }
}

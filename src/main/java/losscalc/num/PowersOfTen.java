package losscalc.num;

/**
 * The powers of ten that reading and printing doubles need, to 128 bits.
 *
 * <p>{@code 10^q = (T + d) * 2^(floorLog2(q) - 127)} with an integer {@code T} of 128 bits, the top
 * one set, and {@code 0 <= d < 1}; {@code d} is 0 for 0 <= q <= 55 only. The table is computed from
 * 224 bits when it is first needed; a test compares all of it with exact arithmetic.
 */
final class PowersOfTen {
    static final int MIN = -342;
    static final int MAX = 324;

    /** Up to here 5^q fits into 128 bits, so that the table is exact. */
    static final int MAX_EXACT = 55;

    private static final int WORDS = 7;
    private static final long WORD = 0xFFFF_FFFFL;

    /** The upper half of the T of {@code q} at {@code 2 * (q - MIN)}, then the lower half. */
    private static final long[] TABLE = table();

    private PowersOfTen() {}

    static long high(int q) {
        return TABLE[2 * (q - MIN)];
    }

    static long low(int q) {
        return TABLE[2 * (q - MIN) + 1];
    }

    /** The largest {@code p} such that 2^p <= 10^q, for |q| <= 400. */
    static int floorLog2(int q) {
        return q * 1_741_647 >> 19;
    }

    /** The largest {@code k} such that 10^k <= 2^e, for |e| <= 1100. */
    static int floorLog10(int e) {
        return e * 1_262_611 >> 22;
    }

    /** The largest {@code k} such that 10^k <= 3/4 * 2^e, for |e| <= 1100. */
    static int floorLog10ThreeQuarters(int e) {
        return e * 1_262_611 - 524_031 >> 22;
    }

    private static long[] table() {
        long[] table = new long[2 * (MAX - MIN + 1)];
        long[] x = new long[WORDS];
        x[WORDS - 1] = 1L << 31;
        for (int q = 0; q <= MAX; q++) {
            store(x, table, q);
            timesFive(x);
        }
        x = new long[WORDS];
        x[WORDS - 1] = 1L << 31;
        for (int q = 0; q >= MIN; q--) {
            store(x, table, q);
            byFive(x);
        }
        return table;
    }

    private static void store(long[] x, long[] table, int q) {
        table[2 * (q - MIN)] = x[6] << 32 | x[5];
        table[2 * (q - MIN) + 1] = x[4] << 32 | x[3];
    }

    /** Multiplies by five and shifts to the right until the number fits again. */
    private static void timesFive(long[] x) {
        long carry = 0;
        for (int i = 0; i < WORDS; i++) {
            carry += 5 * x[i];
            x[i] = carry & WORD;
            carry >>>= 32;
        }
        int shift = carry < 4 ? 2 : 3;
        for (int i = WORDS - 1; i >= 0; i--) {
            long word = carry << 32 | x[i];
            x[i] = word >>> shift & WORD;
            carry = word;
        }
    }

    /** Shifts to the left as far as the fifth will fit, and divides by five. */
    private static void byFive(long[] x) {
        int shift = x[WORDS - 1] >>> 29 < 5 ? 3 : 2;
        long rest = x[WORDS - 1] >>> 32 - shift;
        for (int i = WORDS - 1; i >= 0; i--) {
            long next = i == 0 ? 0 : x[i - 1];
            long word = rest << 32 | (x[i] << shift | next >>> 32 - shift) & WORD;
            x[i] = word / 5;
            rest = word % 5;
        }
    }
}

package losscalc.input.fast;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time, as one {@code long} with the first byte lowest ("SIMD within a register").
 *
 * <p>Warning: written for speed; see H. S. Warren, "Hacker's Delight", chapter 6, for the tricks. A mask has
 * the top bit of each byte that it marks set, and no other bit. Words come from a {@link ByteBuffer}, because
 * the first use of a {@code VarHandle} costs 40 ms on JDK 17.
 */
final class Swar {
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long ZEROS = '0' * ONES;
    private static final long PAIRS = 0x00FF00FF00FF00FFL;
    private static final long FOURS = 0x0000FFFF0000FFFFL;

    /** The powers of ten up to what a word of digits may be multiplied by. */
    static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private Swar() {}

    /** The words of an array. */
    static ByteBuffer words(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The same byte eight times. */
    static long all(int c) {
        return c * ONES;
    }

    /** Marks the bytes that are zero; exact. */
    static long zero(long word) {
        return ~((word & ~TOPS) + ~TOPS | word | ~TOPS);
    }

    /** Not zero if and only if a byte is below 32. */
    static long control(long word) {
        return word - 32 * ONES & ~word & TOPS;
    }

    /** Not zero if and only if a byte is zero. */
    static long hasZero(long word) {
        return word - ONES & ~word & TOPS;
    }

    /** The index of the first byte that a mask marks, 8 if there is none. */
    static int first(long mask) {
        return Long.numberOfTrailingZeros(mask) >>> 3;
    }

    /** Digits become 0 to 9. */
    static long digits(long word) {
        return word ^ ZEROS;
    }

    /** How many of the first bytes of {@link #digits} are digits. */
    static int countDigits(long digits) {
        return first(others(digits));
    }

    /** Marks the bytes of {@link #digits} that are none, in ASCII; behind other bytes perhaps digits too. */
    static long others(long digits) {
        return (digits + 0x76 * ONES | digits) & TOPS;
    }

    /** The number that the first {@code n} bytes of {@link #digits} are, 0 to 8 of them. */
    static long value(long digits, int n) {
        int shift = 32 - 4 * n;
        return value(digits << shift << shift);
    }

    /** The number that eight digits are: neighbours are joined to numbers of two digits, these to four, these to eight. */
    static long value(long digits) {
        long pairs = digits * (1 + (10 << 8)) >>> 8 & PAIRS;
        long fours = pairs * (1 + (100 << 16)) >>> 16 & FOURS;
        return fours * (1 + (10_000L << 32)) >>> 32;
    }

    /** How often a byte stands among the first ones. */
    static int count(byte c, byte[] bytes, ByteBuffer words, int to) {
        long wanted = all(c);
        int count = 0;
        int i = 0;
        for (; i + 32 <= to; i += 32) {
            long a = (zero(words.getLong(i) ^ wanted) >>> 7) + (zero(words.getLong(i + 8) ^ wanted) >>> 6);
            long b = (zero(words.getLong(i + 16) ^ wanted) >>> 5) + (zero(words.getLong(i + 24) ^ wanted) >>> 4);
            count += Long.bitCount(a + b);
        }
        for (; i < to; i++) {
            count += bytes[i] == c ? 1 : 0;
        }
        return count;
    }
}

package losscalc.num;

import java.nio.charset.StandardCharsets;

/**
 * Decimal text to the nearest double, ties to even, for numbers of any length and size.
 *
 * <p>The grammar: an optional sign; digits with at most one decimal mark among, before or behind
 * them ({@code 1.} and {@code .5} are numbers, {@code .} is not); optionally {@code e} or {@code E}
 * and a whole number with an optional sign. Besides, in any case and with an optional sign:
 * {@code nan}, {@code inf}, {@code infinity}. Nothing else: no blanks, no digit separators, no
 * suffixes, no hexadecimal numbers, no digits beyond ASCII.
 */
public final class DecimalReader {
    /** What a text is. */
    public enum Kind {
        /** A number; below the smallest double it reads as zero. */
        NUMBER,
        /** No text. */
        EMPTY,
        /** The text does not follow the grammar. */
        NOT_A_NUMBER,
        /** A number that rounds to an infinity. */
        TOO_LARGE,
        /** The word {@code nan}. */
        NAN,
        /** The word {@code inf} or {@code infinity}. */
        INFINITY
    }

    private static final long MALFORMED = Long.MIN_VALUE;
    private static final long HUGE_EXPONENT = 1L << 40;

    private DecimalReader() {}

    /** As {@link #parse(byte[], int, int, char)}. */
    public static double parse(String text, char mark) {
        // What is not Latin-1 becomes a question mark, which is as wrong in a number.
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return parse(bytes, 0, bytes.length, mark);
    }

    /** As {@link #kind(byte[], int, int, char)}. */
    public static Kind kind(String text, char mark) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return kind(bytes, 0, bytes.length, mark);
    }

    /**
     * What the text is: the way to learn why {@code parse} returned a NaN or an infinity.
     *
     * @param mark the decimal mark, an ASCII character
     */
    public static Kind kind(byte[] text, int from, int to, char mark) {
        if (from >= to) {
            return Kind.EMPTY;
        }
        double x = parse(text, from, to, mark);
        if (Double.isFinite(x)) {
            return Kind.NUMBER;
        }
        double word = word(text, from, to);
        if (word == 0) {
            return Double.isNaN(x) ? Kind.NOT_A_NUMBER : Kind.TOO_LARGE;
        }
        return Double.isNaN(word) ? Kind.NAN : Kind.INFINITY;
    }

    /**
     * The number from index {@code from} to {@code to} (not included). Any finite result is the
     * nearest double to what is written. NaN: the text is no number, or is {@code nan}; an
     * infinity: the number is too large, or is {@code inf}; {@link #kind} tells which.
     *
     * @param mark the decimal mark, an ASCII character
     */
    public static double parse(byte[] text, int from, int to, char mark) {
        int i = from;
        boolean negative = false;
        if (i < to && (text[i] == '-' || text[i] == '+')) {
            negative = text[i++] == '-';
        }
        int start = i;
        long digits = 0;
        int digit;
        while (i < to && (digit = text[i] - '0' & 0xFF) <= 9) {
            digits = 10 * digits + digit;
            i++;
        }
        int count = i - start;
        long exponent = 0;
        if (i < to && text[i] == mark) {
            int fraction = ++i;
            while (i < to && (digit = text[i] - '0' & 0xFF) <= 9) {
                digits = 10 * digits + digit;
                i++;
            }
            exponent = fraction - i;
            count += i - fraction;
        }
        if (count == 0) {
            double word = word(text, from, to);
            return word == 0 ? Double.NaN : word;
        }
        int end = i;
        if (i < to) {
            long written = exponent(text, i, to);
            if (written == MALFORMED) {
                return Double.NaN;
            }
            exponent += written;
        }
        double magnitude = count <= DecimalValue.MAX_DIGITS
                ? DecimalValue.of(digits, exponent)
                : DecimalValue.of(text, start, end, exponent);
        return negative ? -magnitude : magnitude;
    }

    /** {@code digits * 10^exponent}, the nearest double to it; the digits are unsigned, and as a rule too many for a double. */
    public static double of(long digits, int exponent) {
        return DecimalValue.ofMany(digits, exponent);
    }

    /** The exponent with its letter, or {@link #MALFORMED}; a huge one is cut down. */
    private static long exponent(byte[] text, int from, int to) {
        int i = from;
        if ((text[i++] | 0x20) != 'e') {
            return MALFORMED;
        }
        boolean negative = false;
        if (i < to && (text[i] == '-' || text[i] == '+')) {
            negative = text[i++] == '-';
        }
        if (i == to) {
            return MALFORMED;
        }
        long exponent = 0;
        for (; i < to; i++) {
            int digit = text[i] - '0' & 0xFF;
            if (digit > 9) {
                return MALFORMED;
            }
            exponent = Math.min(10 * exponent + digit, HUGE_EXPONENT);
        }
        return negative ? -exponent : exponent;
    }

    /** NaN or an infinity if the text is one of the words, else 0. */
    private static double word(byte[] text, int from, int to) {
        int i = from;
        boolean negative = false;
        if (i < to && (text[i] == '-' || text[i] == '+')) {
            negative = text[i++] == '-';
        }
        if (isWord(text, i, to, "nan")) {
            return Double.NaN;
        }
        if (isWord(text, i, to, "inf") || isWord(text, i, to, "infinity")) {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return 0;
    }

    private static boolean isWord(byte[] text, int from, int to, String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if ((text[i] | 0x20) != word.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }
}

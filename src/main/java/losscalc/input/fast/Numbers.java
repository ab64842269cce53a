package losscalc.input.fast;

import java.nio.ByteBuffer;
import losscalc.num.DecimalReader;

/**
 * Reads the numbers that are not of the usual form: with many digits, an exponent, in quotes, or with blanks round them.
 *
 * <p>Warning: written for speed; see {@link Lines}.
 */
final class Numbers {
    private static final int ODD = Lines.ODD;
    private static final int MAX_DIGITS = 19;
    /** So many digits are a double for sure. */
    private static final int EXACT_DIGITS = 15;

    /** As many powers of ten as matter here are doubles. */
    private static final double[] POWERS = new double[MAX_DIGITS + 1];

    static {
        long power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private final byte delimiter;
    private final char mark;
    private final byte bareMark;
    private final byte[] bytes;
    private final ByteBuffer words;

    Numbers(Plan plan, byte[] bytes, ByteBuffer words) {
        delimiter = plan.delimiter;
        mark = (char) plan.mark;
        bareMark = plan.bareMark;
        this.bytes = bytes;
        this.words = words;
    }

    /** Reads the number at an index into an element; of the last field it reads the line end too. */
    int read(int from, double[] into, int n, boolean last) {
        boolean quoted = bytes[from] == '"';
        int end = longer(quoted ? from + 1 : from, into, n);
        int next = end < 0 || quoted && bytes[end] != '"'
                ? ODD
                : Lines.behind(bytes, quoted ? end + 1 : end, last ? '\n' : delimiter);
        return next < 0 ? carefully(from, into, n, last) : next;
    }

    /** Reads a number of digits, and a mark among them, and gives the index of what stands behind it; or ODD. */
    private int longer(int from, double[] into, int n) {
        int negative = bytes[from] == '-' ? 1 : 0;
        int i = from + negative;
        long word = Swar.digits(words.getLong(i));
        int whole = Swar.countDigits(word);
        long digits = Swar.value(word, whole);
        i += whole;
        int places = 0;
        if (bytes[i] == bareMark) {
            word = Swar.digits(words.getLong(i + 1));
            places = Swar.countDigits(word);
            digits = digits * Swar.POWERS[places] + Swar.value(word, places);
            if (places == 8) {
                // Sixteen more, and no branch on how many of them are digits: they vary from number to number.
                long next = Swar.digits(words.getLong(i + 9));
                long last = Swar.digits(words.getLong(i + 17));
                int some = Swar.countDigits(next);
                int more = Swar.countDigits(last) & -(some >>> 3);
                digits = digits * Swar.POWERS[some] + Swar.value(next, some);
                digits = digits * Swar.POWERS[more] + Swar.value(last, more);
                places += some + more;
            }
            i += 1 + places;
        }
        int count = whole + places;
        if (whole == 8 || count == 0 || count > MAX_DIGITS) {
            return ODD;
        }
        double x = count <= EXACT_DIGITS ? digits / POWERS[places] : DecimalReader.of(digits, -places);
        into[n] = negative == 0 ? x : -x;
        return i;
    }

    /** Reads a number with blanks round it, or in an unusual form. */
    private int carefully(int from, double[] into, int n, boolean last) {
        boolean quoted = bytes[from] == '"';
        int i = from;
        if (quoted) {
            do {
                i++;
            } while (bytes[i] != '"' && bytes[i] != '\n');
            if (bytes[i++] == '\n') {
                return ODD;
            }
        }
        int to = i - 1;
        while (bytes[i] != delimiter && bytes[i] != '\n') {
            i++;
        }
        if (last != (bytes[i] == '\n')) {
            return ODD;
        }
        int end = last && bytes[i - 1] == '\r' ? i - 1 : i;
        if (quoted && end != to + 1) {
            return ODD;
        }
        double x = quoted ? trimmed(from + 1, to) : trimmed(from, end);
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            return ODD;
        }
        into[n] = x;
        return i + 1;
    }

    private double trimmed(int from, int to) {
        int a = from;
        int b = to;
        while (a < b && isBlank(bytes[a])) {
            a++;
        }
        while (a < b && isBlank(bytes[b - 1])) {
            b--;
        }
        return DecimalReader.parse(bytes, a, b, mark);
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }
}

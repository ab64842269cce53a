package losscalc.input.fast;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import losscalc.input.Pieces;
import losscalc.loss.Block;
import losscalc.num.DecimalReader;

/**
 * Reads the lines of a piece: the hot loop of the program.
 *
 * <p>Warning: written for speed. Every method that reads gets the index of the first byte of a field, and
 * gives the index behind the field and its delimiter or line end, or {@link #ODD}: then the line is not one
 * of those that this lane takes, for whatever reason, and the readable lane reads from there on. Loops need
 * no bound, because the piece ends in a line end and there is room behind it for two words.
 */
final class FastPiece implements Pieces.Piece {
    private static final int SLACK = 32;
    private static final int ODD = -1;
    private static final int MAX_DIGITS = 19;

    /** As many powers of ten are doubles, and longs. */
    private static final double[] POWERS = new double[MAX_DIGITS + 1];

    private static final long[] LONG_POWERS = new long[9];

    static {
        long power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            if (i < LONG_POWERS.length) {
                LONG_POWERS[i] = power;
            }
            power *= 10;
        }
    }

    private final Feed feed;
    private final Plan plan;
    private final Checks checks;
    private final String file;
    private final byte delimiter;
    private final byte mark;
    private final byte[] bytes;
    private final ByteBuffer words;
    private final double[][] columns;

    private long number;
    private int at;
    private int limit;
    private int own;
    private boolean odd;
    private long rowsAbove;
    private long linesAbove;
    private int rows;

    FastPiece(Feed feed, Plan plan, String file) {
        this.feed = feed;
        this.plan = plan;
        this.file = file;
        checks = new Checks(plan);
        delimiter = plan.delimiter;
        mark = plan.bareMark;
        bytes = new byte[feed.size() + SLACK];
        words = Swar.words(bytes);
        columns = new double[plan.slots.length][];
    }

    /** Where the feed puts the bytes. */
    byte[] room() {
        return bytes;
    }

    /** The same as words. */
    ByteBuffer words() {
        return words;
    }

    /**
     * Begins a new piece.
     *
     * @param to where its lines end
     * @param all where the bytes end that belong to it
     * @param unreadable whether this lane cannot read it at all
     */
    void begin(long newNumber, int to, int all, boolean unreadable, long rowsBefore, long linesBefore) {
        number = newNumber;
        at = 0;
        limit = to;
        own = all;
        odd = unreadable;
        rowsAbove = rowsBefore;
        linesAbove = linesBefore;
        rows = 0;
    }

    @Override
    public boolean take() {
        return feed.take(this);
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public boolean end() {
        return feed.end(this);
    }

    /** How many rows have been read. */
    int rows() {
        return rows;
    }

    /** How many bytes of them there are. */
    int bytesRead() {
        return at;
    }

    /** What this lane declined; null when it is nothing. */
    InputStream rest() {
        return odd ? new ByteArrayInputStream(bytes, at, own - at) : null;
    }

    /** All bytes. */
    InputStream all() {
        return new ByteArrayInputStream(bytes, 0, own);
    }

    @Override
    public boolean fill(Block block) {
        block.clear();
        if (odd) {
            return false;
        }
        for (int s = 0; s < columns.length; s++) {
            columns[s] = checks.column(s, block);
        }
        String[] texts = block.texts();
        int p = at;
        int n = 0;
        while (p < limit && n < Block.CAPACITY) {
            int next = line(p, n);
            if (next < 0 || texts != null && !keep(p, next, texts, n)) {
                break;
            }
            p = next;
            n++;
        }
        if (n == 0 || !checks.hold(block, n)) {
            odd = at < limit;
            return false;
        }
        block.commit(file, linesAbove + rows + 1, rowsAbove + rows + 1, n);
        at = p;
        rows += n;
        return true;
    }

    /** Keeps the text of a line; false when it is not sure what it is, because of quotes or malformed bytes. */
    private boolean keep(int from, int next, String[] texts, int n) {
        int to = bytes[next - 2] == '\r' ? next - 2 : next - 1;
        boolean quotes = false;
        int signs = 0;
        for (int i = from; i < to; i++) {
            quotes |= bytes[i] == '"';
            signs |= bytes[i];
        }
        texts[n] = new String(bytes, from, to - from, signs < 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return !quotes && (signs >= 0 || texts[n].indexOf('\ufffd') < 0);
    }

    /**
     * Reads a line into row n. Two words are looked at together, so that the end of a number of up to fifteen bytes is known
     * soon: the next number waits for that. All in one method, which is so long that the compiler inlines it nowhere, and
     * so compiles it once.
     */
    private int line(int from, int n) {
        byte[] text = bytes;
        ByteBuffer pairs = words;
        double[][] into = columns;
        int i = from;
        int last = plan.after == 0 ? into.length - 1 : into.length;
        for (int s = 0; s < into.length; s++) {
            if (plan.gaps[s] > 0) {
                i = skip(i, plan.gaps[s]);
                if (i < 0) {
                    return ODD;
                }
            }
            long low = Swar.digits(pairs.getLong(i));
            long high = Swar.digits(pairs.getLong(i + 8));
            long negative = (low & 0xff ^ '-' ^ '0') - 1 >>> 63;
            long others = Swar.others(low) & ~(negative << 7);
            int end = Swar.first(others);
            int whole = end - (int) negative;
            int places = 0;
            long digits = Swar.value(low >>> (negative << 3), whole);
            if (text[i + end] == mark) {
                int shift = end + 1 << 3;
                end = Swar.second(others, Swar.others(high));
                places = end - (shift >>> 3);
                if (places < 0 || places > 8) {
                    whole = 0;
                    places = 0;
                    end = 0;
                }
                long fraction = low >>> shift - 1 >>> 1 | high << -shift;
                digits = digits * LONG_POWERS[places] + Swar.value(fraction, places);
            }
            int next = whole + places == 0 ? ODD : behind(text, i + end, s == last);
            if (next >= 0) {
                double x = digits / POWERS[places];
                into[s][n] = Double.longBitsToDouble(Double.doubleToRawLongBits(x) ^ negative << 63);
                i = next;
            } else {
                i = number(i, into[s], n, s == last);
                if (i < 0) {
                    return ODD;
                }
            }
        }
        return plan.after == 0 ? i : rest(i);
    }

    /** The index behind the delimiter or the line end that stands at i; or ODD. */
    private int behind(byte[] text, int i, boolean last) {
        byte c = text[i];
        if (c == (last ? '\n' : delimiter)) {
            return i + 1;
        }
        return last && c == '\r' && text[i + 1] == '\n' ? i + 2 : ODD;
    }

    /** Reads a number of any form. */
    private int number(int from, double[] into, int n, boolean last) {
        boolean quoted = bytes[from] == '"';
        int end = longer(quoted ? from + 1 : from, into, n);
        int next = end < 0 || quoted && bytes[end] != '"' ? ODD : behind(bytes, quoted ? end + 1 : end, last);
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
        if (bytes[i] == mark) {
            i++;
            int some;
            do {
                word = Swar.digits(words.getLong(i));
                some = Swar.countDigits(word);
                digits = digits * LONG_POWERS[some] + Swar.value(word, some);
                places += some;
                i += some;
            } while (some == 8);
        }
        int count = whole + places;
        if (whole == 8 || count == 0 || count > MAX_DIGITS) {
            return ODD;
        }
        double x = digits >>> 53 == 0 ? digits / POWERS[places] : DecimalReader.of(digits, -places);
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
        return DecimalReader.parse(bytes, a, b, (char) plan.mark);
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }

    /** Passes over so many fields, none of which is the last. */
    private int skip(int from, int fields) {
        long delimiters = Swar.all(delimiter);
        long quotes = Swar.all('"');
        int left = fields;
        for (int i = from; ; i += 8) {
            long word = words.getLong(i);
            long hits = Swar.zero(word ^ delimiters);
            // A quarter of a mask is blanks: delimiters are not odd, not even a tab.
            if ((Swar.control(word | hits >>> 2) | Swar.hasZero(word ^ quotes)) != 0) {
                return skipCarefully(from, i, left);
            }
            int n = Long.bitCount(hits);
            if (n < left) {
                left -= n;
            } else {
                while (--left > 0) {
                    hits &= hits - 1;
                }
                return i + Swar.first(hits) + 1;
            }
        }
    }

    /** The same from i on, byte by byte. */
    private int skipCarefully(int from, int start, int fields) {
        int left = fields;
        int i = start;
        while (true) {
            byte c = bytes[i];
            if (c == '"' && (i == from || bytes[i - 1] == delimiter)) {
                i = closingQuote(i) + 1;
                if (i <= 0 || bytes[i] != delimiter) {
                    return ODD;
                }
                c = delimiter;
            }
            i++;
            if (c == delimiter) {
                if (--left == 0) {
                    return i;
                }
            } else if (c == '\n' || c == '\r') {
                return ODD;
            }
        }
    }

    /** The index of the quote that closes a field, the quotes that are written twice passed over; or ODD. */
    private int closingQuote(int opening) {
        int i = opening + 1;
        while (true) {
            if (bytes[i] == '"') {
                if (bytes[i + 1] != '"') {
                    return i;
                }
                i++;
            } else if (bytes[i] == '\n' || bytes[i] == '\r') {
                return ODD;
            }
            i++;
        }
    }

    /** Passes over all fields behind the last slot, and the line end. */
    private int rest(int from) {
        int p = plan.after == 1 ? from : skip(from, plan.after - 1);
        if (p < 0) {
            return ODD;
        }
        long delimiters = Swar.all(delimiter);
        int i = p;
        long word = words.getLong(i);
        while (Swar.control(word) == 0 && Swar.hasZero(word ^ delimiters) == 0) {
            i += 8;
            word = words.getLong(i);
        }
        while (bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != delimiter) {
            i++;
        }
        if (bytes[p] == '"') {
            i = closingQuote(p) + 1;
        }
        if (i > 0 && bytes[i] == '\r') {
            i++;
        }
        return i > 0 && bytes[i] == '\n' ? i + 1 : ODD;
    }
}

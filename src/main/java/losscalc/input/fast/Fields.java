package losscalc.input.fast;

import java.nio.ByteBuffer;

/**
 * Passes over the fields of a line that nobody wants.
 *
 * <p>Warning: written for speed; see {@link Lines}.
 */
final class Fields {
    private static final int ODD = Lines.ODD;

    private final byte delimiter;
    private final byte[] bytes;
    private final ByteBuffer words;

    Fields(byte delimiter, byte[] bytes, ByteBuffer words) {
        this.delimiter = delimiter;
        this.bytes = bytes;
        this.words = words;
    }

    /** Passes over so many fields, none of which is the last. */
    int skip(int from, int fields) {
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

    /** Passes over so many fields, the last of which ends the line, and over the line end. */
    int rest(int from, int fields) {
        int p = fields == 1 ? from : skip(from, fields - 1);
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

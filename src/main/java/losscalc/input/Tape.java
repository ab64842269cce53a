package losscalc.input;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** Remembers the characters that pass, so that a record can be shown as it stands in the file. */
final class Tape extends Reader {
    private final Reader in;
    private final char comment;
    private char[] held = new char[1 << 14];
    /** The place in the file of the first character held. */
    private long from;

    private int size;

    /** @param comment the character that begins a comment line, or 0 */
    Tape(Reader in, char comment) {
        this.in = in;
        this.comment = comment;
    }

    @Override
    public int read(char[] buffer, int at, int n) throws IOException {
        int got = in.read(buffer, at, n);
        if (got > 0) {
            if (size + got > held.length) {
                held = Arrays.copyOf(held, Math.max(2 * held.length, size + got));
            }
            System.arraycopy(buffer, at, held, size, got);
            size += got;
        }
        return got;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /**
     * The record that begins at a place of the file, behind blank lines and comments, without its line
     * end; what stands before it is forgotten.
     */
    String record(long place) {
        forget((int) (place - from));
        int start = 0;
        while (start < size && (isLineEnd(held[start]) || comment != 0 && held[start] == comment)) {
            start = held[start] == comment && comment != 0 ? lineEnd(start) : start + 1;
        }
        boolean quoted = false;
        int end = start;
        while (end < size && (quoted || !isLineEnd(held[end]))) {
            quoted ^= held[end] == '"';
            end++;
        }
        return new String(held, start, end - start);
    }

    private int lineEnd(int at) {
        int end = at;
        while (end < size && !isLineEnd(held[end])) {
            end++;
        }
        return end;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private void forget(int n) {
        System.arraycopy(held, n, held, 0, size - n);
        from += n;
        size -= n;
    }
}

package losscalc.input;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Remembers the characters that pass: all of the current record when records are to be shown as they stand
 * in the file, else the latest few thousand, to find the place of an error.
 */
final class Tape extends Reader {
    /** So many characters before an error are looked at for its place. */
    private static final int LATEST = 1 << 14;

    private final Reader in;
    private final char comment;
    private final boolean wholeRecords;
    private char[] held = new char[1 << 14];
    /** The place in the file of the first character held. */
    private long from;

    private int size;

    /**
     * @param comment the character that begins a comment line, or 0
     * @param wholeRecords whether {@link #record} will be asked for
     */
    Tape(Reader in, char comment, boolean wholeRecords) {
        this.wholeRecords = wholeRecords;
        this.in = in;
        this.comment = comment;
    }

    @Override
    public int read(char[] buffer, int at, int n) throws IOException {
        int got = in.read(buffer, at, n);
        if (got > 0) {
            if (!wholeRecords && size > 4 * LATEST) {
                forget(size - 2 * LATEST);
            }
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

    /**
     * Which field of its line, from 1, holds the character at a place of the file; 0 when the line begins
     * too far away.
     */
    int field(long place, char delimiter) {
        int end = (int) (place - from);
        if (end < 0 || end > size) {
            return 0;
        }
        int start = end;
        while (start > 0 && !isLineEnd(held[start - 1])) {
            start--;
            // Before it is forgotten: the answer must not depend on how much was read at a time.
            if (end - start > LATEST) {
                return 0;
            }
        }
        int field = 1;
        boolean quoted = false;
        for (int i = start; i < end; i++) {
            quoted ^= held[i] == '"';
            field += held[i] == delimiter && !quoted ? 1 : 0;
        }
        return field;
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

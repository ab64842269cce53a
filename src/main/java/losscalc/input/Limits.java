package losscalc.input;

import java.io.IOException;
import java.io.Reader;

/**
 * What the parser behind it does not look at. It keeps a whole record, and a quote that never closes makes one record
 * of the rest of a file: so no record may be longer than memory can be expected to hold. It drops whatever Unicode
 * calls white behind a closing quote: so that must be blanks and tabs.
 */
final class Limits extends Reader {
    /** A field or record is too long. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        private final long line;
        private final boolean quoted;

        TooLong(String what, long line, boolean quoted) {
            super(what);
            this.line = line;
            this.quoted = quoted;
        }

        /** The line on which it begins. */
        long line() {
            return line;
        }

        /** What to do. */
        String hint() {
            return quoted ? "unclosed quote?" : "is it a CSV file, and are there line ends in it?";
        }
    }

    private static final int FIELD = 16 << 20;
    private static final int RECORD = 64 << 20;
    private static final int FIELDS = 2_000_000;

    private final Reader in;
    private final char delimiter;
    private final char comment;
    private final int longestField;
    private final int longestRecord;
    private TooLong tooLong;

    /** All places count characters from the beginning. */
    private long place;

    private long record;
    private long line;
    private long field;
    private long closed = -1;
    /** Where a blank, a delimiter or a line end may stand behind a closing quote. */
    private long behind = -1;

    /** Where the latest carriage return stands; not next to the first character. */
    private long returned = -2;

    private int fields = 1;
    private boolean quoted;
    private boolean inComment;

    private long lines = 1;
    private long recordLine = 1;
    private long fieldLine = 1;

    /** @param comment the character that begins a comment line, or 0 */
    Limits(Reader in, char delimiter, char comment) {
        this(in, delimiter, comment, FIELD, RECORD);
    }

    /** The same with limits of so many characters, for tests. */
    Limits(Reader in, char delimiter, char comment, int longestField, int longestRecord) {
        this.in = in;
        this.delimiter = delimiter;
        this.comment = comment;
        this.longestField = longestField;
        this.longestRecord = longestRecord;
    }

    /** Hands out all that stands before the excess, and then says each time that there is one. */
    @Override
    public int read(char[] buffer, int at, int n) throws IOException {
        int got = tooLong == null ? in.read(buffer, at, n) : 0;
        int i = at;
        while (i < at + got && tooLong == null) {
            char c = buffer[i];
            if (place == behind && isStrange(c)) {
                // Not a blank, though the parser would take it for one: now it meets text behind a closing quote.
                buffer[i] = '?';
            }
            if (c <= '"' || c == delimiter || c == comment) {
                pass(c);
            }
            i++;
            place++;
        }
        if (tooLong == null) {
            check();
            return got;
        }
        // Without the character that would have ended it.
        if (i - 1 > at) {
            return i - 1 - at;
        }
        throw tooLong;
    }

    /** Whether a character behind a closing quote is white and no blank; blanks and tabs are passed over. */
    private boolean isStrange(char c) {
        if (c == delimiter || c == '\n' || c == '\r') {
            return false;
        }
        behind += c == ' ' || c == '\t' ? 1 : 0;
        return c != ' ' && c != '\t' && Character.isWhitespace(c);
    }

    private void pass(char c) {
        if (c == '\n' && place == returned + 1) {
            endPair();
        } else if (c == '\n' || c == '\r') {
            endLine();
            returned = c == '\r' ? place : returned;
        } else if (c == comment && comment != 0 && place == line && !quoted) {
            inComment = true;
        } else if (c == '"' && !inComment) {
            // Whether the excess is quoted must not depend on how much is read at a time.
            check();
            // A quote opens at the beginning of a field only, or again behind the one that closed it.
            boolean opens = !quoted && (place == field || place == closed + 1);
            closed = quoted ? place : closed;
            behind = quoted ? place + 1 : behind;
            quoted = opens;
        } else if (c == delimiter && !quoted && !inComment) {
            check();
            beginField();
            fields++;
        }
    }

    private void endLine() {
        lines++;
        if (quoted) {
            return;
        }
        check();
        line = place + 1;
        beginField();
        // The parser keeps the comments above a record with it.
        if (!inComment) {
            beginRecord();
        }
        inComment = false;
    }

    /** The second character of a line end of two. */
    private void endPair() {
        if (!quoted) {
            line = place + 1;
            beginField();
            if (record == place) {
                beginRecord();
            }
        }
    }

    private void beginRecord() {
        record = place + 1;
        recordLine = lines;
        fields = 1;
    }

    private void beginField() {
        field = place + 1;
        fieldLine = lines;
    }

    private void check() {
        if (tooLong != null) {
            return;
        }
        if (place - field > longestField) {
            tooLong = new TooLong("a field of more than 16 MiB begins here", fieldLine, quoted);
        } else if (place - record > longestRecord) {
            tooLong = new TooLong("a record of more than 64 MiB begins here", recordLine, quoted);
        } else if (fields > FIELDS) {
            tooLong = new TooLong("a record of more than 2000000 fields begins here", recordLine, quoted);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

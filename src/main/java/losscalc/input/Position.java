package losscalc.input;

import org.apache.commons.csv.CSVRecord;

/** Where in its file the current record stands. */
final class Position {
    /** How many lines of the file another lane has read. */
    private final long linesAbove;

    private long records;
    private long line;
    private long blanks;
    /** The line on which the record ends. */
    private long end;

    /**
     * At the beginning of what is to be read.
     *
     * @param linesAbove how many lines another lane has read before
     * @param recordsAbove how many records, the header included
     */
    Position(long linesAbove, long recordsAbove) {
        this.linesAbove = linesAbove;
        this.records = recordsAbove;
        line = linesAbove;
        end = linesAbove;
    }

    /**
     * Goes on to the next record.
     *
     * @param lines how many lines have been read for it here, another lane's aside
     */
    void take(CSVRecord record, long lines) {
        long before = end;
        end = inFile(lines);
        line = end - linesInside(record);
        long comments = record.hasComment() ? 1 + lineEnds(record.getComment()) : 0;
        blanks = line - 1 - before - comments;
        records++;
    }

    /** The line on which it begins. */
    long line() {
        return line;
    }

    /** How many blank lines stand right above it. */
    long blanks() {
        return blanks;
    }

    /** How many records there are up to it, the header included. */
    long records() {
        return records;
    }

    /** The line of the file that is line n of what is read here. */
    long inFile(long n) {
        return linesAbove + n;
    }

    /** How many line ends stand inside the quoted fields of a record. */
    private static int linesInside(CSVRecord record) {
        int lines = 0;
        for (int i = 0; i < record.size(); i++) {
            lines += lineEnds(record.get(i));
        }
        return lines;
    }

    private static int lineEnds(String text) {
        int ends = 0;
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if (c == '\n' && (k == 0 || text.charAt(k - 1) != '\r') || c == '\r') {
                ends++;
            }
        }
        return ends;
    }
}

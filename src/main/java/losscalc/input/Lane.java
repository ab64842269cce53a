package losscalc.input;

import java.io.InputStream;
import java.util.List;
import losscalc.problem.Problem;

/**
 * A quicker way to read files than the readable lane ({@link CsvRows}), for those that it takes. It may
 * decline, a whole file or what comes behind any record; it may never differ. It makes no messages about
 * the data: it declines what is wrong, and the readable lane says what that is.
 */
public interface Lane {
    /**
     * Reads the header of a file.
     *
     * @return null when the lane does not read such files; then nothing was read
     * @throws Problem when the file cannot be opened
     */
    Start open(Source source, Dialect dialect) throws Problem;

    /** A file of which the header has been read. */
    interface Start extends AutoCloseable {
        /**
         * The names of the columns; the column numbers when there is no header; null when the lane
         * declines this file.
         */
        List<String> header();

        /** The header as it stands in the file, without its line end; null when there is none. */
        String headerText();

        /** The file from its first byte on, for another lane; to be asked for instead of the rows. */
        Source again();

        /**
         * The rows.
         *
         * @param reading what is read of them
         * @param readable reads what this lane declines
         */
        Rows rows(Reading reading, Readable readable);

        @Override
        void close() throws Problem;
    }

    /** Goes on where a lane declined. */
    interface Readable {
        /** The rows that are left. */
        Rows rows(Rest rest) throws Problem;
    }

    /**
     * What a lane leaves of a file.
     *
     * @param stream the bytes that are left, from the beginning of a record on
     * @param lines how many lines stand above them
     * @param rows how many rows stand above them
     * @param bytes how many bytes stand above them
     */
    record Rest(InputStream stream, long lines, long rows, long bytes) {}
}

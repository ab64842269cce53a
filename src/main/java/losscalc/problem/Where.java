package losscalc.problem;

/**
 * A place in the input.
 *
 * @param file the file's name as it was given, {@code <stdin>} for standard input
 * @param line 1-based line of the file, 0 when the place is the whole file
 * @param column 1-based number of the field in its row, 0 when the place is the whole line
 * @param columnName the header's name of that field, or null
 */
public record Where(String file, long line, int column, String columnName) {
    /** A whole file. */
    public static Where file(String file) {
        return new Where(file, 0, 0, null);
    }

    /** A whole line. */
    public static Where line(String file, long line) {
        return new Where(file, line, 0, null);
    }

    /** {@code data.csv:17:2: column 'pred'}, as far as it is known. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Echo.plain(file));
        if (line > 0) {
            text.append(':').append(line);
        }
        if (column > 0) {
            text.append(':').append(column);
        }
        if (columnName != null) {
            text.append(": column ").append(Echo.name(columnName));
        }
        return text.toString();
    }
}

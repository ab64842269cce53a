package losscalc.input;

import java.nio.charset.Charset;
import java.util.List;
import losscalc.num.DecimalReader;

/**
 * How the files are written, and what is done with rows that are not whole.
 *
 * @param delimiter between fields; 0 means by the file's name: a tab for {@code .tsv}, else a comma
 * @param header whether the first record names the columns
 * @param comment a line that begins with this is passed over; 0 for none
 * @param decimalMark {@code '.'} or {@code ','}
 * @param encoding how bytes become characters, or null: UTF-8, or what a byte order mark says
 * @param missing rows with an empty or unreadable cell in a used column
 * @param nonfinite rows with NaN or an infinity in a used column
 * @param ragged rows with more or fewer fields than the header
 */
public record Dialect(
        char delimiter,
        Header header,
        char comment,
        char decimalMark,
        Charset encoding,
        Policy missing,
        Policy nonfinite,
        Policy ragged) {
    /** Whether the first record names the columns. */
    public enum Header {
        /** It does; one that holds numbers only is refused, since it could be data. */
        USUAL,
        /** It does, whatever it holds. */
        ALWAYS,
        /** There is none: columns go by number. */
        NONE
    }

    /** Whether the columns have names. */
    public boolean hasHeader() {
        return header != Header.NONE;
    }

    /** Whether a field holds text that is no number, with whatever decimal mark. */
    boolean isText(String field) {
        String text = field.strip();
        return DecimalReader.kind(text, '.') == DecimalReader.Kind.NOT_A_NUMBER
                && DecimalReader.kind(text, ',') == DecimalReader.Kind.NOT_A_NUMBER;
    }

    /**
     * Whether these names could as well be a row of data, and nobody said that they are not: there is a
     * number among them and no text.
     */
    public boolean couldBeData(List<String> names) {
        boolean isEmpty = true;
        for (String name : names) {
            if (isText(name)) {
                return false;
            }
            isEmpty &= name.isBlank();
        }
        return header == Header.USUAL && !isEmpty;
    }

    /** Comma, header, point, UTF-8, every flaw an error. */
    public static final Dialect PLAIN =
            new Dialect((char) 0, Header.USUAL, (char) 0, '.', null, Policy.ERROR, Policy.ERROR, Policy.ERROR);

    /** A field as it stands in a record, in quotes where it must be (RFC 4180). */
    public static String quoted(String field, char delimiter) {
        boolean plain = field.indexOf(delimiter) < 0
                && field.indexOf('"') < 0
                && field.indexOf('\n') < 0
                && field.indexOf('\r') < 0;
        return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }

    /** The character between the fields of a file. */
    public char delimiterOf(Source source) {
        return delimiter == 0 ? source.usualDelimiter() : delimiter;
    }
}

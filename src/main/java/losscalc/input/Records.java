package losscalc.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import losscalc.problem.Echo;
import losscalc.problem.Problem;
import losscalc.problem.Where;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The records of one or several files with the same header, one after another: the readable lane, for
 * every dialect, by Apache Commons CSV. What it takes for right is right.
 */
final class Records implements AutoCloseable {
    private final List<Source> sources;
    private final Dialect dialect;
    private List<String> header;
    private boolean firstIsData;
    private final boolean withTexts;
    private char delimiter;
    private CharacterReader characters;
    private Tape tape;
    private int at = -1;
    private CSVParser parser;
    private Iterator<CSVRecord> records;
    private CSVRecord record;
    private long line;
    /** The line on which the record before ends. */
    private long lineBefore;
    /** How many blank lines stand between the two. */
    private long blanks;
    /** How many records of this file have been read. */
    private long count;
    /** How many lines of the file another lane has read. */
    private long above;

    /**
     * Opens the first of the files and reads its header; without one, its first record gives the number
     * of columns.
     *
     * @param withTexts whether {@link #text} will be asked for
     */
    Records(List<Source> sources, Dialect dialect, boolean withTexts) throws Problem {
        this.withTexts = withTexts;
        this.sources = sources;
        this.dialect = dialect;
        openNext();
        if (!nextOfThisFile()) {
            throw Problem.data(
                    Where.file(file()),
                    dialect.hasHeader() ? "no header: the file is empty" : "no data rows: the file is empty",
                    "a header line such as target,prediction and rows below it were wanted");
        }
        boolean named = dialect.hasHeader();
        header = named ? record.toList() : numbers(record.size());
        firstIsData = !named;
        if (named) {
            checkNames();
        }
    }

    private void checkNames() throws Problem {
        refuseMalformedNames();
        if (dialect.couldBeData(header)) {
            throw couldBeData(file(), line, "holds numbers only: is it a header or data?");
        }
    }

    private void refuseMalformedNames() throws Problem {
        for (int i = 0; i < record.size(); i++) {
            if (isMalformed(i)) {
                throw Problem.data(new Where(file(), line, i + 1, null), complaint(i), hintForMalformed());
            }
        }
    }

    /** What to say when the header could be the first row of a file without one. */
    static Problem couldBeData(String file, long line, String what) {
        return Problem.data(
                Where.line(file, line), what, "--no-header if it is data, --header if it names the columns");
    }

    /**
     * Goes on in the middle of a file, behind what another lane has read of it.
     *
     * @param rest the bytes that are left, from the beginning of a record on
     * @param name the name of the file
     * @param lines how many lines stand above them
     * @param rows how many rows stand above them
     * @param bytes how many bytes stand above them
     * @param withTexts whether {@link #text} will be asked for
     */
    Records(
            InputStream rest,
            String name,
            Dialect dialect,
            List<String> header,
            long lines,
            long rows,
            long bytes,
            boolean withTexts)
            throws Problem {
        this.withTexts = withTexts;
        this.sources = List.of(Source.unpacked(name, rest));
        this.dialect = dialect;
        this.header = header;
        at = 0;
        read(new CharacterReader(rest, StandardCharsets.UTF_8, bytes));
        above = lines;
        line = lines;
        lineBefore = lines;
        count = dialect.hasHeader() ? rows + 1 : rows;
    }

    /** The names of the columns; the column numbers when there is no header. */
    List<String> header() {
        return header;
    }

    /**
     * The record as text: as it stands in the file when the delimiter is the file's own, else written anew.
     */
    String text(char wantedDelimiter) {
        if (wantedDelimiter == delimiter) {
            return tape.record(record.getCharacterPosition());
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < record.size(); i++) {
            if (i > 0) {
                text.append(wantedDelimiter);
            }
            append(record.get(i), wantedDelimiter, text);
        }
        return text.toString();
    }

    private static void append(String field, char delimiter, StringBuilder text) {
        boolean plain = field.indexOf(delimiter) < 0
                && field.indexOf('"') < 0
                && field.indexOf('\n') < 0
                && field.indexOf('\r') < 0;
        if (plain) {
            text.append(field);
        } else {
            text.append('"').append(field.replace("\"", "\"\"")).append('"');
        }
    }

    /** Goes to the next record; false at the end of the last file. */
    boolean next() throws Problem {
        if (firstIsData) {
            firstIsData = false;
            return true;
        }
        while (!nextOfThisFile()) {
            if (at + 1 == sources.size()) {
                return false;
            }
            openNext();
            if (dialect.hasHeader()) {
                checkHeader();
            }
        }
        return true;
    }

    /** How many fields the record has. */
    int size() {
        return record.size();
    }

    /** Field i of the record, 0-based. */
    String field(int i) {
        return record.get(i);
    }

    /** Whether any bytes so far were no characters. */
    boolean hasMalformed() {
        return characters.hasMalformed();
    }

    /** Whether field i of the record holds bytes that are no characters. */
    boolean isMalformed(int i) {
        return characters.hasMalformed() && CharacterReader.firstMalformed(record.get(i)) >= 0;
    }

    /** What is wrong with a field that is malformed. */
    String complaint(int i) {
        StringBuilder before = new StringBuilder(record.hasComment() ? record.getComment() : "");
        for (int k = 0; k < i; k++) {
            before.append(record.get(k)).append(delimiter);
        }
        return characters.complaint(record.get(i), record.getCharacterPosition(), before);
    }

    /** What to do about it. */
    String hintForMalformed() {
        return characters.hint();
    }

    /** The file that the record stands in. */
    String file() {
        return sources.get(at).name();
    }

    /** Whether it is one of several files. */
    boolean isOfSeveral() {
        return sources.size() > 1;
    }

    /** The line of that file on which the record begins. */
    long line() {
        return line;
    }

    /** How many blank lines stand right above the record. */
    long blanks() {
        return blanks;
    }

    /** A field's place, for a message. */
    Where where(int field) {
        return new Where(file(), line, field + 1, dialect.hasHeader() ? header.get(field) : null);
    }

    @Override
    public void close() throws Problem {
        try {
            if (parser != null) {
                parser.close();
            }
        } catch (IOException e) {
            throw Problem.io(Where.file(file()), "cannot be closed", null);
        }
    }

    private void openNext() throws Problem {
        if (parser != null) {
            close();
        }
        at++;
        try {
            read(Decoder.characters(sources.get(at), dialect.encoding()));
        } catch (IOException e) {
            throw cannotRead(e);
        }
    }

    private void read(CharacterReader reader) throws Problem {
        characters = reader;
        delimiter = dialect.delimiterOf(sources.get(at));
        CSVFormat.Builder format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setTrailingData(false)
                .setLenientEof(false);
        if (dialect.comment() != 0) {
            format.setCommentMarker(dialect.comment());
        }
        try {
            tape = new Tape(new Limits(reader, delimiter, dialect.comment()), dialect.comment(), withTexts);
            parser = CSVParser.builder().setReader(tape).setFormat(format.get()).get();
        } catch (IOException e) {
            throw cannotRead(e);
        }
        records = parser.iterator();
        line = 0;
        lineBefore = 0;
        above = 0;
        count = 0;
    }

    private boolean nextOfThisFile() throws Problem {
        try {
            if (!records.hasNext()) {
                return false;
            }
            record = records.next();
        } catch (UncheckedIOException e) {
            throw broken(e.getCause());
        } catch (IllegalStateException e) {
            throw broken(e.getCause() instanceof IOException ? (IOException) e.getCause() : new IOException(e));
        }
        long end = above + parser.getCurrentLineNumber();
        line = end - linesInside(record);
        long comments = record.hasComment() ? 1 + lineEnds(record.getComment()) : 0;
        blanks = line - 1 - lineBefore - comments;
        lineBefore = end;
        count++;
        return true;
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

    /** Commons CSV says in words what is wrong with the text, and a file system in other words. */
    private Problem broken(IOException e) {
        String words = String.valueOf(e.getMessage());
        if (words.indexOf("EOF reached before encapsulated token finished") >= 0) {
            return Problem.data(
                    Where.line(file(), above + numberAfter("startline ", words, line + 1 - above)),
                    "a quoted field opens here and never closes",
                    "unclosed quote?");
        }
        if (words.indexOf("between encapsulated token and delimiter") >= 0) {
            int field = tape.field(numberAfter("position: ", words, 0) - 1, delimiter);
            return Problem.data(
                    new Where(file(), above + numberAfter("line: ", words, line + 1 - above), field, null),
                    "text behind a closing quote",
                    "a quote inside a quoted field is written twice: \"\"");
        }
        return cannotRead(e);
    }

    private Problem cannotRead(IOException e) {
        if (e instanceof Limits.TooLong) {
            Limits.TooLong tooLong = (Limits.TooLong) e;
            return Problem.data(Where.line(file(), above + tooLong.line()), tooLong.getMessage(), tooLong.hint());
        }
        if (e instanceof SteadyFile.Changed) {
            return Problem.io(Where.file(file()), e.getMessage(), "run it again when nothing writes to the file");
        }
        if (e instanceof Gunzip.Broken) {
            long rows = Math.max(0, dialect.hasHeader() ? count - 1 : count);
            return Problem.io(
                    Where.file(file()),
                    "the gzip file is " + e.getMessage() + ", after " + rows + (rows == 1 ? " row" : " rows"),
                    "no number is given of a part: fetch it or compress it again");
        }
        return Problem.io(Where.file(file()), "cannot be read: " + Echo.plain(String.valueOf(e.getMessage())), null);
    }

    /** The number behind a word of a message, its thousands marks left out. */
    private static long numberAfter(String word, String text, long otherwise) {
        int i = text.indexOf(word);
        if (i < 0) {
            return otherwise;
        }
        long number = 0;
        for (i += word.length(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
            } else if (c != ',' || i + 1 == text.length() || !Character.isDigit(text.charAt(i + 1))) {
                break;
            }
        }
        return number == 0 ? otherwise : number;
    }

    private void checkHeader() throws Problem {
        if (!nextOfThisFile()) {
            throw Problem.data(
                    Where.file(file()),
                    "no header: the file is empty",
                    "files of one data set have the same header: leave it out, if it has no rows");
        }
        refuseMalformedNames();
        List<String> other = record.toList();
        if (!other.equals(header)) {
            int i = 0;
            while (i < other.size() && i < header.size() && other.get(i).equals(header.get(i))) {
                i++;
            }
            String found = i < other.size() ? Echo.name(other.get(i)) : "nothing";
            String wanted = i < header.size() ? Echo.name(header.get(i)) : "nothing";
            throw Problem.data(
                    Where.line(file(), line),
                    "column " + (i + 1) + " is " + found + ", and " + wanted + " in "
                            + Echo.plain(sources.get(0).name()),
                    "files of one data set have the same header");
        }
    }

    private static List<String> numbers(int n) {
        List<String> names = new ArrayList<>(n);
        for (int i = 1; i <= n; i++) {
            names.add(Integer.toString(i));
        }
        return names;
    }
}

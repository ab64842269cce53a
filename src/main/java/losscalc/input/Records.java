package losscalc.input;

import java.io.IOException;
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
    private final boolean withTexts;
    private List<String> header;
    /** Which of the files is being read. */
    private int at = -1;

    private char delimiter;
    private CharacterReader characters;
    private Tape tape;
    private CSVParser parser;
    private Iterator<CSVRecord> records;
    private CSVRecord record;
    private Position position;
    /** Whether the current record, read for the number of columns, is still to be handed out. */
    private boolean firstIsData;

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
            throw couldBeData(file(), line(), "holds numbers only: is it a header or data?");
        }
    }

    private void refuseMalformedNames() throws Problem {
        for (int i = 0; i < record.size(); i++) {
            if (isMalformed(i)) {
                throw Problem.data(new Where(file(), line(), i + 1, null), complaint(i), hintForMalformed());
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
     * @param rest what it has left
     * @param name the name of the file
     * @param withTexts whether {@link #text} will be asked for
     */
    Records(Lane.Rest rest, String name, Dialect dialect, List<String> header, boolean withTexts) throws Problem {
        this.withTexts = withTexts;
        this.sources = List.of(Source.unpacked(name, rest.stream()));
        this.dialect = dialect;
        this.header = header;
        at = 0;
        position = new Position(rest.lines(), dialect.hasHeader() ? rest.rows() + 1 : rest.rows());
        read(new CharacterReader(rest.stream(), StandardCharsets.UTF_8, rest.bytes()));
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
            text.append(Dialect.quoted(record.get(i), wantedDelimiter));
        }
        return text.toString();
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
        return position.line();
    }

    /** How many blank lines stand right above the record. */
    long blanks() {
        return position.blanks();
    }

    /** A field's place, for a message. */
    Where where(int field) {
        return new Where(file(), line(), field + 1, dialect.hasHeader() ? header.get(field) : null);
    }

    @Override
    public void close() throws Problem {
        try {
            if (parser != null) {
                parser.close();
            }
        } catch (IOException e) {
            throw Problem.io(Where.file(file()), "cannot be closed", Source.GONE);
        }
    }

    private void openNext() throws Problem {
        if (parser != null) {
            close();
        }
        at++;
        position = new Position(0, 0);
        try {
            read(Decoder.characters(sources.get(at), dialect.encoding()));
        } catch (IOException e) {
            throw unreadable(e);
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
            throw unreadable(e);
        }
        records = parser.iterator();
    }

    private boolean nextOfThisFile() throws Problem {
        try {
            if (!records.hasNext()) {
                return false;
            }
            record = records.next();
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        } catch (IllegalStateException e) {
            throw unreadable(e.getCause() instanceof IOException ? (IOException) e.getCause() : new IOException(e));
        }
        position.take(record, parser.getCurrentLineNumber());
        return true;
    }

    private Problem unreadable(IOException e) {
        return Unreadable.of(e, file(), position, tape, dialect, delimiter);
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
                    Where.line(file(), line()),
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

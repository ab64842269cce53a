package losscalc.input;

import java.io.IOException;
import losscalc.problem.Echo;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** Why a file cannot be read on, with its place: Commons CSV says it in words, and a file system in others. */
final class Unreadable {
    private Unreadable() {}

    /**
     * What the exception comes to.
     *
     * @param file the file's name
     * @param position the record before
     * @param tape what has been read of the file, or null when it could not be opened
     * @param dialect how it is written
     * @param delimiter what parts its fields
     */
    static Problem of(IOException e, String file, Position position, Tape tape, Dialect dialect, char delimiter) {
        String words = String.valueOf(e.getMessage());
        if (words.indexOf("EOF reached before encapsulated token finished") >= 0) {
            return Problem.data(
                    Where.line(file, lineAfter("startline ", words, position)),
                    "a quoted field opens here and never closes",
                    "unclosed quote?");
        }
        if (words.indexOf("between encapsulated token and delimiter") >= 0) {
            int field = tape.field(numberAfter("position: ", words) - 1, delimiter);
            return Problem.data(
                    new Where(file, lineAfter("line: ", words, position), field, null),
                    "text behind a closing quote",
                    "a quote inside a quoted field is written twice: \"\"");
        }
        if (e instanceof Limits.TooLong) {
            Limits.TooLong tooLong = (Limits.TooLong) e;
            return Problem.data(
                    Where.line(file, position.inFile(tooLong.line())), tooLong.getMessage(), tooLong.hint());
        }
        if (e instanceof SteadyFile.Changed) {
            return Problem.io(Where.file(file), e.getMessage(), "run it again when nothing writes to the file");
        }
        if (e instanceof Gunzip.Broken) {
            long rows = Math.max(0, dialect.hasHeader() ? position.records() - 1 : position.records());
            return Problem.io(
                    Where.file(file),
                    "the gzip file is " + e.getMessage() + ", after " + rows + (rows == 1 ? " row" : " rows"),
                    "no number is given of a part: fetch it or compress it again");
        }
        return Problem.io(Where.file(file), "cannot be read: " + Echo.plain(words), Source.GONE);
    }

    /** The line that is named behind a word; the one behind the record before where none is. */
    private static long lineAfter(String word, String text, Position position) {
        long line = numberAfter(word, text);
        return line == 0 ? position.line() + 1 : position.inFile(line);
    }

    /** The number behind a word of a message, its thousands marks left out; 0 when there is none. */
    private static long numberAfter(String word, String text) {
        int i = text.indexOf(word);
        if (i < 0) {
            return 0;
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
        return number;
    }
}

package losscalc.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import losscalc.problem.Fault;
import losscalc.problem.Problem;
import org.junit.jupiter.api.Test;

/** Where the records of a file stand, and the place of what is wrong with it. */
class RecordsTest {
    private static final Dialect COMMENTS =
            new Dialect(',', Dialect.Header.USUAL, '#', '.', null, Policy.ERROR, Policy.ERROR, Policy.ERROR);

    /** A file that says when it is closed. */
    private static final class Closing extends ByteArrayInputStream {
        private boolean isClosed;

        Closing(String text) {
            super(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    private static Records records(String... texts) throws Problem {
        Source[] sources = new Source[texts.length];
        for (int i = 0; i < texts.length; i++) {
            sources[i] = Source.unpacked("file", new Closing(texts[i]));
        }
        return new Records(List.of(sources), COMMENTS, false);
    }

    /** Of each record its line, how many blank lines stand above it, and its first field. */
    private static String places(Records records) throws Problem {
        StringBuilder text = new StringBuilder();
        while (records.next()) {
            text.append(records.line())
                    .append('/')
                    .append(records.blanks())
                    .append(' ')
                    .append(records.field(0))
                    .append("; ");
        }
        return text.toString().replace("\r", "<cr>").replace("\n", "<lf>");
    }

    @Test
    void linesAndBlankLines() throws Problem {
        assertEquals("2/0 1; 3/0 3; ", places(records("y,p\n1,2\n3,4\n")));
        assertEquals("2/0 1; 3/0 3; ", places(records("y,p\r\n1,2\r\n3,4")));
        assertEquals("2/0 1; 3/0 3; ", places(records("y,p\r1,2\r3,4\r")));
        assertEquals("4/2 1; 6/1 3; ", places(records("y,p\n\n\n1,2\n\r\n3,4\n\n")));
        assertEquals("3/0 1; ", places(records("\ny,p\n1,2")));
        assertEquals("2/0 1; 2/0 3; 3/0 5; ", places(records("y,p\n1,2\n", "y,p\n3,4\n5,6\n")));
    }

    @Test
    void commentsAreNoBlankLines() throws Problem {
        assertEquals("4/0 1; 8/2 3; ", places(records("y,p\n# a\n# b\n1,2\n\n# c\n\n3,4\n")));
        assertEquals("3/0 1; ", places(records("# a\ny,p\n1,2\n# c\n")));
    }

    @Test
    void recordsOfSeveralLines() throws Problem {
        String text = "y,p\n\"a\nb\",\"c\r\nd\"\n\n\"e\rf\",1\n\"\n\",\"\r\n\"\r\n3,4\n";
        assertEquals("2/0 a<lf>b; 6/1 e<cr>f; 8/0 <lf>; 11/0 3; ", places(records(text)));
    }

    @Test
    void theRestOfAFile() throws Problem {
        Lane.Rest rest = new Lane.Rest(new Closing("1,2\n\n3,4\n\"5"), 10, 8, 99);
        Records records = new Records(rest, "file", COMMENTS, List.of("y", "p"), false);
        assertTrue(records.next());
        assertEquals("11/0", records.line() + "/" + records.blanks());
        assertTrue(records.next());
        assertEquals("13/1", records.line() + "/" + records.blanks());
        wrong("file:14: a quoted field opens here and never closes", "unclosed quote?", records);
    }

    private static void wrong(String message, String hint, Records records) {
        Fault fault =
                assertThrows(Problem.class, () -> places(records)).faults().get(0);
        assertEquals(message + " | " + hint, fault + " | " + fault.hint());
    }

    /** The parser says the place in words, with thousands marks. */
    @Test
    void thePlaceOfAQuote() throws Problem {
        for (int above : new int[] {0, 1, 9, 12, 345, 1234, 12_345}) {
            String rows = "y,p\n" + "1,2\n".repeat(above);
            int line = above + 2;
            wrong(
                    "file:" + line + ": a quoted field opens here and never closes",
                    "unclosed quote?",
                    records(rows + "\"3,4\n5,6\n"));
            String twice = "a quote inside a quoted field is written twice: \"\"";
            wrong("file:" + line + ":1: text behind a closing quote", twice, records(rows + "\"3\"x,4\n"));
            wrong("file:" + line + ":2: text behind a closing quote", twice, records(rows + "\"3,\",\"4\"x\n"));
        }
        wrong("file:2: a quoted field opens here and never closes", "unclosed quote?", records("y,p\n\"1,2"));
    }

    @Test
    void aFileIsClosedBeforeTheNext() throws Problem {
        Closing first = new Closing("y,p\n1,2\n");
        Closing second = new Closing("y,p\n3,4\n");
        Records records = new Records(
                List.of(Source.unpacked("first", first), Source.unpacked("second", second)), COMMENTS, false);
        assertTrue(records.next());
        assertFalse(first.isClosed);
        assertTrue(records.next());
        assertEquals("second", records.file());
        assertTrue(first.isClosed && !second.isClosed);
        records.close();
        assertTrue(second.isClosed);
    }

    @Test
    void textsWithAnotherDelimiter() throws Problem {
        Records records = records("y,p,q\n\"1;\",\"\"\"\",x\n");
        assertTrue(records.next());
        assertEquals("\"1;\";\"\"\"\";x", records.text(';'));
        for (String field : new String[] {";", ";a", "\n", "\na", "\r", "\ra", "a;"}) {
            assertEquals("\"" + field + "\"", Dialect.quoted(field, ';'));
        }
        assertEquals("\"\"\"\"", Dialect.quoted("\"", ';'));
        assertEquals("a,b c", Dialect.quoted("a,b c", ';'));
    }
}

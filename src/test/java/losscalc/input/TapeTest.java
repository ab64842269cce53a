package losscalc.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** The text of a record as it stands in the file, and the field at a place. */
class TapeTest {
    private static final int LATEST = 1 << 14;

    /** A tape on which all of the text has passed, so many characters at a time. */
    private static Tape tape(String text, char comment, boolean wholeRecords, int step) throws IOException {
        Tape tape = new Tape(new StringReader(text), comment, wholeRecords);
        StringBuilder passed = new StringBuilder();
        char[] buffer = new char[step + 1];
        int got = tape.read(buffer, 1, step);
        while (got >= 0) {
            passed.append(buffer, 1, got);
            got = tape.read(buffer, 1, step);
        }
        assertEquals(text, passed.toString());
        return tape;
    }

    @Test
    void records() throws IOException {
        String text = "y,p\r\n# \"a\n\n1,2\n\"a\nb\",\"c\"\"\nd\"\r#\n\n4,";
        for (int step : new int[] {1, 7, 100}) {
            Tape tape = tape(text, '#', true, step);
            assertEquals("y,p", tape.record(0));
            assertEquals("1,2", tape.record(3));
            assertEquals("\"a\nb\",\"c\"\"\nd\"", tape.record(text.indexOf("\"a\nb")));
            assertEquals("4,", tape.record(text.indexOf('\r', 10)));
            assertEquals("", tape.record(text.length()));
        }
        Tape tape = tape(text, (char) 0, true, 9);
        assertEquals("# \"a\n\n1,2\n\"a", tape.record(3));
        assertEquals("#", tape.record(text.indexOf('#', 10)));
        assertEquals("", tape("#", '#', true, 1).record(0));
        assertEquals("\0", tape("\0\n", (char) 0, true, 1).record(0));
    }

    @Test
    void longRecords() throws IOException {
        String first = "1,2,\"" + "x".repeat(3 * LATEST) + "\n\"";
        String second = "y".repeat(100_000);
        for (int step : new int[] {4096, 1 << 20}) {
            Tape tape = tape(first + "\n" + second, (char) 0, true, step);
            assertEquals(first, tape.record(0));
            assertEquals(second, tape.record(first.length() + 1));
        }
    }

    @Test
    void fields() throws IOException {
        String text = "y;p\n1;\"a;b\";c\r\n;;x\ry";
        Tape tape = tape(text, '#', false, 3);
        assertEquals(1, tape.field(0, ';'));
        assertEquals(2, tape.field(text.indexOf('p'), ';'));
        assertEquals(1, tape.field(text.indexOf('1'), ';'));
        assertEquals(2, tape.field(text.indexOf("b\""), ';'));
        assertEquals(3, tape.field(text.indexOf('c'), ';'));
        assertEquals(3, tape.field(text.indexOf('x'), ';'));
        assertEquals(1, tape.field(text.indexOf('x'), ','));
        assertEquals(1, tape.field(text.length(), ';'));
        assertEquals(0, tape.field(text.length() + 1, ';'));
        assertEquals(0, tape.field(-1, ';'));
    }

    @Test
    void fieldsOfLinesThatBeginFarAway() throws IOException {
        String line = ",".repeat(LATEST + 10);
        for (int step : new int[] {1, 1000, 1 << 20}) {
            Tape tape = tape("\n" + line, (char) 0, false, step);
            assertEquals(LATEST + 1, tape.field(LATEST + 1, ','));
            assertEquals(0, tape.field(LATEST + 2, ','), "no matter how much was read at a time");
        }
    }

    /** However long the file is, not much of it is held, and the latest characters are always there. */
    @Test
    void theLatestCharacters() throws IOException {
        String text = "1,2,3\n".repeat(200_000);
        Tape tape = tape(text, (char) 0, false, 1000);
        assertEquals(3, tape.field(text.length() - 2, ','));
        assertEquals(2, tape.field(text.length() - LATEST / 6 * 6 + 2, ','));
        assertEquals(0, tape.field(100, ','), "is forgotten");
    }

    @Test
    void itClosesTheText() throws IOException {
        boolean[] isClosed = {false};
        new Tape(
                        new StringReader("") {
                            @Override
                            public void close() {
                                isClosed[0] = true;
                            }
                        },
                        '#',
                        true)
                .close();
        assertTrue(isClosed[0]);
    }
}

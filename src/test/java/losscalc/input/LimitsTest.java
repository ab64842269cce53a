package losscalc.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import losscalc.cli.App;
import losscalc.cli.Streams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A record that memory cannot be expected to hold is an error at the line where it begins. */
@Isolated("sets a system property")
class LimitsTest {
    private static final String LANE = "losscalc.lane";
    private static final String HEAD = "y,p,text\n1,2,a\n";

    @AfterEach
    void forget() {
        System.clearProperty(LANE);
    }

    /** The same piece of text for ever: whoever reads it to its end never comes back. */
    private static final class Endless extends InputStream {
        private final byte[] head;
        private final byte[] again;
        private long at;

        Endless(String head, String again) {
            this.head = head.getBytes(StandardCharsets.US_ASCII);
            this.again = again.repeat(1 + (1 << 16) / again.length()).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int from, int n) {
            byte[] source = at < head.length ? head : again;
            int place = (int) (at < head.length ? at : (at - head.length) % again.length);
            int got = Math.min(n, source.length - place);
            System.arraycopy(source, place, buffer, from, got);
            at += got;
            return got;
        }
    }

    private static void endless(String head, String again, String message) {
        for (String lane : new String[] {"readable", ""}) {
            System.setProperty(LANE, lane);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = App.run(new String[] {"mse", "-q"}, new Streams(new Endless(head, again), out, err, false));
            assertEquals("3\n\nlosscalc: <stdin>:" + message + "\n", code + "\n" + out + "\n" + err);
        }
    }

    @Test
    @Tag("long")
    void aQuoteThatNeverCloses() {
        endless(HEAD + "1,2,\"", "3,4,b\n", "3: a field of more than 16 MiB begins here\n  hint: unclosed quote?");
    }

    @Test
    @Tag("long")
    void aFieldWithoutEnd() {
        refused("1,2\n1,", "x", 2, "a field of more than 16 MiB begins here");
    }

    @Test
    @Tag("long")
    void aRecordOfLongFields() {
        refused("1,2\n", "x".repeat(999) + ",", 2, "a record of more than 64 MiB begins here");
    }

    @Test
    @Tag("long")
    void commentsAreKeptWithTheRecordBelowThem() {
        refused("", "# 1\r\n", 1, "a record of more than 64 MiB begins here");
    }

    private static void refused(String head, String again, long line, String message) {
        Reader text = new InputStreamReader(new Endless(head, again), StandardCharsets.US_ASCII);
        Reader limits = new Limits(text, ',', '#');
        Limits.TooLong e = assertThrows(Limits.TooLong.class, () -> limits.skip(Long.MAX_VALUE));
        assertEquals(message, e.getMessage());
        assertEquals(line, e.line());
        assertEquals("is it a CSV file, and are there line ends in it?", e.hint());
    }

    @Test
    @Tag("long")
    void aRecordOfManyFields() {
        endless(
                HEAD,
                "1,",
                "3: a record of more than 2000000 fields begins here\n"
                        + "  hint: is it a CSV file, and are there line ends in it?");
    }

    @Test
    void quotesLineEndsAndCommentsAreCountedAsTheParserDoes() throws IOException {
        String text = "# \"\r\na,\"b\n\r\n\"\"\r\",c\"\"\n#,\n\n\"\"\n";
        String tail = "x".repeat(11);
        try (Reader limits = new Limits(new StringReader(text + tail), ',', '#', 10, 1000)) {
            Limits.TooLong e = assertThrows(Limits.TooLong.class, () -> limits.skip(Long.MAX_VALUE));
            // Lines: the comment, a and b, nothing, two quotes, c, the comment, nothing, an empty field, x.
            assertEquals(9, e.line());
            assertEquals("is it a CSV file, and are there line ends in it?", e.hint());
        }
    }

    @Test
    @Tag("long")
    void soManyColumnsCanBeUsed() {
        StringBuilder file = new StringBuilder("c");
        for (int i = 1; i < 70_000; i++) {
            file.append(",c");
        }
        file.append('\n').append(file.toString().replace('c', '1'));
        String[] words = {"mse", "-q", "-t", "1-35000", "-p", "35001-70000"};
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.US_ASCII));
        int code = App.run(words, new Streams(in, new ByteArrayOutputStream(), err, false));
        String said = "losscalc: <stdin>: 70000 columns are used, at most 65536 can be\n";
        assertEquals("3 " + said + "  hint: -t and -p name the columns to use\n", code + " " + err);
    }

    /** What passes where a field may have 8 characters and a record 20; and what is said of the rest. */
    private static String within(String text, char comment) throws IOException {
        String all = null;
        for (int step : new int[] {1, 2, 3, 100}) {
            StringBuilder passed = new StringBuilder();
            Limits limits = new Limits(new StringReader(text), ',', comment, 8, 20);
            char[] buffer = new char[step + 1];
            try {
                for (int got = limits.read(buffer, 1, step); got >= 0; got = limits.read(buffer, 1, step)) {
                    passed.append(buffer, 1, got);
                }
            } catch (Limits.TooLong e) {
                assertThrows(Limits.TooLong.class, () -> limits.read(buffer, 1, step), "it says so each time");
                passed = new StringBuilder(e.getMessage() + ", line " + e.line() + ", " + e.hint());
            }
            assertEquals(all == null ? passed.toString() : all, passed.toString(), text + " by " + step);
            all = passed.toString();
        }
        return all;
    }

    private static void passes(String... texts) throws IOException {
        for (String text : texts) {
            for (String end : new String[] {"", "\n", "\r\n", "\r"}) {
                assertEquals(text + end, within(text + end, '#'));
            }
        }
    }

    private static void isLong(String what, int line, String... texts) throws IOException {
        String lines = ", is it a CSV file, and are there line ends in it?";
        for (String text : texts) {
            for (String end : new String[] {"", "\n", "\r\n", "\r"}) {
                String said = within(text + end, '#').replace(lines, "").replace(", unclosed quote?", " quoted");
                assertEquals("a " + what + " MiB begins here, line " + line, said.replace(" quoted", ""), text + end);
            }
        }
    }

    @Test
    void soLongMayFieldsAndRecordsBe() throws IOException {
        passes(
                "",
                "12345678",
                "1,12345678,1\n12345678",
                "12345678,12345678,12",
                "\"345678\"",
                "\"34\n678\",1",
                "1\n\n\n2");
        passes("12345678,12345678,12\n12345678,12345678,12\r\n12345678,12345678,12\r12345678,12345678,12");
        passes("1,\"a,b\"\"\",\"\"", "a\"b,a\"b\n12345678", "#,,\"5678\n1,2");
        isLong(
                "field of more than 16",
                1,
                "123456789",
                "123456789,1",
                "1,123456789",
                "\"345678\"\"",
                "\"\"\"\"\"\"\"\"\"",
                "1\"3456789",
                "\"34,67890",
                "\"1\"\"2,345\"",
                "\"1\"\"\n2345\"");
        isLong(
                "field of more than 16",
                2,
                "1\n123456789",
                "1\r123456789",
                "1\r\n1,123456789",
                "#\n123456789",
                "\"\n\",123456789");
        isLong("field of more than 16", 3, "\n\n123456789", "\r\r123456789", "\n\r\n123456789", "\r\n\r\n123456789");
        isLong(
                "record of more than 64",
                1,
                "1234567,1234567,12345",
                "#234567\n#234567\n12345",
                "#2345678\r\n#2345678\r\n1");
        isLong(
                "record of more than 64",
                2,
                "1\n1234567,1234567,12345",
                "1\r\n\"2345,7\",1234567,12345",
                "\n1234567,1234567,12345");
    }

    @Test
    void whatStandsBeforeTheExcessPasses() throws IOException {
        Limits limits = new Limits(new StringReader("1,2\n123456789\n3,4\n"), ',', '#', 8, 20);
        char[] buffer = new char[101];
        assertEquals(13, limits.read(buffer, 1, 100));
        assertEquals("1,2\n123456789", new String(buffer, 1, 13));
        assertThrows(Limits.TooLong.class, () -> limits.read(buffer, 1, 100));
    }

    /** The parser drops whatever Unicode calls white behind a closing quote; what is put in its stead it complains of. */
    @Test
    void whiteThatIsNoBlankBehindAClosingQuote() throws IOException {
        for (String white : new String[] {"\u2003", "\u2028", "\u000b", "\u001c"}) {
            for (String blanks : new String[] {"", " ", "\t ", "  \t"}) {
                assertEquals("\"1\"" + blanks + "?,2", within("\"1\"" + blanks + white + ",2", '#'));
                assertEquals("0,\"\"" + blanks + "?\n1", within("0,\"\"" + blanks + white + "\n1", '#'));
            }
            passes(
                    "1" + white,
                    "\"1" + white + "\",2",
                    "\"1\"," + white,
                    "\"1\"\n" + white,
                    "\"1\"x" + white,
                    "\"a\"\"" + white + "\"");
        }
        passes("\"1\" ,\"2\"\t", "\"1\"\u00a0,2", "\"1\" x");
    }

    @Test
    void itClosesTheText() throws IOException {
        boolean[] isClosed = {false};
        Reader text = new StringReader("") {
            @Override
            public void close() {
                isClosed[0] = true;
            }
        };
        new Limits(text, ',', '#').close();
        assertTrue(isClosed[0]);
    }
}

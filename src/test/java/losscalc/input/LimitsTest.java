package losscalc.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import losscalc.cli.App;
import losscalc.cli.Streams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A record that memory cannot be expected to hold is an error at the line where it begins. */
@Isolated("sets a system property")
class LimitsTest {
    private static final String LANE = "losscalc.lane";
    private static final String HEAD = "y,p,text\n1,2,a\n";
    private static final int MIB = 1 << 20;

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
    void aQuoteThatNeverCloses() {
        endless(HEAD + "1,2,\"", "3,4,b\n", "3: a field of more than 16 MiB begins here\n  hint: unclosed quote?");
    }

    @Test
    void aFieldWithoutEnd() {
        refused("1,2\n1,", "x", 2, "a field of more than 16 MiB begins here");
    }

    @Test
    void aRecordOfLongFields() {
        refused("1,2\n", "x".repeat(999) + ",", 2, "a record of more than 64 MiB begins here");
    }

    @Test
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
    void aRecordOfManyFields() {
        endless(
                HEAD,
                "1,",
                "3: a record of more than 2000000 fields begins here\n"
                        + "  hint: is it a CSV file, and are there line ends in it?");
    }

    @Test
    void aFieldMayBeAsLongAsTheLimit() throws IOException {
        for (String end : new String[] {"", "\r\n"}) {
            String field = "x".repeat(16 * MIB);
            assertEquals(3L + field.length() + end.length(), passed("1\n,", field + end));
            assertEquals(-1, passed("1\n,x", field + end));
            assertEquals(3L + field.length() + end.length(), passed("1\n,\"", field.substring(2) + "\"" + end));
        }
    }

    /** How many characters pass; -1 when they are too many. */
    private static long passed(String head, String text) throws IOException {
        Random random = new Random(text.length());
        long count = 0;
        try (Reader limits = new Limits(new StringReader(head + text), ',', '#')) {
            char[] buffer = new char[1 << 16];
            int got = limits.read(buffer, 0, 1);
            while (got >= 0) {
                count += got;
                got = limits.read(buffer, 0, 1 + random.nextInt(buffer.length));
            }
            return count;
        } catch (Limits.TooLong e) {
            assertEquals(2, e.line());
            return -1;
        }
    }

    @Test
    void quotesLineEndsAndCommentsAreCountedAsTheParserDoes() throws IOException {
        String text = "# \"\r\na,\"b\n\r\n\"\"\r\",c\"\"\n#,\n\n\"\"\n";
        String tail = "x".repeat(16 * MIB + 1);
        try (Reader limits = new Limits(new StringReader(text + tail), ',', '#')) {
            Limits.TooLong e = assertThrows(Limits.TooLong.class, () -> limits.skip(Long.MAX_VALUE));
            // Lines: the comment, a and b, nothing, two quotes, c, the comment, nothing, an empty field, x.
            assertEquals(9, e.line());
            assertEquals("is it a CSV file, and are there line ends in it?", e.hint());
        }
    }

    @Test
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
}

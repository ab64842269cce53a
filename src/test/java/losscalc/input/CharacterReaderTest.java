package losscalc.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** No byte is lost on the way to characters, however many are read at a time, and each that is malformed has its place. */
class CharacterReaderTest {
    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    /** A stream that gives so many bytes at a time. */
    private static InputStream inSteps(byte[] bytes, int step) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] into, int at, int n) {
                return super.read(into, at, Math.min(step, n));
            }
        };
    }

    private static String text(CharacterReader reader, int length) throws IOException {
        StringBuilder text = new StringBuilder();
        // A frame round what is read, which it is not to touch.
        char[] buffer = new char[length + 2];
        assertEquals(0, reader.read(buffer, 1, 0));
        int got = reader.read(buffer, 1, length);
        while (got >= 0) {
            assertTrue(got > 0 && got <= length && buffer[0] == 0 && buffer[length + 1] == 0);
            text.append(buffer, 1, got);
            got = reader.read(buffer, 1, length);
        }
        assertEquals(-1, reader.read(buffer, 1, length));
        return text.toString();
    }

    private static void reads(String expected, Charset charset, byte[] bytes) throws IOException {
        for (int step : new int[] {1, 2, 3, 1 << 16}) {
            for (int length : new int[] {2, 3, 64, 1 << 15}) {
                CharacterReader reader = new CharacterReader(inSteps(bytes, step), charset, 0);
                assertEquals(expected, text(reader, length), () -> charset + " by " + step + " to " + length);
                assertEquals(CharacterReader.firstMalformed(expected) >= 0, reader.hasMalformed());
            }
        }
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void textThatIsWellFormed() throws IOException {
        String text = "y,p\n1,2 \u00e9 \u20ac \u3042 \ud83d\ude00\ud83d\ude00".repeat(1500);
        for (String name : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"}) {
            reads(text, Charset.forName(name), text.getBytes(Charset.forName(name)));
        }
        reads("\u00ff\u0080", StandardCharsets.ISO_8859_1, bytes(0xff, 0x80));
        reads("", UTF_8, bytes());
    }

    @Test
    void bytesThatAreMalformed() throws IOException {
        reads("a\udcffb\udc80", UTF_8, bytes('a', 0xff, 'b', 0x80));
        reads("\udcc3", UTF_8, bytes(0xc3));
        reads("\udce2\udc82x", UTF_8, bytes(0xe2, 0x82, 'x'));
        reads("\udce2\udc82", UTF_8, bytes(0xe2, 0x82));
        reads("\udcf4\udc90\udc80\udc80", UTF_8, bytes(0xf4, 0x90, 0x80, 0x80));
        reads("a\udc01\udcd8", StandardCharsets.UTF_16LE, bytes('a', 0, 0x01, 0xd8));
        reads("\udcff".repeat(20_000), UTF_8, "\u00ff".repeat(20_000).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void whichCharacterIsMalformed() {
        assertEquals(-1, CharacterReader.firstMalformed(""));
        assertEquals(-1, CharacterReader.firstMalformed("a\ud83d\ude00"));
        assertEquals(0, CharacterReader.firstMalformed("\udc80\ud83d\ude00"));
        assertEquals(3, CharacterReader.firstMalformed("\ud83d\ude00a\udc80"));
        assertEquals(2, CharacterReader.firstMalformed("\ud83d\ude00\udc80"));
    }

    @Test
    void aMalformedByteHasItsPlaceInTheFile() throws IOException {
        // é is two bytes and one character; the file has three bytes above.
        byte[] bytes = "\u00c3\u00a9,p\n1,\u00ff\n2\u00fe,\u0080\u0081\n".getBytes(StandardCharsets.ISO_8859_1);
        for (int step : new int[] {1, 100}) {
            CharacterReader reader = new CharacterReader(inSteps(bytes, step), UTF_8, 3);
            assertEquals("\u00e9,p\n1,\udcff\n2\udcfe,\udc80\udc81\n", text(reader, 5));
            assertEquals("malformed UTF-8: byte 0xff at offset 10", reader.complaint("\udcff", 4, "1,"));
            assertEquals("malformed UTF-8: byte 0xfe at offset 13", reader.complaint("2\udcfe", 8, ""));
            assertEquals("malformed UTF-8: byte 0x80 at offset 15", reader.complaint("\udc80\udc81", 8, "2\udcfe,"));
            assertEquals("malformed UTF-8: byte 0x81 at offset 16", reader.complaint("\udc81", 8, "2\udcfe,\udc80"));
            assertEquals("malformed UTF-8: byte 0xff", reader.complaint("\udcff", 13, ""), "behind the last");
            assertEquals("malformed UTF-8: byte 0xff", reader.complaint("\udcff", 4, "\udcff\udcfe\udc80\udc81"));
        }
        CharacterReader reader = new CharacterReader(inSteps(bytes(1, 0xd8), 2), StandardCharsets.UTF_16LE, 2);
        text(reader, 5);
        assertEquals("malformed UTF-16LE: byte 0x01 at offset 2", reader.complaint("\udc01", 0, ""));
    }

    @Test
    void theLatestPlacesAreRemembered() throws IOException {
        int count = 40_000;
        CharacterReader reader = new CharacterReader(
                inSteps("\u00ff".repeat(count).getBytes(StandardCharsets.ISO_8859_1), 999), UTF_8, 0);
        text(reader, 100);
        int first = count - (1 << 14);
        assertEquals("malformed UTF-8: byte 0xff at offset " + first, reader.complaint("\udcff", first, ""));
        assertEquals("malformed UTF-8: byte 0xff at offset 39999", reader.complaint("\udcff", count - 1, ""));
        assertEquals("malformed UTF-8: byte 0xff at offset 39999", reader.complaint("\udcff", count - 2, "\udcff"));
        assertEquals("malformed UTF-8: byte 0xff", reader.complaint("\udcff", first - 1, ""), "is forgotten");
    }

    @Test
    void whatToDo() {
        CharacterReader utf8 = new CharacterReader(inSteps(bytes(), 1), UTF_8, 0);
        assertEquals("--encoding windows-1252, if the file is in that, or another encoding by its name", utf8.hint());
        CharacterReader other = new CharacterReader(inSteps(bytes(), 1), StandardCharsets.US_ASCII, 0);
        assertEquals("--encoding takes another encoding by its name", other.hint());
    }

    @Test
    void itClosesTheBytes() throws IOException {
        boolean[] isClosed = {false};
        InputStream in = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                isClosed[0] = true;
            }
        };
        new CharacterReader(in, UTF_8, 0).close();
        assertTrue(isClosed[0]);
    }
}

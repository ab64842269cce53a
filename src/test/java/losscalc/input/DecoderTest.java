package losscalc.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import losscalc.problem.Problem;
import org.junit.jupiter.api.Test;

/** What a file is by its first bytes, and its text. */
class DecoderTest {
    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes, Charset asked) throws Problem, IOException {
        return text(Source.stream("file", new ByteArrayInputStream(bytes), false), asked);
    }

    private static String text(Source source, Charset asked) throws Problem, IOException {
        try (CharacterReader reader = Decoder.characters(source, asked)) {
            StringBuilder text = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                text.append((char) c);
            }
            return text.toString();
        }
    }

    private static void refused(String message, byte[] bytes) {
        Problem problem = assertThrows(Problem.class, () -> text(bytes, null));
        assertEquals("file: " + message, problem.getMessage());
    }

    @Test
    void marksSayTheEncoding() throws Problem, IOException {
        for (String name : new String[] {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
            byte[] bytes = "\ufeffy,\u00e9\n".getBytes(Charset.forName(name));
            assertEquals("y,\u00e9\n", text(bytes, null), name);
            assertEquals("y,\u00e9\n", text(bytes, StandardCharsets.ISO_8859_1), name);
        }
        // What is less than a mark is text.
        for (String part : new String[] {
            "\u00ef",
            "\u00ef\u00bb",
            "\u00ef\u00bby",
            "\u00efx\u00bf",
            "x\u00bb\u00bf",
            "\u00ff",
            "\u00fe",
            "\u00fex",
            "\u00ffx",
            "x\u00fe",
            "x\u00ff"
        }) {
            assertEquals(part, text(latin(part), StandardCharsets.ISO_8859_1));
        }
        assertEquals("", text(latin("\u00ff\u00fe"), null));
        assertEquals("", text(latin("\u00fe\u00ff"), null));
        assertEquals("\u0100\u0078", text(latin("\u00ff\u00fe\0\1x\0"), null));
        assertEquals("\0\u00fe\u00ffx", text(latin("\0\u00fe\u00ffx"), StandardCharsets.ISO_8859_1));
        assertEquals("\0\0\u00fex", text(latin("\0\0\u00fex"), StandardCharsets.ISO_8859_1));
        assertEquals("", text(new byte[0], null));
        for (String mark : new String[] {"\u00ef\u00bb\u00bf", "\u00ff\u00fe\0\0", "\0\0\u00fe\u00ff"}) {
            assertEquals("", text(latin(mark), null));
        }
    }

    @Test
    void theEncodingThatIsAskedFor() throws Problem, IOException {
        assertEquals("\u00e9", text(latin("\u00e9"), StandardCharsets.ISO_8859_1));
        assertEquals("\u00e9", text(latin("\u00c3\u00a9"), null));
        // Nobody who names an encoding is told that the file is none.
        assertEquals("PAR1", text(latin("PAR1"), StandardCharsets.UTF_8));
        assertEquals("y,p\n", text("y,p\n".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE));
    }

    @Test
    void filesThatAreNoText() {
        String[][] kinds = {
            {"PK\3\4", "a zip archive (xlsx is one)"},
            {"PAR1", "a Parquet file"},
            {"ARROW1", "an Arrow file"},
            {"\u0028\u00b5\u002f\u00fd", "compressed by zstd"},
            {"BZh", "compressed by bzip2"},
            {"\u00fd7zXZ", "compressed by xz"},
            {"\u00d0\u00cf\u0011\u00e0", "an old Excel or Word file"},
            {"%PDF", "a PDF document"},
            {"SQLite format", "an SQLite database"},
            {"\u0089HDF", "an HDF5 file"},
            {"\u0093NUMPY", "a NumPy array file"},
            {"\u0080\u0004", "a Python pickle"},
            {"FEA1", "a Feather file"},
            {"Obj\1", "an Avro file"},
            {"{\"", "JSON"},
            {"<!DOCTYPE", "a web page"},
            {"<?xml", "XML"},
        };
        for (String[] kind : kinds) {
            refused("not a CSV file: it is " + kind[1], latin(kind[0] + " and more\n"));
            assertTrue(MagicNumber.isBinary(latin(kind[0])), kind[1]);
            assertFalse(MagicNumber.isBinary(latin(kind[0].substring(0, kind[0].length() - 1))), kind[1]);
            assertFalse(MagicNumber.isBinary(latin("y" + kind[0])), kind[1]);
        }
        refused("not a CSV file: it is a tar archive", latin("x".repeat(257) + "ustar\n"));
        assertTrue(MagicNumber.isBinary(latin("x".repeat(257) + "ustar")));
        assertFalse(MagicNumber.isBinary(latin("x".repeat(256) + "ustar ")));
        assertFalse(MagicNumber.isBinary(latin("x".repeat(257))));
        assertFalse(MagicNumber.isBinary(latin("y,p\n1,2\n")));
        assertFalse(MagicNumber.isBinary(new byte[0]));
    }

    @Test
    void fourZerosInARowAreNoText() {
        assertTrue(MagicNumber.isBinary(latin("abc\0\0\0\0")));
        assertFalse(MagicNumber.isBinary(latin("abc\0\0\0a\0\0\0")));
        assertTrue(MagicNumber.isBinary(latin("x".repeat(508) + "\0\0\0\0")));
        assertFalse(MagicNumber.isBinary(latin("x".repeat(509) + "\0\0\0\0")), "only the first bytes are looked at");
        refused("not a CSV file: it is binary data, of no kind that is known", latin("abc\0\0\0\0\n"));
    }

    @Test
    void utf16WithoutAMark() throws Problem, IOException {
        String message = "not UTF-8: it looks like UTF-16 without a byte order mark";
        for (String end : new String[] {"LE", "BE"}) {
            byte[] bytes = "y,p\n".getBytes("UTF-16" + end);
            refused(message, bytes);
            refused(message, Arrays.copyOf(bytes, 4));
            Problem problem = assertThrows(Problem.class, () -> text(bytes, null));
            assertEquals("--encoding UTF-16" + end, problem.faults().get(0).hint());
        }
        for (String text : new String[] {
            "a\0b", "\0a\0", "a\0bc", "ab\0c", "a\0\0\0b", "\0ab", "\0a\0\0b", "\0\0\0a", "\0abc", "a\0\0b", "\0\0ab"
        }) {
            assertEquals(text, text(latin(text), null));
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void gzipIsUnpackedOnce() throws Problem, IOException {
        byte[] packed = packed(latin("\u00ef\u00bb\u00bfy,p\n"));
        assertEquals("y,p\n", text(packed, null));
        refused("not a CSV file: it is compressed by gzip twice", packed(packed));
        Problem problem = assertThrows(
                Problem.class, () -> text(Source.unpacked("file", new ByteArrayInputStream(packed)), null));
        assertEquals("file: not a CSV file: it is compressed by gzip twice", problem.getMessage());
        assertThrows(Gunzip.Broken.class, () -> text(Arrays.copyOf(packed, packed.length - 1), null));
    }

    /** Of a pipe no more is waited for than a line. */
    @Test
    void aLineIsEnough() throws Problem, IOException {
        InputStream slow = new InputStream() {
            private final String text = "PAR1,p\n";
            private int next;

            @Override
            public int read() {
                if (next == text.length()) {
                    throw new IllegalStateException("waits for ever");
                }
                return text.charAt(next++);
            }

            @Override
            public int read(byte[] into, int at, int n) {
                into[at] = (byte) read();
                return 1;
            }
        };
        Problem problem = assertThrows(Problem.class, () -> text(Source.stream("file", slow, false), null));
        assertEquals("file: not a CSV file: it is a Parquet file", problem.getMessage());
    }
}

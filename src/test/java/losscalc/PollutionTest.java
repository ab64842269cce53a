package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import losscalc.cli.App;
import losscalc.cli.Streams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Clean files, spoiled at every place: the answer is the right number, or exit 3 with the right line. What is right
 * says {@link StrictReader}. {@code scripts/pollute} tries every byte value, the normal run those that mean something.
 */
@Isolated("sets a system property")
class PollutionTest {
    private static final String LANE = "losscalc.lane";
    private static final boolean ALL = Boolean.getBoolean("losscalc.pollution");
    private static final Pattern PLACE = Pattern.compile("^losscalc: <stdin>(?::(\\d+))?");
    private static final Pattern ROWS = Pattern.compile("\"read\": (\\d+), \"used\": (\\d+), \"skipped\": (\\d+)");
    private static final Pattern MEAN = Pattern.compile("\"value\": \"?([^,\"]+)");

    /** A clean file, and how it is read. */
    private record Clean(String text, char delimiter, boolean named) {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final Clean PLAIN = new Clean("y,p\n1,2\n3,5.5\n-4,0\n", ',', true);
    private static final Clean TEXT = new Clean("name,y,p\n\"A, B\",1,2\n\"x \"\"y\"\"\",3,6\nz,2,2.5\n", ',', true);
    private static final List<Clean> FILES = List.of(
            PLAIN,
            TEXT,
            new Clean("p,y,note\r\n1,2,a\r\n\"3\",\"4.5\",\"b\r\nc\"\r\n5, 7 ,\r\n", ',', true),
            new Clean("1;2\n3;5\n8;13", ';', false),
            new Clean("y\tp\r1\t2\r3\t5e0\r", '\t', true));

    private static final byte[] MEANING = "\"',; \n\r0.-ex\0\u00a0\u00c3\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    private int tried;
    private int refused;

    @AfterEach
    void forget() {
        System.clearProperty(LANE);
        System.out.println("PollutionTest: " + tried + " runs, " + refused + " refused");
    }

    @Test
    @Tag("long")
    void everyByteAtEveryPlace() {
        for (Clean file : ALL ? FILES : FILES.subList(0, 2)) {
            for (int at = 0; at <= file.bytes().length; at++) {
                for (int value = 0; value < (ALL ? 256 : MEANING.length); value++) {
                    byte b = ALL ? (byte) value : MEANING[value];
                    check(file, replaced(file.bytes(), at, 0, b));
                    check(file, replaced(file.bytes(), at, 1, b));
                }
                check(file, replaced(file.bytes(), at, 1));
                check(file, replaced(file.bytes(), at, 2));
            }
        }
    }

    @Test
    @Tag("long")
    void twoFlawsAtAnyTwoPlaces() {
        byte[] marks = ALL ? "\"\",\n\r;".getBytes(StandardCharsets.US_ASCII) : new byte[] {'"'};
        byte[] clean = TEXT.bytes();
        for (int first = 0; first < clean.length; first++) {
            for (int second = first; second <= clean.length; second++) {
                for (byte mark : marks) {
                    check(TEXT, replaced(replaced(clean, second, 0, mark), first, 0, mark));
                }
            }
        }
    }

    @Test
    @Tag("long")
    void sequencesAtEveryPlace() {
        String[] sequences = {
            "\ufeff",
            "\n\n",
            "\r\n",
            "\r\r\n",
            "\"\"",
            "\"\"\"",
            "\u00e9",
            "\u2028",
            "\u0085",
            "\uff11",
            "\ud83d\ude00",
            "\nsep=,\n",
            "\n# remark\n",
            "\ny,p\n",
            "\np,y\n",
            "1_0",
            "1,234",
            "0x1p3",
            "1d",
            "NaN",
            "-inf",
            "1e400",
            "$",
            "%",
        };
        byte[][] malformed = {
            {(byte) 0xc3},
            {(byte) 0xe2, (byte) 0x82},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xc0, (byte) 0xaf},
            {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            {(byte) 0xff, (byte) 0xfe}
        };
        for (Clean file : FILES) {
            for (int at = 0; at <= file.bytes().length; at++) {
                for (String sequence : sequences) {
                    check(file, replaced(file.bytes(), at, 0, sequence.getBytes(StandardCharsets.UTF_8)));
                }
                for (byte[] sequence : malformed) {
                    if (at > 0 || sequence[0] != (byte) 0xff) {
                        check(file, replaced(file.bytes(), at, 0, sequence));
                    }
                }
            }
        }
    }

    @Test
    @Tag("long")
    void preamblesTablesAndEnds() {
        List<String> texts = new ArrayList<>();
        String rows = "1,2\n3,5\n";
        for (String head : new String[] {
            "",
            "\n",
            "\n\r\n",
            "Report\n",
            "Report,2026\n",
            "sep=,\n",
            "# y,p\n",
            "y,p\n",
            "\"y\",\"p\"\n",
            "p,y\n",
            "y,p,\n",
            "y,y\n",
            "y;p\n",
            " y,p\n",
            "Y,P\n",
            "1,2\n",
            "y,p",
            "\ufeffy,p\n",
            "\ufeff\ufeffy,p\n",
            "\"y\np\",y,p\n"
        }) {
            for (String middle :
                    new String[] {"", "\n", "y,p\n", "p,y\n", "\ny,p\n", "total,3\n", "\"\"\n", ",\n", "\ufeffy,p\n"}) {
                for (String tail : new String[] {
                    "", "\n", "\n\n", "\r", "7,8", "7,8,", "7", "sum,4", "\"7\",8", "7,\"8", "7,8\u001a", "\0"
                }) {
                    texts.add(head + middle + tail);
                    texts.add(head + rows + middle + tail);
                    texts.add(head + rows + middle + rows + tail);
                }
            }
        }
        for (String text : texts) {
            check(PLAIN, text.getBytes(StandardCharsets.UTF_8));
            if (ALL) {
                check(new Clean("", ';', true), text.replace(',', ';').getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void lineEndsOfAllKindsMixed() {
        String[] ends = {"\n", "\r\n", "\r", "\n\r", ""};
        for (int code = 0; code < 5 * 5 * 5 * 5; code++) {
            String text = "y,p" + ends[code % 5] + "1,2" + ends[code / 5 % 5] + "\"3\",5" + ends[code / 25 % 5] + "8,13"
                    + ends[code / 125];
            check(PLAIN, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    @Tag("long")
    void tablesOneBehindAnother() {
        for (Clean first : FILES) {
            for (Clean second : FILES) {
                for (String between : new String[] {"", "\n", "\n\n", "\ufeff", "\n\ufeff"}) {
                    check(first, (first.text() + between + second.text()).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    @Test
    @Tag("long")
    void otherEncodingsWithTheirMarks() {
        for (String name : new String[] {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
            byte[] whole = ("\ufeff" + PLAIN.text()).getBytes(Charset.forName(name));
            for (int cut = 4; cut <= whole.length; cut++) {
                byte[] part = Arrays.copyOf(whole, cut);
                String text = new String(part, Charset.forName(name));
                boolean isWhole = text.indexOf('\ufffd') < 0;
                StrictReader.Verdict verdict = isWhole
                        ? StrictReader.judge(text.getBytes(StandardCharsets.UTF_8), ',', true, false)
                        : new StrictReader.Verdict(null, -1, 0, 0);
                check(name, part, verdict, "mse", "-q", "-t", "y", "-p", "p");
            }
        }
    }

    @Test
    @Tag("long")
    void gzipMembersWithASeamAnywhere() throws IOException {
        for (Clean file : FILES) {
            byte[] bytes = file.bytes();
            for (int seam = 0; seam <= bytes.length; seam++) {
                byte[] first = packed(Arrays.copyOf(bytes, seam));
                byte[] second = packed(Arrays.copyOfRange(bytes, seam, bytes.length));
                byte[] both = Arrays.copyOf(first, first.length + second.length);
                System.arraycopy(second, 0, both, first.length, second.length);
                StrictReader.Verdict verdict = StrictReader.judge(bytes, file.delimiter(), file.named(), false);
                check("gzip", both, verdict, words(file, "-q"));
            }
        }
    }

    private void check(Clean file, byte[] bytes) {
        StrictReader.Verdict verdict = StrictReader.judge(bytes, file.delimiter(), file.named(), false);
        check("strict", bytes, verdict, words(file, "-q"));
        if (ALL) {
            StrictReader.Verdict skipping = StrictReader.judge(bytes, file.delimiter(), file.named(), true);
            String[] skip = {
                "--missing", "skip", "--nonfinite", "skip", "--ragged", "skip", "--format", "json", "--show", "summary"
            };
            check("skip", bytes, skipping, words(file, skip));
        }
    }

    private static String[] words(Clean file, String... more) {
        List<String> words =
                new ArrayList<>(List.of("mse", "-d", file.delimiter() == '\t' ? "tab" : "" + file.delimiter()));
        words.addAll(file.named() ? List.of("-t", "y", "-p", "p") : List.of("-H", "-t", "1", "-p", "2"));
        words.addAll(List.of(more));
        return words.toArray(new String[0]);
    }

    private void check(String what, byte[] bytes, StrictReader.Verdict verdict, String... words) {
        for (String lane : new String[] {"readable", "64"}) {
            System.setProperty(LANE, lane);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = App.run(words, new Streams(new ByteArrayInputStream(bytes), out, err, false));
            tried++;
            compare(
                    verdict,
                    code,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8),
                    () -> what
                            + ", lane " + lane + ": " + String.join(" ", words) + "\n" + shown(bytes) + "\nsaid " + code
                            + " " + out
                            + err);
        }
    }

    private void compare(StrictReader.Verdict verdict, int code, String out, String err, Supplier<String> what) {
        if (verdict.mean() == null) {
            refused++;
            assertEquals(3, code, what);
            assertEquals("", out, what);
            Matcher place = PLACE.matcher(err);
            assertTrue(place.find(), what);
            int line = place.group(1) == null ? 0 : Integer.parseInt(place.group(1));
            // What a file looks like is said before its columns are looked for; -1: any line will do.
            boolean isElse = err.contains("UTF-16 without") || err.contains("a header or data?") || verdict.line() < 0;
            assertTrue(isElse || line == verdict.line(), () -> "line " + verdict.line() + " was wanted\n" + what.get());
            return;
        }
        if (err.contains("UTF-16 without")) {
            assertEquals(3, code, what);
            return;
        }
        assertEquals(0, code, what);
        boolean isJson = out.startsWith("{");
        Matcher mean = MEAN.matcher(out);
        assertTrue(!isJson || mean.find(), what);
        double x = Double.parseDouble(isJson ? mean.group(1) : out);
        assertEquals(verdict.mean(), x, what);
        Matcher rows = ROWS.matcher(out);
        if (isJson && rows.find()) {
            String counted = verdict.read() + " " + verdict.used() + " " + (verdict.read() - verdict.used());
            assertEquals(counted, rows.group(1) + " " + rows.group(2) + " " + rows.group(3), what);
        }
    }

    private static byte[] replaced(byte[] bytes, int at, int n, byte... by) {
        int to = Math.min(at + n, bytes.length);
        byte[] other = new byte[at + by.length + bytes.length - to];
        System.arraycopy(bytes, 0, other, 0, at);
        System.arraycopy(by, 0, other, at, by.length);
        System.arraycopy(bytes, to, other, at + by.length, bytes.length - to);
        return other;
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static String shown(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            boolean plain = b >= ' ' && b < 0x7f;
            text.append(plain ? Character.toString(b) : String.format("\\x%02x", b))
                    .append(b == '\n' ? "\n" : "");
        }
        return text.toString();
    }
}

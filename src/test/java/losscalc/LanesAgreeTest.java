package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import losscalc.cli.App;
import losscalc.cli.Streams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The quick lane and the readable lane print the same bytes, say the same about what is wrong, and end with
 * the same code: over all files of the tests and samples, and over thousands that are generated and spoiled.
 */
@Isolated("sets a system property")
class LanesAgreeTest {
    private static final String LANE = "losscalc.lane";
    private static final Path CORPUS = Program.project("../shared/corpus/csv-comparison-cases.json");
    private static final int FILES = Integer.getInteger("losscalc.files", 1500);

    private static final String[][] COMMANDS = {
        {"mse", "-q"},
        {"mse", "-q", "-t", "2", "-p", "1"},
        {"mse", "-q", "-t", "1", "-p", "-1"},
        {"huber", "--delta", "1", "--format", "jsonl"},
        {"mae", "--format", "csv", "-t", "1", "-p", "2"},
        {"mae", "--reduction", "none", "-q", "-t", "1", "-p", "2"},
        {"mse"},
        {"mse", "-t", "1", "-p", "2", "--weight", "3", "--show", "summary"},
        {"mse", "--missing", "skip", "--nonfinite", "skip", "--ragged", "skip", "--show", "summary", "-t1", "-p2"},
        {"mse", "--nonfinite", "propagate", "--format", "json"},
        {"mse", "-H", "-q"},
        {"mse", "--header", "-q"},
        {"mse", "-d", ";", "--decimal", ",", "-q"},
        {"mse", "-d", ";", "-q"},
        {"mse", "--decimal", ",", "-q"},
        {"mse", "-d", "tab", "-q"},
        {"mse", "--comment", "#", "-q"},
        {"mse", "--encoding", "UTF-8", "-q"},
        {"bce", "--show", "summary"},
        {"bce", "-t", "1", "-p", "2"},
        {"cross-entropy", "--format", "csv"},
        {"cross-entropy", "-t", "1", "-p", "2:"},
        {"cross-entropy", "-t", "1", "-p", "2-3", "--normalize", "--show", "summary"},
        {"cross-entropy", "-t", "1", "-p", "2,3,4"},
        {"cross-entropy", "--from", "logit", "-t", "1", "-p", "2-3", "--gradient", "--format", "csv"},
        {"cross-entropy", "-t", "1", "-p", "2:", "--ignore-index", "1", "--format", "json"},
        {"cross-entropy", "-t", "1", "-p", "2-3", "--convention", "torch", "--show", "summary"},
        {"hinge", "-t", "1", "-p", "2", "-q"},
    };

    @AfterEach
    void forget() {
        System.clearProperty(LANE);
    }

    @Test
    @Tag("long")
    void overEveryFileOfTestsAndSamples() throws IOException {
        for (Path folder : List.of(Program.project("samples"), Program.project("src/test/resources"))) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(folder)) {
                files = all.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().contains("oracle"))
                        .filter(file -> file.toString().matches(".*\\.(csv|tsv|gz)"))
                        .filter(LanesAgreeTest::isSmall)
                        .collect(Collectors.toList());
            }
            assertTrue(files.size() > 5);
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                compare(file.toString(), bytes, 64, "mse", "-q");
                Random random = new Random(bytes.length);
                for (int i = 0; i < 4; i++) {
                    compare(file.toString(), bytes, 1 << 18, COMMANDS[random.nextInt(COMMANDS.length)]);
                }
            }
        }
    }

    private static boolean isSmall(Path file) {
        return file.toFile().length() < 100_000;
    }

    @Test
    @Tag("long")
    void overThePublicComparison() throws IOException {
        if (!Files.exists(CORPUS)) {
            return;
        }
        Matcher raw = Pattern.compile("\"raw_base64\": *\"([^\"]*)\"").matcher(Files.readString(CORPUS));
        int count = 0;
        while (raw.find()) {
            byte[] bytes = Base64.getDecoder().decode(raw.group(1));
            for (String[] command : COMMANDS) {
                compare("case " + count, bytes, 64, command);
            }
            count++;
        }
        assertTrue(count > 50);
    }

    @Test
    void overGeneratedAndSpoiledFiles() throws IOException {
        for (int seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new Generator(random).file();
            for (int i = random.nextInt(4); i > 0; i--) {
                bytes = spoiled(bytes, random);
            }
            boolean gzip = random.nextInt(20) == 0;
            if (gzip) {
                bytes = packed(bytes);
                bytes = random.nextInt(3) == 0 ? spoiled(bytes, random) : bytes;
            }
            String[] command = COMMANDS[random.nextInt(COMMANDS.length)];
            // A spoiled gzip file breaks a whole step of unpacking earlier than where it is spoiled.
            int piece = gzip || random.nextBoolean() ? 1 << 18 : 40 + random.nextInt(400);
            compare("seed " + seed, bytes, piece, command);
        }
    }

    @Test
    @Tag("long")
    void overClassesOfWhichSomeTakeNoPart() throws IOException {
        String rows = "0,0.25,0.75\n1,0.5,0.5\n".repeat(2_000);
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            int at = random.nextInt(2_000) * 22;
            String text = "class,p0,p1\n" + rows.substring(0, at) + "-100,0.1,0.9\n" + rows.substring(at);
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            compare("row at " + at, bytes, 512, "cross-entropy", "--ignore-index", "-100", "--format", "json");
            compare("row at " + at, bytes, 1 << 18, "cross-entropy", "--ignore-index", "-100", "--format", "csv");
        }
    }

    @Test
    @Tag("long")
    void overALargeFileWithOneFlawAtAnyPlace() throws IOException {
        String row = "-1.25,0.75\n";
        byte[] fine = ("target,prediction\n" + row.repeat(20_000)).getBytes(StandardCharsets.US_ASCII);
        String[] flaws = {"x", "\n", "\"", ",", "\"1", "\n\n\n", "nan", "1e999", "\r"};
        for (int i = 0; i < flaws.length; i++) {
            byte[] flaw = flaws[i].getBytes(StandardCharsets.US_ASCII);
            byte[] bytes = fine.clone();
            System.arraycopy(flaw, 0, bytes, 20 + i * 21_003 + i, flaw.length);
            compare("flaw " + i, bytes, 1 << 14, "mse", "--show", "summary");
        }
        compare("no flaw", fine, 1 << 14, "mse", "--format", "csv", "--show", "samples");
    }

    private static void compare(String what, byte[] bytes, int piece, String... command) {
        Ended readable = run("readable", bytes, command, 1);
        int threads = 1 + (bytes.length + command.length) % 3;
        Ended quick = run(Integer.toString(piece), bytes, command, threads);
        String whole = what + ": " + String.join(" ", command) + ", pieces of " + piece + " by " + threads + "\n";
        assertEquals(readable.said(), quick.said(), () -> whole + shown(bytes));
        // How many samples go out before a row is met that cannot be read depends on the size of the blocks.
        int n = readable.code() < 2
                ? Integer.MAX_VALUE
                : Math.min(readable.out().length(), quick.out().length());
        assertEquals(start(readable.out(), n), start(quick.out(), n), () -> whole + shown(bytes));
    }

    private static String start(String text, int n) {
        return text.substring(0, Math.min(n, text.length()));
    }

    private record Ended(int code, String out, String err) {
        String said() {
            return code + "\n" + err;
        }
    }

    private static Ended run(String lane, byte[] bytes, String[] command, int threads) {
        System.setProperty(LANE, lane);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> words = new ArrayList<>(Arrays.asList(command));
        words.addAll(List.of("--threads", Integer.toString(threads)));
        int code = App.run(words.toArray(new String[0]), new Streams(new ByteArrayInputStream(bytes), out, err, false));
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String shown(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        text = text.length() > 3000 ? text.substring(0, 3000) + "..." : text;
        return text.replace("\r", "\\r").replace("\0", "\\0").replace("\n", "\\n\n");
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    /** One byte put in, taken out or changed, or the end cut off. */
    private static byte[] spoiled(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        byte[] nasty = "\",,;\n\n\r\r \t-+.eEx019\0#\u00e4\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        int at = random.nextInt(bytes.length);
        byte other = nasty[random.nextInt(nasty.length)];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        switch (random.nextInt(8)) {
            case 0, 1, 2:
                out.write(other);
                out.write(bytes, at, bytes.length - at);
                break;
            case 3, 4, 5:
                out.write(other);
                out.write(bytes, at + 1, bytes.length - at - 1);
                break;
            case 6:
                out.write(bytes, at + 1, bytes.length - at - 1);
                break;
            default:
                break;
        }
        return out.toByteArray();
    }

    /** Makes files that are mostly right. */
    private static final class Generator {
        private static final String[] ODD = {
            "", "nan", "inf", "-Infinity", "1e400", "1e-400", "abc", " 1 ", "\t2", "\"3\"", "\" 4 \"", "\"5", "1,5",
            "+1", ".5", "5.", "1e3", "-0", "0x1", "1_0", "\"a,b\"", "\"a\nb\"", "\"x\"\"y\"", "a\"b", "\"\"", "1 2"
        };

        private final Random random;
        private final StringBuilder text = new StringBuilder();
        private final String delimiter;
        private final String lineEnd;
        private final int columns;
        private final int kind;
        private final int oddness;
        private final boolean quoted;

        Generator(Random random) {
            this.random = random;
            delimiter = random.nextInt(6) == 0 ? ";" : random.nextInt(12) == 0 ? "\t" : ",";
            int end = random.nextInt(12);
            lineEnd = end == 0 ? "\r" : end < 4 ? "\r\n" : "\n";
            columns = random.nextInt(3) > 0 ? 2 : 1 + random.nextInt(5);
            kind = random.nextInt(6);
            oddness = random.nextInt(3) > 0 ? 0 : 1 + random.nextInt(200);
            quoted = random.nextInt(5) == 0;
        }

        byte[] file() {
            if (random.nextInt(10) > 0) {
                header();
            }
            int rows = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(60);
            for (int row = 0; row < rows; row++) {
                row();
                if (random.nextInt(300) == 0) {
                    text.append(lineEnd);
                }
            }
            if (random.nextInt(5) == 0 && text.length() > lineEnd.length()) {
                text.setLength(text.length() - lineEnd.length());
            } else if (random.nextInt(5) == 0) {
                text.append(lineEnd);
            }
            String mark = random.nextInt(15) == 0 ? "\ufeff" : "";
            return (mark + text).getBytes(StandardCharsets.UTF_8);
        }

        private void header() {
            String[] names = {"target", "prediction", "c", "d", "e", "f"};
            for (int c = 0; c < columns; c++) {
                String name = kind == 4 && c > 0 ? Integer.toString(c - 1) : names[c];
                name = random.nextInt(40) == 0 ? "1" : random.nextInt(40) == 0 ? "\u771f" : name;
                text.append(c == 0 ? "" : delimiter).append(quoted ? "\"" + name + "\"" : name);
            }
            text.append(lineEnd);
        }

        private void row() {
            int width = oddness > 0 && random.nextInt(200) < oddness / 8 ? random.nextInt(7) : columns;
            for (int c = 0; c < width; c++) {
                String cell = random.nextInt(400) < oddness ? ODD[random.nextInt(ODD.length)] : number(c);
                text.append(c == 0 ? "" : delimiter).append(quoted ? "\"" + cell + "\"" : cell);
            }
            text.append(lineEnd);
        }

        private String number(int column) {
            switch (kind) {
                case 0:
                    return Double.toString(Double.longBitsToDouble(random.nextLong()));
                case 1:
                    return Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15));
                case 2:
                    return column == 0 ? Integer.toString(random.nextInt(2)) : Double.toString(random.nextDouble());
                case 3:
                    return Integer.toString(random.nextInt(2_000_000_000));
                case 4:
                    return column == 0
                            ? Integer.toString(random.nextInt(Math.max(1, columns - 1)))
                            : Double.toString(1.0 / (columns - 1));
                default:
                    return Math.round(random.nextGaussian() * 1e6) / Math.pow(10, random.nextInt(8)) + "";
            }
        }
    }
}

package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import losscalc.cli.App;
import losscalc.cli.Streams;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every way in by every way out: the same rows as a file, as several, through pipes, packed and in two files, printed in
 * every form; good, spoiled, with rows left out, empty, and not there. What must come of it is computed here, from the rows,
 * and every form is read by a reader that is not the program's.
 */
class EveryWayTest {
    private static final double[] Y = {3, 5.5, -2, 0, 2, 8, -0.5, 4};
    private static final double[] P = {2.5, 5, -2, 1, 2, 6, 0, 4};
    /** The rows that are spoiled, from 0: the first in its prediction, the second in its target. */
    private static final int BAD_P = 3;

    private static final int BAD_Y = 6;

    /** A run that fails may leave its pipe open, to be closed with the process: each run has its own. */
    private static final int PIPES = 400;

    private static int used;

    @TempDir
    private static Path folder;

    /** What is done to the rows. */
    private enum State {
        GOOD,
        SPOILED,
        SKIPPED
    }

    /** How the rows come in. */
    private enum In {
        FILE,
        FILE_OF_SEVERAL_LINES_A_ROW,
        TWO_FILES,
        STDIN,
        PIPE,
        PIPE_OF_SEVERAL_LINES_A_ROW,
        NAMED_PIPE,
        GZIP,
        GZIP_STDIN,
        TWO_COLUMNS,
        TWO_COLUMNS_ONE_STDIN;

        boolean isOfTwoColumns() {
            return this == TWO_COLUMNS || this == TWO_COLUMNS_ONE_STDIN;
        }
    }

    /** What came of a run. */
    private record Ended(int code, String out, String err) {}

    /** What is typed and what stands in standard input; and where the spoiled rows are. */
    private static final class Given {
        private final List<String> files = new ArrayList<>();
        private InputStream stdin = InputStream.nullInputStream();
        private String placeP;
        private String placeY;
        private Thread writer;
    }

    @BeforeAll
    static void makePipes() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
        List<String> command = new ArrayList<>(List.of("mkfifo"));
        for (int i = 0; i < PIPES; i++) {
            command.add(path("pipe" + i));
        }
        assertEquals(0, new ProcessBuilder(command).start().waitFor());
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(30)
    void ofGoodRows(In in) throws Exception {
        for (Out out : Out.values()) {
            Ended ended = run(given(in, State.GOOD), out);
            String all = in + " " + out + "\n" + ended;
            assertEquals(0, ended.code, all);
            assertEquals("", ended.err, all);
            check(out.read(ended.out), State.GOOD, all);
            Path answer = folder.resolve("answer");
            assertEquals(0, run(given(in, State.GOOD), out, "--output", answer.toString()).code, all);
            assertEquals(nameless(ended.out), nameless(Files.readString(answer)), all);
            assertEquals(3, run(given(in, State.SPOILED), out, "--output", answer.toString()).code, all);
            assertEquals(nameless(ended.out), nameless(Files.readString(answer)), all);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(30)
    void ofRowsOfWhichSomeAreLeftOut(In in) throws Exception {
        for (Out out : Out.values()) {
            Ended ended = run(given(in, State.SKIPPED), out, "--missing", "skip");
            String all = in + " " + out + "\n" + ended;
            assertEquals(0, ended.code, all);
            boolean isSaid = (ended.out + ended.err).contains("8 rows read, 2 skipped (missing)");
            assertTrue(isSaid || ended.out.contains("\"read\": 8, \"used\": 6, \"skipped\": 2"), all);
            check(out.read(ended.out), State.SKIPPED, all);
        }
    }

    /** All rows above the first that is wrong, where rows are printed one by one, or nothing at all. */
    @ParameterizedTest
    @EnumSource
    @Timeout(30)
    void ofRowsOfWhichSomeAreWrong(In in) throws Exception {
        for (Out out : Out.values()) {
            Given given = given(in, State.SPOILED);
            Ended ended = run(given, out);
            String all = in + " " + out + "\n" + ended;
            assertEquals(3, ended.code, all);
            String[] said = ended.err.split("\n");
            assertEquals("losscalc: " + given.placeP + ": not a number: \"x\"", said[0], all);
            assertEquals("losscalc: " + given.placeY + ": missing value", said[said.length - 2], all);
            assertTrue(said[said.length - 1].startsWith("  hint: --missing skip"), all);
            if (out.isOfLines()) {
                String whole = run(given(in, State.GOOD), out).out;
                assertTrue(whole.startsWith(ended.out), all);
                assertEquals(
                        Arrays.asList(losses(State.GOOD)).subList(0, BAD_P),
                        out.read(ended.out).losses(),
                        all);
            } else {
                assertEquals("", ended.out, all);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(30)
    void ofNothing(In in) throws Exception {
        for (Out out : Out.values()) {
            Given given = new Given();
            offer(in, given, "", "");
            Ended ended = run(given, out);
            String all = in + " " + out + "\n" + ended;
            assertEquals(3, ended.code, all);
            assertEquals("", ended.out, all);
            assertTrue(ended.err.contains(": no header: the file is empty\n  hint: "), all);
            given = new Given();
            offer(in, given, in.isOfTwoColumns() ? "y\n" : "y,p\n", in.isOfTwoColumns() ? "p\n" : "y,p\n");
            ended = run(given, out);
            all = in + " " + out + "\n" + ended;
            assertEquals(3, ended.code, all);
            assertTrue(ended.err.contains(": no data rows"), all);
            assertTrue(out.isOfLines() ? ended.out.lines().count() <= 1 : ended.out.isEmpty(), all);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(30)
    void ofAFileThatIsNotThere(Out out) throws Exception {
        Files.writeString(folder.resolve("there.csv"), rows(State.GOOD, "y,p\n", 0, Y.length, false));
        for (List<String> files : List.of(
                List.of(path("absent.csv")),
                List.of(path("there.csv"), path("absent.csv")),
                List.of(path("there.csv"), "--predictions", path("absent.csv")))) {
            Given given = new Given();
            given.files.addAll(files);
            Ended ended = run(given, out);
            String all = out + "\n" + ended;
            assertEquals(4, ended.code, all);
            assertTrue(ended.err.startsWith("losscalc: " + path("absent.csv") + ": no such file\n  hint: "), all);
            assertTrue(out.isOfLines() || ended.out.isEmpty(), all);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = In.class,
            names = {"GZIP", "GZIP_STDIN"})
    @Timeout(30)
    void ofAGzipFileThatIsCutOff(In in) throws Exception {
        for (Out out : Out.values()) {
            byte[] packed = packed(rows(State.GOOD, "y,p\n", 0, Y.length, false));
            Given given = new Given();
            offer(in, given, Arrays.copyOf(packed, packed.length - 6));
            Ended ended = run(given, out);
            String all = in + " " + out + "\n" + ended;
            assertEquals(4, ended.code, all);
            assertTrue(ended.err.contains(": the gzip file is cut off, after "), all);
            assertTrue(out.isOfLines() || ended.out.isEmpty(), all);
        }
    }

    /** Each run of a pipe has one of another name. */
    private static String nameless(String text) {
        return text.replaceAll("pipe\\d+", "pipe");
    }

    private static void check(Out.Read read, State state, String all) {
        Double[] losses = losses(state);
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        if (read.losses() != null) {
            assertEquals(List.of(losses), read.losses(), all);
        }
        if (read.mean() != null) {
            assertEquals(sum / losses.length, read.mean(), all);
        }
        assertTrue(read.losses() != null || read.mean() != null, all);
    }

    /** Squares of quarters and halves: each is a double, and so is their sum. */
    private static Double[] losses(State state) {
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < Y.length; i++) {
            if (state == State.GOOD || i != BAD_P && i != BAD_Y) {
                losses.add((Y[i] - P[i]) * (Y[i] - P[i]));
            }
        }
        return losses.toArray(new Double[0]);
    }

    private static Given given(In in, State state) throws IOException {
        Given given = new Given();
        boolean odd = in.name().endsWith("SEVERAL_LINES_A_ROW");
        String header = odd ? "y,p,\"re\nmark\"\n" : "y,p\n";
        if (in.isOfTwoColumns()) {
            offer(in, given, column("y\n", y(state)), column("p\n", p(state)));
        } else if (in == In.TWO_FILES) {
            offer(in, given, rows(state, header, 0, BAD_P + 1, false), rows(state, header, BAD_P + 1, Y.length, false));
        } else {
            offer(in, given, rows(state, header, 0, Y.length, odd), "");
        }
        // A row of several lines stands on two; so does its header.
        int first = odd ? 3 : 2;
        int lines = odd ? 2 : 1;
        String one = given.files.isEmpty() ? "<stdin>" : given.files.get(0);
        String other = in == In.TWO_COLUMNS ? given.files.get(2) : in == In.TWO_COLUMNS_ONE_STDIN ? "<stdin>" : one;
        given.placeP = other + ":" + (first + lines * BAD_P) + (in.isOfTwoColumns() ? ":1" : ":2") + ": column 'p'";
        given.placeY = in == In.TWO_FILES
                ? given.files.get(1) + ":" + (first + BAD_Y - BAD_P - 1) + ":1: column 'y'"
                : one + ":" + (first + lines * BAD_Y) + ":1: column 'y'";
        return given;
    }

    private static String[] y(State state) {
        String[] cells = Arrays.stream(Y).mapToObj(Double::toString).toArray(String[]::new);
        if (state != State.GOOD) {
            cells[BAD_Y] = "";
        }
        return cells;
    }

    private static String[] p(State state) {
        String[] cells = Arrays.stream(P).mapToObj(Double::toString).toArray(String[]::new);
        if (state != State.GOOD) {
            cells[BAD_P] = state == State.SPOILED ? "x" : "NA";
        }
        return cells;
    }

    private static String column(String header, String[] cells) {
        StringBuilder text = new StringBuilder(header);
        for (String cell : cells) {
            text.append(cell.isEmpty() ? "\"\"" : cell).append('\n');
        }
        return text.toString();
    }

    private static String rows(State state, String header, int from, int to, boolean odd) {
        StringBuilder text = new StringBuilder(header);
        for (int i = from; i < to; i++) {
            text.append(y(state)[i]).append(',').append(p(state)[i]);
            text.append(odd ? ",\"a, \"\"b\"\"\nc\"\n" : "\n");
        }
        return text.toString();
    }

    private static void offer(In in, Given given, String one, String two) throws IOException {
        boolean packed = in == In.GZIP || in == In.GZIP_STDIN;
        offer(in, given, packed && !one.isEmpty() ? packed(one) : one.getBytes(StandardCharsets.UTF_8));
        if (in == In.TWO_FILES) {
            given.files.add(file("two.csv", two.getBytes(StandardCharsets.UTF_8)));
        } else if (in.isOfTwoColumns()) {
            given.files.add("--predictions");
            if (in == In.TWO_COLUMNS) {
                given.files.add(file("two.csv", two.getBytes(StandardCharsets.UTF_8)));
            } else {
                given.files.add("-");
                given.stdin = new ByteArrayInputStream(two.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void offer(In in, Given given, byte[] bytes) throws IOException {
        switch (in) {
            case STDIN, GZIP_STDIN -> given.stdin = new FileInputStream(file("one.csv", bytes));
            case PIPE, PIPE_OF_SEVERAL_LINES_A_ROW -> {
                given.stdin = new FileInputStream(pipe(given, bytes));
            }
            case NAMED_PIPE -> {
                given.files.add(pipe(given, bytes));
            }
            default -> given.files.add(file("one.csv", bytes));
        }
    }

    /** In two parts, so that the reader may come to a pause in the midst of a row. */
    private static String pipe(Given given, byte[] bytes) {
        String name = path("pipe" + used++);
        given.writer = new Thread(() -> {
            try (OutputStream pipe = new FileOutputStream(name)) {
                pipe.write(bytes, 0, bytes.length / 2);
                Thread.yield();
                pipe.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
            } catch (IOException e) {
                // The reader has gone: what it has read is enough for it.
            }
        });
        given.writer.start();
        return name;
    }

    private static Ended run(Given given, Out outlet, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("mse"));
        words.addAll(outlet.words());
        words.addAll(List.of(more));
        words.addAll(given.files);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code;
        try (InputStream in = given.stdin) {
            code = App.run(words.toArray(new String[0]), new Streams(in, out, err, false));
        }
        if (given.writer != null) {
            given.writer.join();
        }
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String file(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return path(name);
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }
}

package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import losscalc.cli.App;
import losscalc.cli.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples are printed as their rows come, and wherever the input pauses the bytes are the same. */
class LiveTest {
    @TempDir
    private static Path folder;

    /** Bytes that come in chunks, and between them nothing is there to be read. */
    private static final class Chunks extends InputStream {
        private final byte[] bytes;
        private final Random random;
        private final int most;
        private int at;
        private int end;

        Chunks(byte[] bytes, int seed, int most) {
            this.bytes = bytes;
            this.most = most;
            random = new Random(seed);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int from, int n) {
            if (at == bytes.length) {
                return -1;
            }
            if (at == end) {
                end = Math.min(bytes.length, at + 1 + random.nextInt(most));
            }
            int got = Math.min(n, end - at);
            System.arraycopy(bytes, at, into, from, got);
            at += got;
            return got;
        }

        @Override
        public int available() {
            return end - at;
        }
    }

    private static String run(InputStream in, String[] words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = App.run(words, new Streams(in, out, err, false));
        return code + "\n" + out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    /** Rows of two numbers, now and then one that only the readable lane takes. */
    private static byte[] rows(int count, String first, int odd) {
        StringBuilder text = new StringBuilder(first);
        Random random = new Random(odd);
        for (int i = 0; i < count; i++) {
            text.append(random.nextInt(9)).append(odd > 0 && i % odd == odd - 1 ? ",\"2\"\r\n" : ",3.25\n");
            text.append(odd > 0 && i % odd == odd / 2 ? "\n" : "");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mse --format csv",
                "mse --format tsv --gradient",
                "mse --format jsonl",
                "mse -q --reduction none",
                "mse --format jsonl --by y -t y -p p",
                "mse --format csv --threads 1",
                "mse --format csv --missing skip"
            })
    void whereTheInputPausesMakesNoDifference(String line) {
        String[] words = line.split(" ");
        for (byte[] bytes : List.of(
                rows(0, "y,p\n", 0),
                rows(3000, "y,p\n", 0),
                rows(3000, "\"y\",p\n", 0),
                rows(3000, "y,p\n", 700),
                rows(40_000, "y,p\n", 0),
                rows(40_000, "y,p\n", 30_000))) {
            String whole = run(new ByteArrayInputStream(bytes), words);
            for (int seed = 0; seed < 6; seed++) {
                int most = seed < 2 ? 20_000 : seed < 4 ? 200 : 150_000;
                assertEquals(whole, run(new Chunks(bytes, seed, most), words), "seed " + seed);
            }
        }
    }

    @Test
    void theRowsAboveAFaultAreGivenAndAllFaultsSaidWhereverTheInputPauses() {
        String[] words = {"mse", "--format", "csv"};
        for (String first : List.of("y,p\n", "\"y\",p\n")) {
            String wrong = "1,x\n2,3\n,4\n1,\n" + "1,2\n".repeat(700) + "1,2,3\n1,1e999\n";
            byte[] bytes = (new String(rows(2500, first, 0), StandardCharsets.UTF_8) + wrong.repeat(3))
                    .getBytes(StandardCharsets.UTF_8);
            String whole = run(new ByteArrayInputStream(bytes), words);
            assertTrue(whole.startsWith("3\n") && whole.endsWith("losscalc: and 5 more\n"), whole);
            for (int seed = 0; seed < 4; seed++) {
                assertEquals(whole, run(new Chunks(bytes, seed, 3000), words));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"y,p\n1,2\n", "\"y\",p\n1,2\n"})
    @Timeout(60)
    void aRowIsShownBeforeTheInputEnds(String begin) throws Exception {
        for (String format : List.of("--format=csv", "--format=jsonl", "--reduction=none")) {
            Process process = start("mse", format, format.startsWith("--r") ? "-q" : "--show=samples");
            try (BufferedReader out = process.inputReader()) {
                OutputStream in = process.getOutputStream();
                write(in, begin);
                String line = out.readLine();
                line = format.endsWith("csv") ? out.readLine() : line;
                assertTrue(line.endsWith("1") || line.endsWith("1}"), line);
                write(in, "2,4\n");
                line = out.readLine();
                assertTrue(line.endsWith("4") || line.endsWith("4}"), line);
                in.close();
                assertEquals(null, out.readLine());
                assertEquals(0, process.waitFor());
            }
        }
    }

    @Test
    @Timeout(60)
    void aFaultIsSaidBeforeTheInputEnds() throws Exception {
        Process process = start("mse", "--format", "csv");
        try (BufferedReader err = process.errorReader()) {
            write(process.getOutputStream(), "y,p\n1,2\n1,x\n");
            assertEquals("losscalc: <stdin>:3:2: column 'p': not a number: \"x\"", err.readLine());
            write(process.getOutputStream(), "1,2\n");
            process.getOutputStream().close();
            assertEquals("  hint: --missing skip leaves such rows out", err.readLine());
            assertEquals(null, err.readLine());
        }
        assertEquals(3, process.waitFor());
        assertEquals("y,p,loss\n1,2,1\n", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Process start(String... words) throws IOException {
        List<String> command = Program.javaCommand(List.of(), Main.class);
        command.addAll(List.of(words));
        return new ProcessBuilder(command).directory(folder.toFile()).start();
    }

    private static void write(OutputStream to, String text) throws IOException {
        to.write(text.getBytes(StandardCharsets.UTF_8));
        to.flush();
    }
}

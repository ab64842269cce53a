package losscalc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import losscalc.Main;
import losscalc.Program;
import losscalc.manual.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be written as a case: terminals, streams that fail, faults of the program itself. */
class AppTest {
    private static final String DATA = "target,prediction\n1,3\n3,3.5\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(InputStream in, OutputStream to, boolean terminal, String... words) {
        return App.run(words, new Streams(in, to, err, terminal));
    }

    private static InputStream data() {
        return new ByteArrayInputStream(DATA.getBytes(StandardCharsets.UTF_8));
    }

    /** A stream that fails when it is read. */
    private static InputStream failing(Throwable failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                if (failure instanceof Error) {
                    throw (Error) failure;
                }
                if (failure instanceof RuntimeException) {
                    throw (RuntimeException) failure;
                }
                throw (IOException) failure;
            }
        };
    }

    /** A stream that fails when it is written. */
    private static OutputStream refusing(String why) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(why);
            }
        };
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTerminalGetsTheShortHelpInsteadOfWaitingForData() {
        assertEquals(2, run(failing(new IOException("read")), out, true, "mse"));
        assertTrue(err().startsWith("losscalc computes a loss"), err());
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theHelpIsTheSameByAllItsNames() {
        run(data(), out, false, "--help");
        String help = out.toString(StandardCharsets.UTF_8);
        for (String name : List.of("-h", "help")) {
            out.reset();
            assertEquals(0, run(data(), out, false, name));
            assertEquals(help, out.toString(StandardCharsets.UTF_8));
        }
        out.reset();
        run(data(), out, false, "help", "huber");
        help = out.toString(StandardCharsets.UTF_8);
        out.reset();
        run(data(), out, false, "huber", "--help");
        assertEquals(help, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aClosedPipeEndsTheRunInSilence() {
        assertEquals(141, run(data(), refusing("Broken pipe"), false, "mse"));
        assertEquals("", err());
    }

    @Test
    void aFullDiskIsSaid() {
        assertEquals(4, run(data(), refusing("No space left on device"), false, "mse"));
        assertEquals(
                "losscalc: standard output: cannot be written: No space left on device\n"
                        + "  hint: make room, or write to another place: what was written is not the whole answer\n",
                err());
    }

    @Test
    void aReaderThatGoesAwayEndsTheProcessWithItsOwnCode(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("data.csv"), "y,p\n" + "1,2\n".repeat(100_000));
        String java = "'" + String.join("' '", Program.javaCommand(List.of(), Main.class)) + "'";
        String line = "{ " + java + " mse --format csv data.csv; echo $? >code; } | head -n 1";
        assertEquals(new Program.Ended(0, "y,p,loss\n", ""), Program.run(folder, List.of("sh", "-c", line)));
        assertEquals("141\n", Files.readString(folder.resolve("code")));
    }

    @Test
    void aBrokenStandardErrorLeavesTheExitCode() {
        OutputStream refusing = refusing("Broken pipe");
        assertEquals(2, App.run(new String[] {"no-such-loss"}, new Streams(data(), out, refusing, false)));
        assertEquals(70, App.run(new String[] {"mse"}, new Streams(failing(new Error()), out, refusing, false)));
    }

    @Test
    void inputThatCannotBeReadIsSaid() {
        assertEquals(4, run(failing(new IOException("device gone")), out, false, "mse"));
        assertTrue(err().startsWith("losscalc: <stdin>: cannot be read: device gone\n"), err());
    }

    @Test
    void outOfMemoryIsOneLine() {
        assertEquals(70, run(failing(new OutOfMemoryError("heap")), out, false, "mse"));
        assertEquals("losscalc: out of memory\n  hint: LOSSCALC_JAVA_OPTIONS=-Xmx8g, or as much as there is\n", err());
    }

    @Test
    void everyLossTakesWords() {
        // A parameter that is called as an option of all losses would be a fault of the tool.
        for (String name : Catalogue.names()) {
            assertEquals(2, run(data(), out, false, name, "--no-such-option"), name + ": " + err());
        }
    }

    @Test
    void aFaultOfTheToolIsOneLine() {
        assertEquals(70, run(failing(new IllegalArgumentException("a\nb")), out, false, "mse"));
        assertEquals(
                "losscalc: internal fault: java.lang.IllegalArgumentException: a\\nb\n  hint: --debug shows where\n",
                err());
    }

    @Test
    void theTraceOfAFaultIsShownToWhoAsksForIt() {
        assertEquals(70, run(failing(new IllegalArgumentException("why")), out, false, "mse", "--debug"));
        assertTrue(err().contains("\n\tat losscalc."), err());
    }

    @Test
    void headEndsTheRunWithTheCodeOfABrokenPipe(@TempDir Path folder) throws IOException, InterruptedException {
        String java = String.join("' '", Program.javaCommand(List.of(), Main.class));
        String rows = "{ echo y,p; yes 1,2 | head -200000; }";
        String script = rows + " | { '" + java + "' mse --reduction none -q; echo $? >&2; } | head -1";
        Program.Ended ended = Program.run(folder, List.of("sh", "-c", script));
        assertEquals("1\n", ended.out());
        assertEquals("141\n", ended.err());
    }
}

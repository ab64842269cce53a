package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is different on a terminal: colours, and tables as wide as the screen. The words are the same. */
class ScreenTest {
    private static final String TERMINAL = "-Dlosscalc.terminal=o";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeData() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "y,a,b,c\n1,2,3,4\n5,6,7,8\n");
    }

    @Test
    void coloursAreForTerminals() throws Exception {
        assertTrue(run(List.of(TERMINAL)).contains("\u001b["));
        assertFalse(run(List.of()).contains("\u001b["));
        assertFalse(run(List.of("-Dlosscalc.terminal=ie")).contains("\u001b["));
        assertFalse(run(List.of(TERMINAL), "--color", "never").contains("\u001b["));
        assertTrue(run(List.of(), "--color", "always").contains("\u001b["));
    }

    @Test
    void noColorInTheEnvironmentIsObeyed() throws Exception {
        String java = "'" + String.join("' '", Program.javaCommand(List.of(TERMINAL), Main.class)) + "'";
        String line = java + " mse -t y -p a data.csv";
        assertFalse(shell("NO_COLOR=1 " + line).contains("\u001b["));
        assertFalse(shell("TERM=dumb " + line).contains("\u001b["));
        assertTrue(shell("NO_COLOR= " + line).contains("\u001b["));
        assertTrue(shell("NO_COLOR=1 " + line + " --color always").contains("\u001b["));
    }

    @Test
    void colourChangesNoWord() throws Exception {
        String plain = run(List.of());
        assertEquals(plain, run(List.of(TERMINAL)).replaceAll("\u001b\\[[0-9]*m", ""));
    }

    @Test
    void aWideTableComesInPiecesThatFit() throws Exception {
        List<String> narrow = List.of(TERMINAL, "-Dlosscalc.columns=40");
        String text = run(narrow, "--color", "never", "--gradient", "--quantile", "0.5");
        for (String line : text.split("\n")) {
            assertTrue(line.length() <= 40, line);
        }
        for (String title : List.of("loss b", "gradient c", "q0.5", "model")) {
            assertTrue(text.contains(title), title);
        }
        assertFalse(run(List.of(TERMINAL, "-Dlosscalc.columns=500")).contains("\n\n\n"));
    }

    private String run(List<String> options, String... more) throws IOException, InterruptedException {
        String[] words = new String[4 + 2 + more.length];
        System.arraycopy(new String[] {"mse", "-t", "y", "-p", "a,b,c", "data.csv"}, 0, words, 0, 6);
        System.arraycopy(more, 0, words, 6, more.length);
        Program.Ended ended = Program.java(folder, options, Main.class, words);
        assertEquals(0, ended.code(), ended.err());
        return ended.out();
    }

    private String shell(String line) throws IOException, InterruptedException {
        Program.Ended ended = Program.run(folder, List.of("sh", "-c", line));
        assertEquals(0, ended.code(), ended.err());
        return ended.out();
    }
}

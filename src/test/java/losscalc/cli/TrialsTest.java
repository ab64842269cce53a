package losscalc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import losscalc.Main;
import losscalc.Program;
import losscalc.losses.Losses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the data are read once for all forms of losses that read the same of them. */
class TrialsTest {
    private static final String BINARY = Program.project("samples/binary.csv").toString();

    @Test
    void whatIsReadAlikeIsReadOnce() throws Exception {
        Trials trials = new Trials(List.of(BINARY), null);
        Forms bce = trials.add(Losses.find("bce"), List.of());
        Forms brier = trials.add(Losses.find("brier"), List.of());
        assertTrue(bce.trials().size() > 5);
        // Hard labels; and for one library labels between 0 and 1.
        assertEquals(2, trials.run());
        assertTrue(!trials.fitting(bce).isEmpty());
        assertTrue(!trials.fitting(brier).isEmpty());
    }

    @Test
    void aPipeThatHasANameIsReadOnceToo() throws Exception {
        String java = String.join(" ", Program.javaCommand(List.of(), Main.class));
        String command = "cat '" + BINARY + "' | " + java + " reconcile bce /dev/stdin";
        Program.Ended ended = Program.run(Path.of("").toAbsolutePath(), List.of("sh", "-c", command));
        assertEquals("", ended.err());
        assertTrue(ended.out().contains("keras BinaryCrossentropy"), ended.out());
    }

    @Test
    void aLongFileIsNoQueryUnlessTheLossIsNamed(@TempDir Path folder) throws Exception {
        String shortOne = "y,p\n1,2\n2,4\n";
        Path data = Files.writeString(folder.resolve("data.csv"), shortOne);
        assertTrue(reconcile(data.toString()).contains("\npair-logit\n"));
        Files.writeString(data, shortOne + "2,4.5\n".repeat(6000));
        assertFalse(reconcile(data.toString()).contains("pair-logit"));
        assertTrue(reconcile("pair-logit", data.toString()).contains("pair-logit\n"));
    }

    private static String reconcile(String... words) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("reconcile"));
        all.addAll(List.of(words));
        App.run(all.toArray(new String[0]), new Streams(InputStream.nullInputStream(), out, err, false));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}

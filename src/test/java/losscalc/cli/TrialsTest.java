package losscalc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import losscalc.Main;
import losscalc.Program;
import losscalc.losses.Losses;
import org.junit.jupiter.api.Test;

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
}

package losscalc.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import losscalc.Program;
import losscalc.loss.Loss;
import losscalc.losses.Losses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages about the losses: docs/losses.md is what the cards say now, and a page fits a terminal. */
class LossesDocumentTest {
    private static final Path DOCUMENT = Program.project("docs/losses.md");

    static Stream<Loss> losses() {
        return Stream.concat(Losses.all().stream(), Stream.of(Losses.find("d2:mae"), Losses.find("d2:bce")));
    }

    /** With {@code -Dlosscalc.record=true} it is written anew. */
    @Test
    void theDocumentSaysWhatTheCardsSay() throws IOException {
        String text = LossesDocument.text();
        if (Boolean.getBoolean("losscalc.record")) {
            Files.writeString(DOCUMENT, text);
        }
        assertEquals(text, Files.readString(DOCUMENT), "losscalc help --losses > docs/losses.md");
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aPageIsAtMostEightyColumnsWide(Loss loss) {
        for (String line : Explain.text(loss).split("\n")) {
            assertTrue(
                    line.length() <= 80 || !line.strip().contains(" "),
                    () -> loss.card().name() + ": " + line);
            assertFalse(line.endsWith(" "), () -> loss.card().name() + ": blanks end " + line);
        }
    }

    /** Worked by hand: at -3 huber is 1 (3 - 1/2) = 2.5 of 3, at 0 it is 0; the log loss of 1/2 is 0.69 of 5. */
    @Test
    void theCurveIsThatOfTheFormula() {
        String[] huber = Curve.of(Losses.find("huber")).split("\n");
        assertTrue(huber[0].startsWith("  3 ┤"), huber[0]);
        assertEquals("    │⠢", huber[2].substring(0, 6), "the point at 2.5 of 3 lies in the third line of fourteen");
        assertEquals(huber[13].length() - 1, huber[13].lastIndexOf('⠉'), "the valley ends in the last line");
        assertTrue(huber[16].strip().startsWith("residual y - f, delta 1"), huber[16]);
        String[] entropy = Curve.of(Losses.find("bce")).split("\n");
        assertTrue(entropy[11].charAt(5 + 30) > 0x2800, "log 2 = 0.69 lies in the twelfth line: " + entropy[11]);
    }

    @Test
    void whatIsOfManyNumbersHasNoCurve() {
        for (String name : new String[] {"r2", "triplet", "cosine", "wis", "dice", "multilabel-margin"}) {
            assertNull(Curve.of(Losses.find(name)), name);
        }
        for (String name :
                new String[] {"mse", "focal", "hinge", "multi-margin", "kl", "poisson-deviance", "gaussian-nll"}) {
            assertNotNull(Curve.of(Losses.find(name)), name);
        }
    }
}

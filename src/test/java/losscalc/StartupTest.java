package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is loaded on the way to {@code losscalc mse -q data.csv}: counts, because times depend on the
 * machine. The start is a feature; whoever raises a number here says why.
 */
class StartupTest {
    /** Some more than there are: the dozen of the quick lane stand where forty of Commons CSV would. */
    private static final int MOST_OWN_CLASSES = 110;

    /** The lambdas of picocli and Commons CSV. */
    private static final int MOST_SPUN = 20;

    @TempDir
    private static Path folder;

    private static List<String> loaded;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("data.csv"), "target,prediction\n1,3\n3,3.5\n");
        Path log = folder.resolve("classes.txt");
        Program.Ended ended = Program.java(
                folder, List.of("-Xlog:class+load:file=" + log.getFileName()), Main.class, "mse", "-q", "data.csv");
        assertEquals("", ended.err());
        assertEquals("2.125\n", ended.out());
        try (Stream<String> lines = Files.lines(log)) {
            loaded = lines.collect(Collectors.toList());
        }
    }

    @Test
    void fewOfOurOwnClassesAreLoaded() {
        List<String> own = named(" losscalc.");
        assertTrue(own.size() <= MOST_OWN_CLASSES, () -> own.size() + " classes:\n" + String.join("\n", own));
    }

    @Test
    void noOtherLossIsLoaded() {
        List<String> losses = named(" losscalc.losses.").stream()
                .map(line -> line.replaceFirst(".* losscalc\\.losses\\.", "").replaceFirst(" .*", ""))
                .collect(Collectors.toList());
        assertEquals(List.of("Losses", "SquaredError", "ResidualFormula", "SquaredError$Equation"), losses);
    }

    @Test
    void ourOwnCodeSpinsNoClassAtRunTime() {
        assertEquals(List.of(), spun().filter(line -> line.contains("losscalc")).collect(Collectors.toList()));
    }

    @Test
    void theLibrariesSpinFewClassesAtRunTime() {
        List<String> spun = spun().collect(Collectors.toList());
        assertTrue(spun.size() <= MOST_SPUN, () -> spun.size() + " classes:\n" + String.join("\n", spun));
    }

    @Test
    void commonsCsvIsNotLoadedForAPlainFile() {
        assertEquals(List.of(), named(" org.apache.commons.csv."));
    }

    @Test
    void noTextIsFormattedOnTheWay() {
        assertEquals(List.of(), named(" java.util.Formatter "));
    }

    /** Runtime.exit looks for one on JDK 21 and newer. */
    @Test
    void noLoggerIsLookedForAtTheEnd() {
        assertEquals(List.of(), named(" jdk.internal.logger."));
    }

    /** Lambdas and what carries them, where they do not lie ready in the JDK's own archive. */
    private static Stream<String> spun() {
        return loaded.stream()
                .filter(line -> line.contains("Lambda"))
                .filter(line -> line.contains("$$Lambda") || line.contains("LambdaForm$"))
                .filter(line -> !line.contains("shared objects file"));
    }

    private static List<String> named(String part) {
        return loaded.stream().filter(line -> line.contains(part)).collect(Collectors.toList());
    }
}

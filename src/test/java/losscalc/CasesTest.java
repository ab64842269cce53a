package losscalc;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every folder below {@code src/test/resources/cases} is a run of the program, compared byte for byte.
 * With {@code -Dlosscalc.record=true} what comes out is written down instead; look at the difference
 * before you keep it.
 */
class CasesTest {
    private static final Path ROOT = Program.project("src/test/resources/cases");

    @TempDir
    private static Path scratch;

    @BeforeAll
    static void runAllCases() throws Exception {
        Path work = Files.createDirectory(scratch.resolve("work"));
        Program.Ended runner = Program.java(
                work,
                List.of("-Duser.language=tr", "-Duser.timezone=Pacific/Chatham", "-Dfile.encoding=ISO-8859-1"),
                CaseRunner.class,
                ROOT.toString(),
                scratch.resolve("results").toString());
        assertEquals("", runner.err());
        assertEquals(0, runner.code());
    }

    @TestFactory
    Stream<DynamicTest> everyCaseComesOutAsItStands() throws IOException {
        return Case.below(ROOT).stream()
                .map(one -> DynamicTest.dynamicTest(one.name(), one.folder().toUri(), () -> compare(one)));
    }

    @Test
    void everyCaseSaysWhatItShowsAndHasNoFileThatNobodyReads() throws IOException {
        for (Case one : Case.below(ROOT)) {
            assertFalse(one.title().isEmpty(), () -> one.name() + ": cmd begins with no comment");
            assertEquals("losscalc", one.words().get(0), () -> one.name());
            String text = one.command() + read(one.folder().resolve("err"));
            for (Path file : one.inputs()) {
                String name = file.getFileName().toString();
                assertTrue(text.contains(name), () -> one.name() + ": nobody reads " + name);
            }
        }
    }

    @Test
    void everyFolderHoldsACase() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 2)) {
            List<Path> without = files.filter(path -> path.getNameCount() == ROOT.getNameCount() + 2)
                    .filter(path -> !Files.exists(path.resolve("cmd")))
                    .collect(Collectors.toList());
            assertEquals(List.of(), without);
        }
    }

    private static void compare(Case one) throws IOException {
        Path results = scratch.resolve("results").resolve(one.name());
        if (Boolean.getBoolean("losscalc.record")) {
            for (String name : Case.EXPECTED) {
                Files.copy(results.resolve(name), one.folder().resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            return;
        }
        assertAll(
                one.title() + "\n" + one.command(),
                Case.EXPECTED.stream()
                        .map(name -> () ->
                                assertEquals(read(one.folder().resolve(name)), read(results.resolve(name)), name)));
    }

    /** Bytes as characters, so that no byte is lost in the comparison where they are not UTF-8. */
    private static String read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 ? text : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

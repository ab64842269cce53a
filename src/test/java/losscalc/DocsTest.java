package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example of the documents is typed into a shell and must be answered as it is printed there.
 *
 * <p>An example is a block that begins with {@code ```console}: a line that begins with {@code $} is
 * typed, the lines below it are what a terminal shows, standard error included. A line of three dots
 * stands for any lines. With {@code -Dlosscalc.record=true} the documents are written anew.
 */
class DocsTest {
    /** Programs that are not on every machine: without them, an example that calls one is passed over. */
    private static final List<String> GUESTS = List.of("jq", "mlr", "python3", "make", "gzip");

    @TempDir
    private static Path folder;

    /** A command and its answer. */
    record Example(String place, String command, List<String> answer) {}

    @BeforeAll
    static void putLosscalcOnThePath() throws IOException {
        String command = Program.javaCommand(List.of(), Main.class).stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        Path script = folder.resolve("losscalc");
        Files.writeString(script, "#!/bin/sh\nexec " + command + " \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsAnsweredAsItIsPrinted() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path document : documents()) {
            for (Example example : examples(document.getFileName().toString(), Files.readAllLines(document))) {
                String name = example.place() + " " + example.command();
                tests.add(DynamicTest.dynamicTest(name, () -> {
                    List<String> shown = type(example.command());
                    if (Boolean.getBoolean("losscalc.record")) {
                        record(document, example, shown);
                    } else {
                        check(example, shown);
                    }
                }));
            }
        }
        return tests.stream();
    }

    @Test
    void theReadmeHasExamples() throws IOException {
        assertFalse(examples("README.md", Files.readAllLines(Program.project("README.md")))
                .isEmpty());
    }

    @Test
    void anExampleEndsWhereTheNextBegins() {
        List<Example> examples = examples(
                "a.md", List.of("text", "```console", "$ one", "1", "", "2", "$ two", "```", "$ no", "```", "$ no"));
        assertEquals(
                List.of(new Example("a.md:3", "one", List.of("1", "", "2")), new Example("a.md:7", "two", List.of())),
                examples);
    }

    @Test
    void aWrongAnswerIsNoticed() {
        Example example = new Example("a.md:1", "losscalc", List.of("a", "...", "d"));
        check(example, List.of("a", "b", "c", "d"));
        for (List<String> wrong : List.of(List.of("a", "b"), List.of("b", "d"), List.<String>of(), List.of("a"))) {
            assertFalse(matches(example.answer(), wrong), wrong::toString);
        }
    }

    /** Writes what is shown into the document, unless dots there stand for it. */
    private static void record(Path document, Example example, List<String> shown) throws IOException {
        if (!matches(example.answer(), shown)) {
            String before = "$ " + example.command() + "\n" + lines(example.answer());
            String after = "$ " + example.command() + "\n" + lines(shown);
            Files.writeString(document, Files.readString(document).replace(before, after));
        }
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static void check(Example example, List<String> shown) {
        if (!matches(example.answer(), shown)) {
            assertEquals(String.join("\n", example.answer()), String.join("\n", shown), example.place());
        }
    }

    private static boolean matches(List<String> wanted, List<String> shown) {
        int gap = wanted.indexOf("...");
        if (gap < 0) {
            return wanted.equals(shown);
        }
        List<String> rest = wanted.subList(gap + 1, wanted.size());
        if (shown.size() < gap || !wanted.subList(0, gap).equals(shown.subList(0, gap))) {
            return false;
        }
        for (int i = gap; i <= shown.size(); i++) {
            if (matches(rest, shown.subList(i, shown.size()))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> type(String command) throws IOException, InterruptedException {
        for (String guest : GUESTS) {
            assumeTrue(!command.matches(".*\\b" + guest + "\\b.*") || isOnThePath(guest), guest + " is not here");
        }
        String setUp = "PATH='" + folder + "':\"$PATH\"; exec 2>&1; ";
        Program.Ended ended = Program.run(Program.project(""), List.of("sh", "-c", setUp + command));
        return ended.out().lines().collect(Collectors.toList());
    }

    private static boolean isOnThePath(String program) throws IOException, InterruptedException {
        return Program.run(folder, List.of("sh", "-c", "command -v " + program)).code() == 0;
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (String place : List.of("", "docs", "samples")) {
            if (Files.isDirectory(Program.project(place))) {
                try (Stream<Path> files = Files.list(Program.project(place))) {
                    files.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .forEach(documents::add);
                }
            }
        }
        return documents;
    }

    private static List<Example> examples(String document, List<String> lines) {
        List<Example> examples = new ArrayList<>();
        boolean inBlock = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("```")) {
                inBlock = !inBlock && line.equals("```console");
            } else if (inBlock && line.startsWith("$ ")) {
                int end = i + 1;
                while (end < lines.size() && !lines.get(end).matches("(\\$ |```).*")) {
                    end++;
                }
                List<String> answer = List.copyOf(lines.subList(i + 1, end));
                examples.add(new Example(document + ":" + (i + 1), line.substring(2), answer));
            }
        }
        return examples;
    }
}

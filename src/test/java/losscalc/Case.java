package losscalc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder that holds one run of the program: {@code cmd} as it is typed, {@code out}, {@code err} and
 * {@code code} as they must come out, and the files that the run reads.
 *
 * <p>A {@code cmd} begins with lines of comment, which say what the case shows.
 */
record Case(Path root, Path folder) {
    static final List<String> EXPECTED = List.of("out", "err", "code");

    /** All cases below a folder, in the order of their names. */
    static List<Case> below(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith("cmd"))
                    .map(file -> new Case(root, file.getParent()))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .collect(Collectors.toList());
        }
    }

    /** Its place below the root, {@code topic/nnn}. */
    String name() {
        return root.relativize(folder).toString().replace('\\', '/');
    }

    /** What it shows. */
    String title() throws IOException {
        return lines().stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining(" "));
    }

    /** The words of the command, {@code losscalc} the first. */
    List<String> words() throws IOException {
        return split(command());
    }

    /** The command as it is typed. */
    String command() throws IOException {
        return lines().stream().filter(line -> !line.startsWith("#")).collect(Collectors.joining(" "));
    }

    /** The files that the run reads. */
    List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("cmd"))
                    .filter(file -> !EXPECTED.contains(file.getFileName().toString()))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("cmd"), StandardCharsets.UTF_8);
    }

    /** Splits as a shell does: blanks part words, quotes keep them together. */
    static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (char c : (line + " ").toCharArray()) {
            if (c == quote) {
                quote = 0;
            } else if (quote != 0) {
                word.append(c);
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (c != ' ') {
                word.append(c);
                inWord = true;
            } else if (inWord) {
                words.add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }
        return words;
    }
}

package losscalc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import losscalc.cli.App;
import losscalc.cli.Streams;

/**
 * Runs cases one after another in the working directory of its own process, so that a case's file names
 * are what they look like: names in the folder that the user stands in.
 */
final class CaseRunner {
    private CaseRunner() {}

    /** Runs each case of a folder, and writes what came of it to the same place below another folder. */
    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        for (Case one : Case.below(Path.of(args[0]))) {
            Path results = Files.createDirectories(Path.of(args[1], one.name()));
            List<Path> copies = new ArrayList<>();
            for (Path file : one.inputs()) {
                copies.add(Files.copy(file, Path.of(file.getFileName().toString())));
            }
            run(one, results);
            for (Path copy : copies) {
                Files.delete(copy);
            }
        }
    }

    private static void run(Case one, Path results) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = run(one.words(), out, err);
        Files.write(results.resolve("out"), out.toByteArray());
        Files.write(results.resolve("err"), err.toByteArray());
        Files.writeString(results.resolve("code"), code + "\n", StandardCharsets.US_ASCII);
    }

    /** Runs a command, {@code losscalc} its first word, with the file behind a {@code <} as standard input, or nothing. */
    static int run(List<String> command, OutputStream out, OutputStream err) throws IOException {
        List<String> words = new ArrayList<>(command.subList(1, command.size()));
        InputStream in = new ByteArrayInputStream(new byte[0]);
        int redirection = words.indexOf("<");
        if (redirection >= 0) {
            in = Files.newInputStream(Path.of(words.remove(redirection + 1)));
            words.remove(redirection);
        }
        try (InputStream input = in) {
            return App.run(words.toArray(new String[0]), new Streams(input, out, err, false));
        }
    }
}

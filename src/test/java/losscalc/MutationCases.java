package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The cases of {@link CasesTest} within this process, for {@code scripts/mutate}, which changes the classes of no other.
 * The files are named by their path here; in what is printed the path is left away again. Left out are the topics that reach
 * no more than others do, but take as long as all of them.
 */
class MutationCases {
    private static final Path ROOT = Path.of("src/test/resources/cases");

    /** They tell files of the working directory from others, or need it for a name that is no file. */
    private static final Set<String> ELSEWHERE =
            Set.of("behaviour/022", "files/018", "output/001b", "usage/040", "usage/040b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "behaviour", "classes", "color", "columns", "convention", "dialect", "files", "focal", "formats",
                        "groups",
                "gzip", "hex", "hostile", "latex", "names", "options", "output", "outputs", "regression", "shell",
                "signature", "top", "usage", "values", "worked"
            })
    void everyCaseComesOutAsItStands(String topic) throws IOException {
        for (Case one : Case.below(ROOT.resolve(topic))) {
            if (!ELSEWHERE.contains(topic + "/" + one.name())) {
                assertEquals(expected(one), run(one), () -> topic + "/" + one.name());
            }
        }
    }

    private static String run(Case one) throws IOException {
        String folder = one.folder() + "/";
        List<String> words = new ArrayList<>(one.words());
        for (Path file : one.inputs()) {
            String name = file.getFileName().toString();
            words.replaceAll(word -> word.equals(name) || word.endsWith("=" + name)
                    ? word.substring(0, word.length() - name.length()) + folder + name
                    : word);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = CaseRunner.run(words, out, err);
        return code + "\n" + (text(out.toByteArray()) + text(err.toByteArray())).replace(folder, "");
    }

    private static String expected(Case one) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : List.of("code", "out", "err")) {
            text.append(text(Files.readAllBytes(one.folder().resolve(name))));
        }
        return text.toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import losscalc.manual.Catalogue;

/**
 * Whatever is typed: an exit code of the contract, no trace, and no file that was not asked for. It runs in an
 * empty folder, and no word holds a slash: nothing else can be written.
 */
public final class Words {
    private static final String[] KNOWN = {
        "-t", "--target", "-p", "--prediction", "--predictions", "--weight", "--by", "--by-file", "--from",
        "--positive", "--classes", "--soft-labels", "--normalize", "--ignore-index", "-d", "--delimiter", "--header",
        "-H", "--no-header", "--comment", "--decimal", "--encoding", "--missing", "--nonfinite", "--ragged",
        "--arithmetic", "--reduction", "--show", "--top", "-q", "--quiet", "--quantile", "--gradient", "--hessian",
        "--signature", "--format", "--digits", "--hex", "--color", "-o", "--output", "--fail-above", "--threads",
        "-h", "--help", "--", "-", "--delta", "--gamma", "--alpha", "--power", "--debug", "list", "explain", "help",
        "completion", "bash", "--man", "--version", "data.csv", "other.csv", "missing.csv", "skip", "error",
        "propagate", "json", "jsonl", "csv", "tsv", "markdown", "latex", "text", "none", "sum", "root", "summary",
        "samples", "all", "decimal", "logit", "probability", "log-probability", "tab", ",", ";", "#", "UTF-8",
        "UTF-16", "1", "2", "-1", "1-2", "y:p", "y", "p", "g", "w", "*", "0", "0.5", "1e400", "nan", "1d", "a,b",
        "0.1,0.9", "", "@data.csv", "--output=out.txt", "--format=json", "mse", "bce", "cross-entropy", "huber",
    };

    private static final byte[] DATA =
            "y,p,g,w\n1,0.5,a,1\n0,0.25,b,2\n1,0.75,a,0\n".getBytes(StandardCharsets.US_ASCII);

    private static List<String> losses;

    private Words() {}

    public static void fuzzerInitialize() throws IOException {
        losses = List.copyOf(Catalogue.names());
        Files.write(Path.of("data.csv"), DATA);
        Files.write(Path.of("other.csv"), DATA);
    }

    public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
        List<String> words = new ArrayList<>();
        int n = data.consumeInt(0, 12);
        if (data.consumeInt(0, 9) > 0) {
            words.add(data.pickValue(losses));
        }
        for (int i = 0; i < n; i++) {
            words.add(data.consumeInt(0, 3) > 0 ? data.pickValue(KNOWN) : text(data));
        }
        boolean mayWrite = false;
        for (String word : words) {
            mayWrite |= word.startsWith("--output") || word.matches("-[^-]*o.*");
        }
        byte[] input = data.consumeBoolean() ? DATA : data.consumeRemainingAsBytes();
        Run run = Run.of(input, words.toArray(new String[0]));
        for (File file : new File(".").listFiles()) {
            if (!file.getName().equals("data.csv") && !file.getName().equals("other.csv")) {
                run.require(mayWrite && file.delete(), "a file: " + file, words.toArray(new String[0]));
                run.require(run.code() < 2, "a file though it failed", words.toArray(new String[0]));
            }
        }
        for (String name : new String[] {"data.csv", "other.csv"}) {
            boolean same = java.util.Arrays.equals(DATA, Files.readAllBytes(Path.of(name)));
            Files.write(Path.of(name), DATA);
            // What is not read may be written over when it is asked for.
            run.require(same || mayWrite, "an input was changed", words.toArray(new String[0]));
        }
    }

    private static String text(FuzzedDataProvider data) {
        return data.consumeString(12).replace('/', '_').replace('\0', '_');
    }
}

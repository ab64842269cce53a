import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.charset.StandardCharsets;

/** The quick lane and the readable lane say the same, of whatever file. */
public final class Lanes {
    private static final String[][] COMMANDS = {
        {"mse", "-q"},
        {"mse", "-t", "1", "-p", "2"},
        {"mse", "-q", "-t", "1", "-p", "-1"},
        {"mse", "-H", "-q"},
        {"mse", "--header", "-q", "-t", "2", "-p", "1"},
        {"mae", "--format", "csv", "-t", "1", "-p", "2"},
        {"huber", "--delta", "1", "--format", "jsonl"},
        {"mse", "-t", "1", "-p", "2", "--weight", "3", "--show", "summary"},
        {"mse", "--missing", "skip", "--nonfinite", "skip", "--ragged", "skip", "--show", "summary", "-t1", "-p2"},
        {"mse", "--nonfinite", "propagate", "--format", "json"},
        {"mse", "-d", ";", "--decimal", ",", "-q"},
        {"mse", "--decimal", ",", "-q"},
        {"mse", "-d", "tab", "-q"},
        {"bce", "-t", "1", "-p", "2", "--show", "summary"},
        {"cross-entropy", "-t", "1", "-p", "2:-1", "--format", "csv"},
        {"cross-entropy", "-t", "1", "-p", "2-3", "--normalize", "--show", "summary"},
        {"hinge", "-t", "1", "-p", "2", "-q"},
    };

    private Lanes() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        String[] words = data.pickValue(COMMANDS);
        // A gzip file that is broken is unpacked by other steps where pieces are small; Packed looks at those.
        String piece = Integer.toString(data.consumeInt(40, 400));
        byte[] file = data.consumeRemainingAsBytes();
        boolean gzip = file.length > 1 && file[0] == 0x1f && file[1] == (byte) 0x8b;
        // Binary data are known by the first bytes, of which a small piece is not enough.
        boolean binary = new String(file, StandardCharsets.ISO_8859_1).contains("\0\0\0\0");
        Run readable = Run.by("readable", file, words);
        Run quick = Run.by(gzip || binary ? "" : piece, file, words);
        quick.require(quick.code() == readable.code(), "code\n" + readable, words);
        quick.require(quick.err().equals(readable.err()), "message\n" + readable, words);
        // How many samples go out before a row is met that cannot be read depends on the size of the blocks.
        int n = quick.code() < 2 ? -1 : Math.min(quick.out().length(), readable.out().length());
        quick.require(start(quick.out(), n).equals(start(readable.out(), n)), "answer\n" + readable, words);
    }

    private static String start(String text, int n) {
        return n < 0 ? text : text.substring(0, n);
    }
}

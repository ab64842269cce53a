import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import losscalc.cli.App;
import losscalc.cli.Streams;

/** One run of the program in this process. */
record Run(int code, String out, String err) {
    static Run of(byte[] input, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = App.run(words, new Streams(new ByteArrayInputStream(input), out, err, false));
        Run run = new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        run.checkManners(words);
        return run;
    }

    /** The same through the readable lane, or the quick one with pieces of so many bytes. */
    static Run by(String lane, byte[] input, String... words) {
        System.setProperty("losscalc.lane", lane);
        try {
            return of(input, words);
        } finally {
            System.clearProperty("losscalc.lane");
        }
    }

    /** What holds of every run, whatever was asked of it. */
    private void checkManners(String... words) {
        require(code >= 0 && code <= 4, "exit code", words);
        require((code < 2) || !err.isEmpty(), "silence", words);
        require(!err.contains("\tat ") && !err.contains("Exception"), "stack trace", words);
        for (int i = 0; i < err.length(); i++) {
            char c = err.charAt(i);
            boolean safe = c == '\n' || c >= ' ' && c < 0x7f || c > 0xa0 && !(c >= 0x2028 && c <= 0x202e)
                    && !(c >= 0x2066 && c <= 0x2069) && c != 0x200e && c != 0x200f;
            require(safe, "unsafe character in a message", words);
        }
    }

    void require(boolean condition, String what, String... words) {
        if (!condition) {
            throw new AssertionError(what + "\nwords: " + String.join("\u23ce", words) + "\n" + this);
        }
    }
}

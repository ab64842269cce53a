package losscalc.input.fast;

import java.nio.charset.StandardCharsets;
import losscalc.input.Dialect;
import losscalc.input.Lane;
import losscalc.input.Source;
import losscalc.problem.Problem;

/**
 * The quick lane, for files in UTF-8 (or ASCII) without comments. Of those it reads numbers, with blanks
 * round them or in quotes; fields that are not used may hold what they like, save line ends.
 */
public final class FastLane implements Lane {
    private final int pieceSize;

    /** Reads pieces that stay in the processor's cache. */
    public FastLane() {
        this(1 << 18);
    }

    /** Reads pieces of so many bytes at most. */
    public FastLane(int pieceSize) {
        this.pieceSize = pieceSize;
    }

    @Override
    public Start open(Source source, Dialect dialect) throws Problem {
        boolean utf8 = dialect.encoding() == null || dialect.encoding().equals(StandardCharsets.UTF_8);
        char delimiter = dialect.delimiterOf(source);
        return utf8 && dialect.comment() == 0 && isPlain(delimiter)
                ? new FastStart(source, dialect, delimiter, pieceSize)
                : null;
    }

    /** Whether the character has no other part to play in a line of numbers. */
    private static boolean isPlain(char c) {
        return c == ',' || c == ';' || c == '\t' || c == '|' || c == ':';
    }
}

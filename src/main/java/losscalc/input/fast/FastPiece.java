package losscalc.input.fast;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import losscalc.input.Pieces;
import losscalc.loss.Block;

/** A piece of a file, whose lines become the rows of blocks. */
final class FastPiece implements Pieces.Piece {
    private static final int SLACK = 32;
    /** How many lines are read in one call: so few that the compiler takes note of it soon. */
    private static final int STEP = 64;

    private final Feed feed;
    private final Checks checks;
    private final String file;
    private final byte[] bytes;
    private final ByteBuffer words;
    private final Lines lines;
    private final double[][] columns;

    private long number;
    private int at;
    private int limit;
    private int own;
    private boolean odd;
    private long rowsAbove;
    private long linesAbove;
    private int rows;

    FastPiece(Feed feed, Plan plan, String file) {
        this.feed = feed;
        this.file = file;
        checks = new Checks(plan);
        bytes = new byte[feed.size() + SLACK];
        words = Swar.words(bytes);
        lines = new Lines(plan, bytes, words);
        columns = new double[plan.slots.length][];
    }

    /** Where the feed puts the bytes. */
    byte[] room() {
        return bytes;
    }

    /**
     * Begins a new piece.
     *
     * @param to where its lines end
     * @param all where the bytes end that belong to it
     * @param unreadable whether this lane cannot read it at all
     */
    void begin(long newNumber, int to, int all, boolean unreadable) {
        number = newNumber;
        at = 0;
        limit = to;
        own = all;
        odd = unreadable;
        rows = 0;
    }

    /** Says how many rows and lines stand above, and gives how many lines there are. */
    int countLines(long rowsBefore, long linesBefore) {
        rowsAbove = rowsBefore;
        linesAbove = linesBefore;
        return Swar.count((byte) '\n', bytes, words, limit);
    }

    @Override
    public boolean take() {
        return feed.take(this);
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public boolean end() {
        return feed.end(this);
    }

    /** How many rows have been read. */
    int rows() {
        return rows;
    }

    /** How many bytes of them there are. */
    int bytesRead() {
        return at;
    }

    /** What this lane declined; null when it is nothing. */
    InputStream rest() {
        return odd ? new ByteArrayInputStream(bytes, at, own - at) : null;
    }

    /** All bytes. */
    InputStream all() {
        return new ByteArrayInputStream(bytes, 0, own);
    }

    @Override
    public boolean fill(Block block) {
        block.clear();
        if (odd) {
            return false;
        }
        for (int s = 0; s < columns.length; s++) {
            columns[s] = checks.column(s, block);
        }
        int n = block.texts() == null ? read() : readTexts(block.texts());
        if (n == 0 || !checks.hold(block, n)) {
            odd = at < limit;
            return false;
        }
        block.commit(file, linesAbove + rows + 1, rowsAbove + rows + 1, n);
        at = lines.at();
        rows += n;
        return true;
    }

    /** Reads lines until the columns are full or a line is odd; gives their number. */
    private int read() {
        int n = 0;
        int wanted = 0;
        int from = at;
        while (n == wanted && n < Block.CAPACITY && from < limit) {
            wanted = Math.min(n + STEP, Block.CAPACITY);
            n = lines.read(columns, from, limit, n, wanted);
            from = lines.at();
        }
        return n;
    }

    /** The same, where the texts of the lines are wanted too. */
    private int readTexts(String[] texts) {
        int n = 0;
        int from = at;
        while (n < Block.CAPACITY && from < limit && lines.read(columns, from, limit, n, n + 1) > n) {
            if (!keep(from, lines.at(), texts, n)) {
                lines.backTo(from);
                break;
            }
            from = lines.at();
            n++;
        }
        return n;
    }

    /** Keeps the text of a line; false when it is not sure what it is, because of quotes or malformed bytes. */
    private boolean keep(int from, int next, String[] texts, int n) {
        int to = bytes[next - 2] == '\r' ? next - 2 : next - 1;
        boolean quotes = false;
        int signs = 0;
        for (int i = from; i < to; i++) {
            quotes |= bytes[i] == '"';
            signs |= bytes[i];
        }
        texts[n] = new String(bytes, from, to - from, signs < 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return !quotes && (signs >= 0 || texts[n].indexOf('\ufffd') < 0);
    }
}

package losscalc.input.fast;

import losscalc.input.Counts;
import losscalc.input.Lane;
import losscalc.input.Pieces;
import losscalc.input.Rows;
import losscalc.loss.Block;
import losscalc.loss.Layout;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** Rows by the quick lane, as far as it goes, and then by the readable one. */
final class FastRows implements Rows, Pieces {
    private final Feed feed;
    private final Plan plan;
    private final String file;
    private final Lane.Readable readable;
    private Piece piece;
    private boolean inPiece;
    private volatile Rows rest;

    FastRows(Feed feed, Plan plan, String file, Lane.Readable readable) {
        this.feed = feed;
        this.plan = plan;
        this.file = file;
        this.readable = readable;
        if (!plan.isSupported()) {
            feed.decline();
        }
    }

    @Override
    public Pieces pieces() {
        return feed.isSmall() ? null : this;
    }

    @Override
    public Piece reader() {
        return new FastPiece(feed, plan, file);
    }

    @Override
    public boolean fill(Block block) throws Problem {
        if (rest == null && quickly(block)) {
            return true;
        }
        if (rest == null && feed.hasRest()) {
            rest = readable.rows(feed.rest());
        }
        return rest != null && rest.fill(block);
    }

    private boolean quickly(Block block) {
        if (piece == null) {
            piece = reader();
        }
        while (inPiece || piece.take()) {
            inPiece = piece.fill(block);
            if (inPiece) {
                return true;
            }
            piece.end();
        }
        return false;
    }

    @Override
    public Problem wrong() {
        return rest == null ? null : rest.wrong();
    }

    @Override
    public Counts counts() {
        return rest == null ? new Counts(feed.rowsCounted(), 0, 0, 0, 0) : rest.counts();
    }

    @Override
    public long bytes() {
        return rest == null ? feed.bytes() : -1;
    }

    @Override
    public Where where() {
        return Where.file(file);
    }

    @Override
    public Layout layout() {
        return plan.reading.layout();
    }

    @Override
    public void close() throws Problem {
        if (rest != null) {
            rest.close();
        }
    }
}

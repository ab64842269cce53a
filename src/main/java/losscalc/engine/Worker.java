package losscalc.engine;

import losscalc.input.Pieces;
import losscalc.problem.Problem;

/** One of several that read, compute and count pieces of the data at the same time. */
final class Worker implements Runnable {
    private final BlockLoop[] loops;
    private final Pieces.Piece piece;
    private final Samples.Share samples;
    private final Order order;
    private final Tally[] totals;

    /**
     * @param loops share a block, one a job
     * @param piece reads its pieces
     * @param samples takes its samples
     * @param order says whose turn it is to hand in
     * @param totals receive what all count, one a job
     */
    Worker(BlockLoop[] loops, Pieces.Piece piece, Samples.Share samples, Order order, Tally[] totals) {
        this.loops = loops;
        this.piece = piece;
        this.samples = samples;
        this.order = order;
        this.totals = totals;
    }

    @Override
    public void run() {
        try {
            boolean goOn = true;
            while (goOn && piece.take()) {
                Tally[] tallies = BlockLoop.tallies(loops);
                while (piece.fill(loops[0].block())) {
                    BlockLoop.compute(loops, tallies);
                }
                goOn = order.await(piece.number()) && handIn(tallies);
            }
        } catch (Problem | RuntimeException | Error e) {
            order.fail(e);
        }
    }

    /** The rows of a piece count if all rows before it did; false when none of the next ones will. */
    private boolean handIn(Tally[] tallies) throws Problem {
        boolean counts = piece.end();
        if (counts) {
            for (int i = 0; i < totals.length; i++) {
                totals[i].merge(tallies[i]);
            }
            samples.handIn();
        }
        order.next();
        return counts;
    }
}

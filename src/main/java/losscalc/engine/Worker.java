package losscalc.engine;

import losscalc.input.Pieces;
import losscalc.loss.Formula;
import losscalc.loss.Layout;
import losscalc.problem.Problem;

/** One of several that read, compute and count pieces of the data at the same time. */
final class Worker implements Runnable {
    private final Job job;
    private final Formula formula;
    private final Pieces.Piece piece;
    private final Samples.Share samples;
    private final BlockLoop loop;
    private final Order order;
    private final Tally total;

    /**
     * @param piece reads its pieces
     * @param layout which columns their blocks have
     * @param samples takes its samples
     * @param order says whose turn it is to hand in
     * @param total receives what all count
     */
    Worker(
            Job job,
            Formula formula,
            Pieces.Piece piece,
            Layout layout,
            Samples.Share samples,
            Order order,
            Tally total) {
        this.job = job;
        this.formula = formula;
        this.piece = piece;
        this.samples = samples;
        this.loop = new BlockLoop(job, formula, layout, samples);
        this.order = order;
        this.total = total;
    }

    @Override
    public void run() {
        try {
            boolean goOn = true;
            while (goOn && piece.take()) {
                Tally tally = new Tally(job, formula);
                while (piece.fill(loop.block())) {
                    loop.compute(tally);
                }
                goOn = order.await(piece.number()) && handIn(tally);
            }
        } catch (Problem | RuntimeException | Error e) {
            order.fail(e);
        }
    }

    /** The rows of a piece count if all rows before it did; false when none of the next ones will. */
    private boolean handIn(Tally tally) throws Problem {
        boolean counts = piece.end();
        if (counts) {
            total.merge(tally);
            samples.handIn();
        }
        order.next();
        return counts;
    }
}

package losscalc.engine;

import losscalc.input.Counts;
import losscalc.input.Rows;
import losscalc.loss.Block;
import losscalc.loss.Formula;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** The loop: read a block, compute it, count it, show it. */
public final class Run {
    private Run() {}

    /**
     * Computes the loss of all rows.
     *
     * @param rows the data
     * @param formula the loss
     * @param withGradient whether the samples are to have their derivatives
     * @param samples who wants to see each sample, or null
     * @throws Problem when a row cannot be read in full, or no row is left to compute
     */
    public static Result run(Rows rows, Formula formula, boolean withGradient, Samples samples) throws Problem {
        Block block = new Block(rows.targetColumns(), rows.predictionColumns());
        double[] loss = new double[Block.CAPACITY];
        double[][] gradient = withGradient ? new double[rows.predictionColumns()][Block.CAPACITY] : null;
        Tally tally = new Tally();
        while (rows.fill(block)) {
            formula.evaluate(block, loss);
            tally.add(block, loss);
            if (withGradient) {
                formula.gradient(block, gradient);
            }
            if (samples != null) {
                samples.samples(block, loss, gradient);
            }
        }
        return result(tally, rows.counts(), rows.where());
    }

    private static Result result(Tally tally, Counts counts, Where where) throws Problem {
        if (counts.read() == 0) {
            throw Problem.data(where, "no data rows: the mean is undefined", "there is a header and nothing below it");
        }
        if (tally.n() == 0) {
            throw Problem.data(
                    where, "no rows left: all " + counts.read() + " were skipped, the mean is undefined", null);
        }
        Where first = tally.infinite() == 0 ? null : Where.line(tally.infiniteFile(), tally.infiniteLine());
        return new Result(counts, tally.mean(), tally.sum(), tally.min(), tally.max(), tally.infinite(), first);
    }
}

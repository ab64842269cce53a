package losscalc.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import losscalc.engine.Computed;
import losscalc.engine.Job;
import losscalc.engine.Result;
import losscalc.loss.Block;
import losscalc.loss.Layout;
import losscalc.problem.Problem;

/**
 * Lets through the samples that contribute most to the sum, the largest first, and equal ones in the order
 * of the data. It holds no more samples than it will let through.
 */
public final class Top implements Renderer {
    private final Renderer next;
    /** The smallest of those that are kept comes first. */
    private final PriorityQueue<Kept> kept = new PriorityQueue<>();

    private Job job;

    /** Shows the samples to {@code next} when all of them have been seen. */
    public Top(Renderer next) {
        this.next = next;
    }

    @Override
    public void begin(Job asked) throws Problem {
        job = asked;
        if (job.card().isOfSets()) {
            throw Problem.usage(
                    "--top: " + job.card().name() + " is a loss of all rows together, no sample has one", null);
        }
        if (job.hasModels()) {
            throw Problem.usage(
                    "--top ranks the samples by one loss, and there are " + job.models() + " prediction columns",
                    "name one of them: -p " + job.predictions().get(0));
        }
        next.begin(job);
    }

    @Override
    public void samples(Block rows, Computed values) {
        for (int i = 0; i < rows.rows(); i++) {
            double contribution = contribution(rows, values, i);
            if (kept.size() == job.top()) {
                Kept least = kept.peek();
                if (!least.isBelow(contribution, rows.number(i))) {
                    continue;
                }
                kept.poll();
            }
            kept.add(new Kept(contribution, rows, values, i));
        }
    }

    @Override
    public boolean tellsSkipped() {
        return next.tellsSkipped();
    }

    @Override
    public void end(Result result) throws Problem {
        List<Kept> ranked = new ArrayList<>(kept);
        ranked.sort(Collections.reverseOrder());
        Layout layout = job.data().layout();
        int derivatives = layout.predictions();
        Computed values = new Computed(
                new double[1][Block.CAPACITY],
                new double[job.gradient() ? derivatives : 0][Block.CAPACITY],
                new double[job.hessian() ? derivatives : 0][Block.CAPACITY],
                new double[Block.CAPACITY]);
        Block block = new Block(layout);
        for (Kept sample : ranked) {
            sample.put(block, values, result.total().samples().sum());
            if (block.isFull()) {
                next.samples(block, values);
                block.clear();
            }
        }
        if (block.rows() > 0) {
            next.samples(block, values);
        }
        next.end(result);
    }

    /** What a sample adds to the sum: its loss times its weight. */
    static double contribution(Block rows, Computed values, int i) {
        double loss = values.loss()[0][i];
        return rows.weights() == null ? loss : loss * rows.weights()[i];
    }
}

package losscalc.report;

import losscalc.engine.Job;
import losscalc.engine.Reduction;
import losscalc.engine.Result;
import losscalc.loss.Block;
import losscalc.problem.Problem;

/** The bare value alone; with the reduction none, one bare loss a line. */
public final class Quiet implements Renderer {
    private final Output out;
    private Reduction reduction;

    /** Prints to {@code out}. */
    public Quiet(Output out) {
        this.out = out;
    }

    @Override
    public void begin(Job job) {
        reduction = job.reduction();
    }

    @Override
    public void samples(Block rows, double[] loss, double[][] gradient) throws Problem {
        if (reduction == Reduction.NONE) {
            for (int i = 0; i < rows.rows(); i++) {
                out.print(loss[i]).line();
            }
        }
    }

    @Override
    public void end(Result result) throws Problem {
        if (reduction != Reduction.NONE) {
            out.print(result.value(reduction)).line();
        }
    }
}

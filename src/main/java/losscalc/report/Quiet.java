package losscalc.report;

import java.io.ByteArrayOutputStream;
import java.util.List;
import losscalc.engine.Aggregate;
import losscalc.engine.Computed;
import losscalc.engine.Job;
import losscalc.engine.NoSamples;
import losscalc.engine.Reduction;
import losscalc.engine.Result;
import losscalc.input.GroupKey;
import losscalc.loss.Block;
import losscalc.problem.Echo;
import losscalc.problem.Problem;

/** The bare value alone, behind its names where there are groups or models; with the reduction none, one loss a line. */
public final class Quiet implements Renderer {
    private final Output out;
    private final Signature signature;
    private Job job;
    private Reduction reduction;

    /**
     * @param out where it prints
     * @param signature stands in a last line, or null
     */
    public Quiet(Output out, Signature signature) {
        this.out = out;
        this.signature = signature;
    }

    @Override
    public void begin(Job asked) {
        job = asked;
        reduction = job.reduction();
    }

    @Override
    public void samples(Block rows, Computed values) throws Problem {
        if (reduction == Reduction.NONE) {
            for (int i = 0; i < rows.rows(); i++) {
                if (job.isGrouped()) {
                    names(GroupKey.parts(rows.groups()[i]));
                }
                for (int k = 0; k < values.loss().length; k++) {
                    out.print(k == 0 ? "" : "\t").print(values.loss()[k][i]);
                }
                out.line();
            }
        }
    }

    @Override
    public void handOn() throws Problem {
        out.flush();
    }

    @Override
    public Share share() {
        if (reduction != Reduction.NONE) {
            return NoSamples.INSTANCE;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output part = out.like(bytes, "memory");
        Quiet other = new Quiet(part, null);
        other.begin(job);
        return new Portion(out, bytes, part, other);
    }

    @Override
    public boolean tellsSkipped() {
        return false;
    }

    @Override
    public void end(Result result) throws Problem {
        if (reduction != Reduction.NONE) {
            for (Aggregate aggregate : result.groups()) {
                line(aggregate);
            }
            for (Aggregate aggregate : result.totals()) {
                line(aggregate);
            }
        }
        if (signature != null) {
            out.print(signature.line(job, result)).line();
        }
    }

    /** The value, and before it what it belongs to where there are several. */
    private void line(Aggregate aggregate) throws Problem {
        names(SummaryTable.names(job, aggregate));
        out.print(aggregate.value(reduction)).line();
    }

    private void names(List<String> names) throws Problem {
        for (String name : names) {
            out.print(Echo.plain(name)).print("\t");
        }
    }
}

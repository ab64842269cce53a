package losscalc.report;

import java.util.List;
import losscalc.engine.Aggregate;
import losscalc.engine.Computed;
import losscalc.engine.Job;
import losscalc.engine.NoSamples;
import losscalc.engine.Reduction;
import losscalc.engine.Result;
import losscalc.loss.Block;
import losscalc.problem.Problem;

/**
 * One JSON document. The aggregates stand before the samples, and nothing is printed of data that turn
 * out bad: the samples wait in a {@link Spool}.
 */
final class Json implements Renderer {
    private final Output out;
    private final Style style;
    private final Show show;
    private final Spool spool = new Spool();
    private Output waiting;
    private Job job;
    private Sample sample;
    private boolean first = true;

    Json(Output out, Style style) {
        this.out = out;
        this.style = style;
        show = style.show();
    }

    @Override
    public void begin(Job asked) {
        job = asked;
        sample = new Sample(job);
        waiting = out.like(spool, "temporary file");
    }

    @Override
    public void samples(Block rows, Computed values) throws Problem {
        if (!show.hasSamples()) {
            return;
        }
        for (int i = 0; i < rows.rows(); i++) {
            sample.take(rows, i, values);
            waiting.print(first ? "\n  " : ",\n  ");
            JsonText.sample(sample, waiting);
            first = false;
        }
    }

    @Override
    public Share share() {
        return show.hasSamples() ? null : NoSamples.INSTANCE;
    }

    @Override
    public void end(Result result) throws Problem {
        out.print("{");
        JsonText.heading(job, out);
        out.print(",\n ");
        JsonText.rows(result.counts(), out);
        if (show.hasSummary() && job.reduction() != Reduction.NONE) {
            JsonText.result(job, result, out);
            aggregates(result);
        }
        if (style.signature() != null) {
            out.print(",\n \"signature\": ")
                    .print(JsonText.quoted(style.signature().line(job, result)));
        }
        if (show.hasSamples()) {
            out.print(",\n \"samples\": [");
            waiting.flush();
            spool.copyTo(out);
            out.print("\n ]");
        }
        out.print("}").line();
    }

    /** One object a line, so that a million groups can be looked at. */
    private void aggregates(Result result) throws Problem {
        if (job.hasModels()) {
            out.print(",\n \"models\": [");
            array(result.totals());
        }
        if (job.isGrouped()) {
            out.print(",\n \"groups\": [");
            array(result.groups());
        }
    }

    private void array(List<Aggregate> aggregates) throws Problem {
        for (int i = 0; i < aggregates.size(); i++) {
            out.print(i == 0 ? "\n  {" : ",\n  {");
            JsonText.aggregate(job, aggregates.get(i), out);
            out.print("}");
        }
        out.print("\n ]");
    }
}

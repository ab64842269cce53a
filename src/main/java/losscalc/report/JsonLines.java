package losscalc.report;

import java.io.ByteArrayOutputStream;
import java.util.List;
import losscalc.engine.Aggregate;
import losscalc.engine.Computed;
import losscalc.engine.Job;
import losscalc.engine.NoSamples;
import losscalc.engine.Reduction;
import losscalc.engine.Result;
import losscalc.loss.Block;
import losscalc.problem.Problem;

/** JSON Lines: one object a sample as it comes, then one object a group and model, then one for the run. */
final class JsonLines implements Renderer {
    private final Output out;
    private final Style style;
    private final Show show;
    private Job job;
    private Sample sample;

    JsonLines(Output out, Style style) {
        this.out = out;
        this.style = style;
        show = style.show();
    }

    @Override
    public void begin(Job asked) {
        job = asked;
        sample = new Sample(job);
    }

    @Override
    public void samples(Block rows, Computed values) throws Problem {
        if (!show.hasSamples()) {
            return;
        }
        for (int i = 0; i < rows.rows(); i++) {
            sample.take(rows, i, values);
            JsonText.sample(sample, out);
            out.line();
        }
    }

    @Override
    public void handOn() throws Problem {
        out.flush();
    }

    @Override
    public Share share() {
        if (!show.hasSamples()) {
            return NoSamples.INSTANCE;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output part = out.like(bytes, "memory");
        JsonLines other = new JsonLines(part, style);
        other.begin(job);
        return new Portion(out, bytes, part, other);
    }

    @Override
    public void end(Result result) throws Problem {
        if (hasSummary()) {
            aggregates(result.groups());
            if (job.hasModels()) {
                aggregates(result.totals());
            }
            out.print("{");
            JsonText.heading(job, out);
            out.print(", ");
            JsonText.rows(result.counts(), out);
            JsonText.result(job, result, out);
            if (style.signature() != null) {
                out.print(", ");
                signature(result);
            }
            out.print("}").line();
        } else if (style.signature() != null) {
            out.print("{");
            signature(result);
            out.print("}").line();
        }
    }

    @Override
    public boolean tellsSkipped() {
        return hasSummary();
    }

    private boolean hasSummary() {
        return show.hasSummary() && job.reduction() != Reduction.NONE;
    }

    private void aggregates(List<Aggregate> aggregates) throws Problem {
        for (Aggregate aggregate : aggregates) {
            out.print("{");
            JsonText.aggregate(job, aggregate, out);
            out.print("}").line();
        }
    }

    private void signature(Result result) throws Problem {
        out.print("\"signature\": ").print(JsonText.quoted(style.signature().line(job, result)));
    }
}

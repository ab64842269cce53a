package losscalc.report;

import java.util.List;
import losscalc.engine.Job;
import losscalc.engine.Result;
import losscalc.loss.Block;
import losscalc.problem.Problem;

/** CSV or TSV: the samples, one record each, or the aggregates in one record. */
final class Delimited implements Renderer {
    private final Output out;
    private final Show show;
    private final char delimiter;
    private Job job;
    private Sample sample;

    Delimited(Output out, Show show, char delimiter) {
        this.out = out;
        this.show = show;
        this.delimiter = delimiter;
    }

    @Override
    public void begin(Job asked) throws Problem {
        job = asked;
        sample = new Sample(job);
        if (show.hasSamples()) {
            record(sample.titles(true, true));
        }
    }

    @Override
    public void samples(Block rows, double[] loss, double[][] gradient) throws Problem {
        if (!show.hasSamples()) {
            return;
        }
        for (int i = 0; i < rows.rows(); i++) {
            sample.take(rows, i, loss, gradient);
            sample();
        }
    }

    private void sample() throws Problem {
        out.print(sample.row());
        if (sample.label() != null) {
            field(sample.label());
        } else {
            fields(sample.target());
        }
        fields(sample.prediction());
        if (sample.hasWorking()) {
            field("");
            if (!Double.isNaN(sample.working())) {
                out.print(sample.working());
            }
        }
        separator();
        out.print(sample.loss());
        fields(sample.gradient());
        out.line();
    }

    @Override
    public void end(Result result) throws Problem {
        if (show.hasSamples()) {
            return;
        }
        record(List.of("loss", "value", "mean", "sum", "min", "max", "read", "used", "skipped"));
        out.print(job.card().name());
        fields(
                result.value(job.reduction()),
                result.mean(),
                result.sum(),
                result.min().value(),
                result.max().value());
        separator();
        out.print(result.counts().read());
        separator();
        out.print(result.counts().used());
        separator();
        out.print(result.counts().skipped()).line();
    }

    private void separator() throws Problem {
        out.print(delimiter == ',' ? "," : "\t");
    }

    private void fields(double... numbers) throws Problem {
        for (double x : numbers) {
            separator();
            out.print(x);
        }
    }

    private void field(String text) throws Problem {
        separator();
        out.print(quoted(text));
    }

    private void record(List<String> fields) throws Problem {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                separator();
            }
            out.print(quoted(fields.get(i)));
        }
        out.line();
    }

    /** In quotes where it must be (RFC 4180). */
    private String quoted(String text) {
        boolean plain = text.indexOf(delimiter) < 0
                && text.indexOf('"') < 0
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0;
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}

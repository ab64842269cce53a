package losscalc.report;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Aggregate;
import losscalc.engine.Computed;
import losscalc.engine.Job;
import losscalc.engine.NoSamples;
import losscalc.engine.Result;
import losscalc.input.Dialect;
import losscalc.loss.Block;
import losscalc.problem.Problem;

/**
 * CSV or TSV: the samples, each as its record stands in the file with the loss behind it, or the
 * aggregates, one record each.
 */
final class Delimited implements Renderer {
    private final Output out;
    private final Style style;
    private final Show show;
    private final char delimiter;
    private Job job;
    /** The names that stand in the header. */
    private List<String> columns;

    Delimited(Output out, Style style, char delimiter) {
        this.out = out;
        this.style = style;
        show = style.show();
        this.delimiter = delimiter;
    }

    @Override
    public void begin(Job asked) throws Problem {
        job = asked;
        if (show.hasSamples() && job.data().header() != null) {
            columns = new ArrayList<>(job.data().columns());
            out.print(job.data().header());
            titles("loss", job.hasModels());
            if (job.gradient()) {
                titles("gradient", job.predictions().size() > 1);
            }
            if (job.hessian()) {
                titles("hessian", job.predictions().size() > 1);
            }
            if (job.top() > 0) {
                titles("share", false);
            }
            out.line();
        }
    }

    @Override
    public void samples(Block rows, Computed values) throws Problem {
        if (!show.hasSamples()) {
            return;
        }
        for (int i = 0; i < rows.rows(); i++) {
            out.print(rows.texts()[i]);
            fields(values.loss(), i);
            fields(values.gradient(), i);
            fields(values.hessian(), i);
            if (values.share() != null) {
                separator();
                out.print(values.share()[i]);
            }
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
        Delimited other = new Delimited(part, style, delimiter);
        other.job = job;
        return new Portion(out, bytes, part, other);
    }

    @Override
    public boolean tellsSkipped() {
        // How many the summary does say, but not why.
        return false;
    }

    @Override
    public void end(Result result) throws Problem {
        if (show.hasSamples()) {
            return;
        }
        List<String> titles = new ArrayList<>(SummaryTable.titles(job));
        titles.add(0, "loss");
        titles.add("read");
        titles.add("skipped");
        if (style.signature() != null) {
            titles.add("signature");
        }
        record(titles);
        aggregates(result.groups(), result);
        aggregates(result.totals(), result);
    }

    private void aggregates(List<Aggregate> aggregates, Result result) throws Problem {
        for (Aggregate aggregate : aggregates) {
            List<String> row = SummaryTable.row(job, aggregate, Math.min(0, style.digits()));
            row.add(0, job.card().name());
            row.add(Long.toString(result.counts().read()));
            row.add(Long.toString(result.counts().skipped()));
            if (style.signature() != null) {
                row.add(style.signature().line(job, result));
            }
            record(row);
        }
    }

    private void titles(String role, boolean named) throws Problem {
        for (String name : named ? job.predictions() : List.of("")) {
            separator();
            out.print(Dialect.quoted(free(named ? role + " " + name : role), delimiter));
        }
    }

    /** A name that no column has yet: loss, or where the file has one already loss_2. */
    private String free(String name) {
        String free = name;
        for (int i = 2; columns.contains(free); i++) {
            free = name + "_" + i;
        }
        columns.add(free);
        return free;
    }

    private void fields(double[][] columns, int i) throws Problem {
        for (double[] column : columns) {
            separator();
            out.print(column[i]);
        }
    }

    private void separator() throws Problem {
        out.print(delimiter == ',' ? "," : "\t");
    }

    private void record(List<String> fields) throws Problem {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                separator();
            }
            out.print(Dialect.quoted(fields.get(i), delimiter));
        }
        out.line();
    }
}

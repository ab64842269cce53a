package losscalc.report;

import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Computed;
import losscalc.engine.Job;
import losscalc.engine.NoSamples;
import losscalc.engine.Reduction;
import losscalc.engine.Result;
import losscalc.loss.Block;
import losscalc.problem.Problem;

/** Markdown tables: one of the samples, one of the aggregates. */
final class Markdown implements Renderer {
    private final Output out;
    private final Style style;
    private final Show show;
    private final int digits;
    private Job job;
    private boolean withSamples;
    private Sample sample;

    Markdown(Output out, Style style) {
        this.out = out;
        this.style = style;
        show = style.show();
        digits = style.digits();
    }

    @Override
    public void begin(Job asked) throws Problem {
        job = asked;
        withSamples = show.hasSamples() && !job.card().isOfSets();
        sample = new Sample(job);
        if (withSamples) {
            List<String> titles = sample.titles(true, true);
            if (sample.hasShare()) {
                titles.add("share");
            }
            titles(titles);
        }
    }

    @Override
    public void samples(Block rows, Computed values) throws Problem {
        if (!withSamples) {
            return;
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < rows.rows(); i++) {
            cells.clear();
            sample.take(rows, i, values);
            sample.cells(true, true, digits, cells);
            if (sample.hasShare()) {
                cells.add(Sample.percent(sample.share()));
            }
            row(cells);
        }
    }

    @Override
    public Share share() {
        return withSamples ? null : NoSamples.INSTANCE;
    }

    @Override
    public void end(Result result) throws Problem {
        if (show.hasSummary() && job.reduction() != Reduction.NONE) {
            out.print(withSamples ? "\n" : "");
            titles(SummaryTable.titles(job));
            for (List<String> cells : SummaryTable.rows(job, result, digits)) {
                row(cells);
            }
            if (result.counts().skipped() > 0) {
                out.print("\nOf ").print(result.counts().read()).print(" rows read, ");
                out.print(result.counts().skipped()).print(" were skipped.").line();
            }
        }
        if (style.signature() != null) {
            out.print("\n`")
                    .print(style.signature().line(job, result).replace('`', '\''))
                    .print("`")
                    .line();
        }
    }

    private void titles(List<String> titles) throws Problem {
        row(titles);
        for (int i = 0; i < titles.size(); i++) {
            out.print("|---:");
        }
        out.print("|").line();
    }

    private void row(List<String> cells) throws Problem {
        for (String cell : cells) {
            out.print("| ").print(escaped(cell)).print(" ");
        }
        out.print("|").line();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ").replace("\r", " ");
    }
}

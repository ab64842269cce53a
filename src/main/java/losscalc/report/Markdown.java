package losscalc.report;

import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Aggregate;
import losscalc.engine.Computed;
import losscalc.engine.Job;
import losscalc.engine.NoSamples;
import losscalc.engine.Reduction;
import losscalc.engine.Result;
import losscalc.loss.Block;
import losscalc.problem.Echo;
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
            titles(titles, 0);
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
            row(cells, sample.hasLabel() ? 2 : 0, false);
        }
    }

    @Override
    public Share share() {
        return withSamples ? null : NoSamples.INSTANCE;
    }

    @Override
    public void end(Result result) throws Problem {
        boolean withSummary = show.hasSummary() && job.reduction() != Reduction.NONE;
        if (withSummary) {
            out.print(withSamples ? "\n" : "");
            summary(result);
        }
        if (result.counts().skipped() > 0) {
            out.print(withSamples || withSummary ? "\n" : "");
            out.print(result.counts().skippedText()).line();
        }
        if (style.signature() != null) {
            out.print("\n`")
                    .print(style.signature().line(job, result).replace('`', '\''))
                    .print("`")
                    .line();
        }
    }

    private void summary(Result result) throws Problem {
        int names = job.groups().size() + (job.hasModels() ? 1 : 0);
        titles(SummaryTable.titles(job), names);
        for (Aggregate aggregate : result.groups()) {
            row(SummaryTable.row(job, aggregate, digits), names, false);
        }
        int best = job.hasModels() ? result.best(job) : -1;
        for (int k = 0; k < result.totals().size(); k++) {
            row(SummaryTable.row(job, result.totals().get(k), digits), names, k == best);
        }
    }

    /** The first columns hold names, the others numbers. */
    private void titles(List<String> titles, int names) throws Problem {
        row(titles, titles.size(), false);
        out.print("|---".repeat(names)).print("|---:".repeat(titles.size() - names));
        out.print("|").line();
    }

    /**
     * @param names how many of the cells are names
     * @param strong whether the last of them stands out
     */
    private void row(List<String> cells, int names, boolean strong) throws Problem {
        for (int i = 0; i < cells.size(); i++) {
            String cell = i < names ? escaped(cells.get(i)) : cells.get(i);
            out.print("| ")
                    .print(strong && i + 1 == names ? "**" + cell + "**" : cell)
                    .print(" ");
        }
        out.print("|").line();
    }

    /** What Markdown would read as more than a character has a backslash before it. */
    private static String escaped(String raw) {
        String text = Echo.plain(raw);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean special = c == '_' ? !isInside(text, i) : "\\|`*<&~$[]".indexOf(c) >= 0;
            out.append(special ? "\\" : "").append(c);
        }
        return out.toString();
    }

    /** A low line between letters or digits is no emphasis. */
    private static boolean isInside(String text, int i) {
        return i > 0
                && i + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(i - 1))
                && Character.isLetterOrDigit(text.charAt(i + 1));
    }
}

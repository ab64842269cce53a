package losscalc.report;

import java.util.List;
import losscalc.engine.Aggregate;
import losscalc.engine.Job;
import losscalc.engine.Result;
import losscalc.problem.Echo;
import losscalc.problem.Problem;

/**
 * One line of text a group and a model. Up to {@value #HELD} lines are held, so that the columns fit; of more, those
 * make the widths, and the others come as they are made.
 */
final class SummaryText {
    private static final int HELD = 10_000;

    private final Job job;
    private final Style style;
    /** How many columns name the line. */
    private final int names;

    private Table lines;
    private boolean streaming;

    SummaryText(Job job, Style style) {
        this.job = job;
        this.style = style;
        names = job.groups().size() + (job.hasModels() ? 1 : 0);
    }

    void print(Result result, Output out) throws Problem {
        List<String> titles = SummaryTable.titles(job);
        if (job.hasModels()) {
            titles.set(names - 1, "  " + titles.get(names - 1));
        }
        lines = new Table(titles, style);
        for (int k = 0; k < names; k++) {
            if (SummaryTable.isOfWords(result, k)) {
                lines.alignLeft(k);
            }
        }
        for (Aggregate aggregate : result.groups()) {
            add(aggregate, "  ");
            printMany(out);
        }
        int best = job.hasModels() ? result.best(job) : 0;
        for (int k = 0; k < result.totals().size(); k++) {
            if (k == best) {
                lines.emphasize(lines.size(), names + Figures.chosen(job) + 1);
            }
            add(result.totals().get(k), k == best ? "* " : "  ");
        }
        if (streaming) {
            lines.printRows(out);
        } else {
            lines.print(names, out);
        }
        if (result.counts().skipped() > 0) {
            out.print("\n").print(result.counts().skippedText()).line();
        }
    }

    /** The best of several models has a mark before its name, the others blanks. */
    private void add(Aggregate aggregate, String mark) {
        List<String> cells = SummaryTable.row(job, aggregate, style.digits());
        for (int k = 0; k < names; k++) {
            String name = Echo.plain(cells.get(k));
            cells.set(k, job.hasModels() && k + 1 == names ? mark + name : name);
        }
        lines.add(cells);
    }

    private void printMany(Output out) throws Problem {
        if (lines.size() == HELD) {
            if (!streaming) {
                lines.printTitles(out);
            }
            streaming = true;
            lines.printRows(out);
        }
    }
}

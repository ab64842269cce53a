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
import losscalc.problem.Problem;

/** Two tables in a markup language: one of the samples, one of the aggregates. */
abstract class MarkupTables implements Renderer {
    /** Where they go. */
    protected final Output out;
    /** How they are to look. */
    protected final Style style;

    private Job job;
    private Sample sample;
    private boolean withSamples;
    private boolean withSummary;

    MarkupTables(Output out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** Begins a table: of the columns, the first so many hold names, the others numbers. */
    abstract void beginTable(List<String> titles, int names) throws Problem;

    /**
     * Prints a line of the table.
     *
     * @param names how many of the cells, at most, hold names
     * @param best whether it is that of the best of several models
     */
    abstract void row(List<String> cells, int names, boolean best) throws Problem;

    /** Parts the groups from the total. */
    void beginTotals() throws Problem {}

    /** Ends a table. */
    void endTable() throws Problem {}

    /** Prints what stands behind the tables, if anything does. */
    abstract void notes(Job of, Result result, boolean behindTables) throws Problem;

    @Override
    public void begin(Job asked) throws Problem {
        job = asked;
        sample = new Sample(job);
        withSamples = style.show().hasSamples() && !job.card().isOfSets();
        withSummary = style.show().hasSummary() && job.reduction() != Reduction.NONE;
        if (withSamples) {
            List<String> titles = sample.titles(true, true);
            if (sample.hasShare()) {
                titles.add("share");
            }
            beginTable(titles, 0);
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
            sample.cells(true, true, style.digits(), cells);
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
        if (withSamples) {
            endTable();
        }
        if (withSummary) {
            out.print(withSamples ? "\n" : "");
            summary(result);
        }
        notes(job, result, withSamples || withSummary);
    }

    private void summary(Result result) throws Problem {
        int names = job.groups().size() + (job.hasModels() ? 1 : 0);
        beginTable(SummaryTable.titles(job), names);
        for (Aggregate aggregate : result.groups()) {
            row(SummaryTable.row(job, aggregate, style.digits()), names, false);
        }
        if (job.isGrouped()) {
            beginTotals();
        }
        int best = job.hasModels() ? result.best(job) : -1;
        for (int k = 0; k < result.totals().size(); k++) {
            row(SummaryTable.row(job, result.totals().get(k), style.digits()), names, k == best);
        }
        endTable();
    }
}

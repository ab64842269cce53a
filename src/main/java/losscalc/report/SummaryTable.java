package losscalc.report;

import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Aggregate;
import losscalc.engine.Job;
import losscalc.engine.Result;
import losscalc.num.DecimalReader;

/** The aggregates as a table: one line a group and model, the total last. */
final class SummaryTable {
    /** What stands in the first grouping column of the line of all rows together. */
    static final String TOTAL = "total";

    private SummaryTable() {}

    static List<String> titles(Job job) {
        List<String> titles = new ArrayList<>(job.groups());
        if (job.hasModels()) {
            titles.add("model");
        }
        titles.add("n");
        titles.addAll(Figures.names(job));
        return titles;
    }

    /** Whether one of the columns that name a line, a grouping column or the models', holds words and not numbers. */
    static boolean isOfWords(Result result, int column) {
        for (Aggregate aggregate : result.groups()) {
            if (column < aggregate.group().size()
                    && DecimalReader.kind(aggregate.group().get(column), '.') != DecimalReader.Kind.NUMBER) {
                return true;
            }
        }
        return result.groups().isEmpty()
                || column == result.groups().get(0).group().size();
    }

    static List<List<String>> rows(Job job, Result result, int digits) {
        List<List<String>> rows = new ArrayList<>();
        for (Aggregate aggregate : result.groups()) {
            rows.add(row(job, aggregate, digits));
        }
        int best = job.hasModels() ? result.best(job) : -1;
        for (int k = 0; k < result.totals().size(); k++) {
            List<String> row = row(job, result.totals().get(k), digits);
            if (digits > 0 && k == best) {
                int model = job.groups().size();
                row.set(model, "* " + row.get(model));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The cells of one line; with 0 digits, as many as read back to the same numbers. */
    static List<String> row(Job job, Aggregate aggregate, int digits) {
        List<String> row = new ArrayList<>(aggregate.group());
        for (int i = row.size(); i < job.groups().size(); i++) {
            row.add(i == 0 ? TOTAL : "");
        }
        if (job.hasModels()) {
            row.add(aggregate.model());
        }
        row.add(Long.toString(aggregate.n()));
        row.addAll(Figures.texts(job, aggregate, digits));
        return row;
    }
}

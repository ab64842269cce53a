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

    private static final int FIRST = 1000;

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

    /**
     * Whether one of the columns that name a line, a grouping column or the models', holds words and not numbers:
     * the first groups tell, and the last, for numbers come before words.
     */
    static boolean isOfWords(Result result, int column) {
        List<Aggregate> groups = result.groups();
        int last = groups.size() - 1;
        for (int i = 0; i <= last; i = i < FIRST ? i + 1 : Math.max(i + 1, last)) {
            List<String> group = groups.get(i).group();
            if (column == group.size() || DecimalReader.kind(group.get(column), '.') != DecimalReader.Kind.NUMBER) {
                return true;
            }
        }
        return groups.isEmpty();
    }

    /** What names the line of an aggregate: the texts of its group, and its model where there are several. */
    static List<String> names(Job job, Aggregate aggregate) {
        List<String> names = new ArrayList<>(aggregate.group());
        for (int i = names.size(); i < job.groups().size(); i++) {
            names.add(i == 0 ? TOTAL : "");
        }
        if (job.hasModels()) {
            names.add(aggregate.model());
        }
        return names;
    }

    /** The cells of one line; with 0 digits, as many as read back to the same numbers. */
    static List<String> row(Job job, Aggregate aggregate, int digits) {
        List<String> row = names(job, aggregate);
        row.add(Long.toString(aggregate.n()));
        row.addAll(Figures.texts(job, aggregate, digits));
        return row;
    }
}

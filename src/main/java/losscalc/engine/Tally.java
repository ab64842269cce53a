package losscalc.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import losscalc.input.Counts;
import losscalc.loss.Block;
import losscalc.loss.Formula;
import losscalc.loss.Row;
import losscalc.loss.SetFormula;
import losscalc.problem.Echo;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/**
 * What is kept of all losses: a {@link Bin} for each model, and where there are groups for each group and
 * model. Each worker has its own; merged, they give the same figures whatever the split.
 */
final class Tally {
    /** Groups and models are kept in memory, a kilobyte or two each. */
    private static final int MOST_BINS = 2_000_000;

    private final Job job;
    private final SetFormula set;
    private final Bin[] totals;
    /** By the group's key; null without groups. */
    private final Map<String, Bin[]> groups;

    private long infinite;
    private long firstInfinite = Long.MAX_VALUE;
    private Where whereInfinite;

    Tally(Job job, Formula formula) {
        this.job = job;
        set = formula instanceof SetFormula ? (SetFormula) formula : null;
        totals = bins();
        groups = job.isGrouped() ? new HashMap<>() : null;
    }

    /** Takes in the losses of a block: one array a model. */
    void add(Block rows, double[][] loss) throws Problem {
        for (int k = 0; k < totals.length; k++) {
            totals[k].addAll(rows, loss[k]);
            for (int i = 0; rows.decimals() != null && i < rows.rows(); i++) {
                totals[k].addExact(rows.decimals(), k, i);
            }
            if (totals[k].hasInfinity()) {
                noteInfinities(rows, loss[k]);
            }
        }
        if (groups != null) {
            for (int i = 0; i < rows.rows(); i++) {
                Bin[] bins = group(rows, i);
                for (int k = 0; k < bins.length; k++) {
                    bins[k].add(rows, i, loss[k][i]);
                    if (rows.decimals() != null) {
                        bins[k].addExact(rows.decimals(), k, i);
                    }
                }
            }
        }
    }

    /** Takes in the rows of a block, where only a set of rows has a loss: one view of the block a model. */
    void addToSets(Block[] models) throws Problem {
        for (int k = 0; k < models.length; k++) {
            Block rows = models[k];
            Row row = new Row(rows.layout());
            for (int i = 0; i < rows.rows(); i++) {
                row.take(rows, i);
                double weight = rows.weights() == null ? 1 : rows.weights()[i];
                if (groups == null || !set.isOfGroups()) {
                    totals[k].add(row, weight);
                }
                if (groups != null) {
                    group(rows, i)[k].add(row, weight);
                }
            }
        }
    }

    /** Takes in all that another tally of the same job holds, but for groups: these are read by one worker alone. */
    void merge(Tally other) {
        merge(totals, other.totals);
        infinite += other.infinite;
        if (other.firstInfinite < firstInfinite) {
            firstInfinite = other.firstInfinite;
            whereInfinite = other.whereInfinite;
        }
    }

    /**
     * The figures.
     *
     * @param counts what became of the rows
     * @param where the first file, for a message about the whole of the data
     * @throws Problem when there is no row, or all weights are zero
     */
    Result result(Counts counts, Where where) throws Problem {
        if (groups != null && set != null && set.isOfGroups()) {
            mergeGroups();
        }
        if (counts.read() == 0) {
            throw Problem.data(where, "no data rows: the mean is undefined", "there is a header and nothing below it");
        }
        if (totals[0].n() == 0) {
            throw Problem.data(
                    where,
                    "no rows left, the mean is undefined: " + counts.skippedText(),
                    counts.ignored() == counts.read()
                            ? "all of them have the class of --ignore-index"
                            : "without the skipping, the first of them are shown with what is wrong");
        }
        if (totals[0].isWeightless()) {
            throw weightless(where, "the weights");
        }
        List<Aggregate> groupLines = groups == null ? List.of() : groupLines(where);
        List<Aggregate> all = new ArrayList<>();
        for (int k = 0; k < totals.length; k++) {
            all.add(totals[k].aggregate(List.of(), job.modelName(k)));
        }
        return new Result(counts, groupLines, all, infinite, whereInfinite);
    }

    private List<Aggregate> groupLines(Where where) throws Problem {
        Groups lines = new Groups(job, groups);
        List<String> weightless = lines.weightless();
        if (weightless != null) {
            throw weightless(where, "the weights of the group " + Echo.quoted(String.join(", ", weightless)));
        }
        return lines;
    }

    private static Problem weightless(Where where, String what) {
        return Problem.data(
                where, what + " sum to zero: the mean is undefined", "at least one weight above 0 was wanted");
    }

    /** Makes the total of a loss that is one of groups. */
    private void mergeGroups() {
        for (Bin[] group : groups.values()) {
            for (Bin bin : group) {
                bin.close();
            }
            merge(totals, group);
        }
    }

    private void noteInfinities(Block rows, double[] loss) {
        for (int i = 0; i < rows.rows(); i++) {
            if (Double.isInfinite(loss[i])) {
                infinite++;
                if (rows.number(i) < firstInfinite) {
                    firstInfinite = rows.number(i);
                    whereInfinite = Where.line(rows.file(i), rows.line(i));
                }
            }
        }
    }

    /** The bins of the group of row i of a block. */
    private Bin[] group(Block rows, int i) throws Problem {
        String key = rows.groups()[i];
        Bin[] bins = groups.get(key);
        if (bins == null) {
            if ((groups.size() + 1L) * totals.length > MOST_BINS) {
                throw Problem.data(
                        Where.line(rows.file(i), rows.line(i)),
                        "more than " + MOST_BINS / totals.length + " groups",
                        "is the column of --by one that names each row?");
            }
            bins = bins();
            groups.put(key, bins);
        }
        return bins;
    }

    private Bin[] bins() {
        Bin[] bins = new Bin[job.models()];
        for (int k = 0; k < bins.length; k++) {
            bins[k] = new Bin(job.figures(), set == null ? null : set.start());
        }
        return bins;
    }

    private static void merge(Bin[] into, Bin[] from) {
        for (int k = 0; k < into.length; k++) {
            into[k].merge(from[k]);
        }
    }
}

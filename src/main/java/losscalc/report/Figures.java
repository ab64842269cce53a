package losscalc.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Aggregate;
import losscalc.engine.Job;
import losscalc.engine.SampleFigures;

/** The figures of an aggregate with their names: the same in every form of output. */
final class Figures {
    private Figures() {}

    /** Their names, {@code n} aside, in order. */
    static List<String> names(Job job) {
        List<String> names = new ArrayList<>();
        if (job.card().isOfSets()) {
            names.add("value");
            names.addAll(job.details());
            return names;
        }
        names.add("mean");
        names.add("sum");
        if (job.figures().spread()) {
            names.add("std");
            names.add("sem");
        }
        if (job.reduction().isExtra()) {
            names.add(job.reduction().word());
        }
        for (BigDecimal level : job.figures().quantiles()) {
            names.add("q" + level.toPlainString());
        }
        names.add("min");
        names.add("max");
        return names;
    }

    /** Which of them is the value of the run. */
    static int chosen(Job job) {
        return Math.max(0, names(job).indexOf(job.reduction().word()));
    }

    /** Their values as text, in the same order: a spread that one sample cannot have, alone or alone with a weight, is a hyphen. */
    static List<String> texts(Job job, Aggregate aggregate, int digits) {
        List<String> names = names(job);
        double[] values = values(job, aggregate);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            boolean isOne = aggregate.n() < 2 || Double.isNaN(values[i]) && Double.isFinite(aggregate.mean());
            boolean none = digits > 0
                    && isOne
                    && (names.get(i).equals("std") || names.get(i).equals("sem"));
            texts.add(none ? "-" : Sample.text(values[i], digits));
        }
        return texts;
    }

    /** Their values in the same order. */
    static double[] values(Job job, Aggregate aggregate) {
        double[] values = new double[names(job).size()];
        int at = 0;
        values[at++] = aggregate.mean();
        if (job.card().isOfSets()) {
            System.arraycopy(aggregate.details(), 0, values, at, aggregate.details().length);
            return values;
        }
        SampleFigures samples = aggregate.samples();
        values[at++] = samples.sum();
        if (job.figures().spread()) {
            values[at++] = samples.spread().standardDeviation();
            values[at++] = samples.spread().standardError();
        }
        if (job.reduction().isExtra()) {
            values[at++] = samples.reduced();
        }
        for (double quantile : samples.quantiles()) {
            values[at++] = quantile;
        }
        values[at++] = samples.min().value();
        values[at] = samples.max().value();
        return values;
    }
}

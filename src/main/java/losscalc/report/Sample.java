package losscalc.report;

import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Computed;
import losscalc.engine.Job;
import losscalc.loss.Block;
import losscalc.loss.Layout;
import losscalc.loss.Row;
import losscalc.loss.Scale;
import losscalc.loss.Working;
import losscalc.num.DecimalWriter;

/** One sample, gathered from the columns of a block: what every form of output shows of it. */
final class Sample {
    private final Job job;
    private final Working working;
    private final boolean oneHot;
    private final Row numbers;
    private final double[] target;
    private final double[] gradient;
    private final double[] hessian;
    private final double[] loss;
    private double share;
    private long row;

    Sample(Job job) {
        this.job = job;
        Layout layout = job.data().layout();
        int m = job.predictions().size();
        boolean hasNoProbability = job.setup().scale() != Scale.PROBABILITY;
        boolean hasNoResidual = layout.targets() > 1;
        Working step = job.card().working();
        working = step == Working.TRUE_PROBABILITY && hasNoProbability || step == Working.RESIDUAL && hasNoResidual
                ? Working.NONE
                : step;
        // A class in one column has become a one-hot row; it is shown as what it was.
        oneHot = job.data().targets().size() < layout.targets();
        numbers = new Row(layout);
        target = oneHot ? new double[1] : numbers.target();
        gradient = new double[job.gradient() ? m : 0];
        hessian = new double[job.hessian() ? m : 0];
        loss = new double[job.models()];
    }

    /** Takes over row i. */
    void take(Block rows, int i, Computed values) {
        row = rows.number(i);
        numbers.take(rows, i);
        if (oneHot) {
            int c = 0;
            while (c < numbers.target().length - 1 && numbers.target()[c] != 1) {
                c++;
            }
            target[0] = c;
        }
        copy(values.loss(), i, loss);
        copy(values.gradient(), i, gradient);
        copy(values.hessian(), i, hessian);
        share = values.share() == null ? Double.NaN : values.share()[i];
    }

    private static void copy(double[][] columns, int i, double[] into) {
        for (int k = 0; k < into.length; k++) {
            into[k] = columns[k][i];
        }
    }

    long row() {
        return row;
    }

    double[] target() {
        return target;
    }

    /** Whether the target names a class. */
    boolean hasLabel() {
        return oneHot && job.data().classes() != null;
    }

    /** The name of the class that the target names, or null when the target is a number. */
    String label() {
        return hasLabel() ? job.data().classes().get((int) target[0]) : null;
    }

    double[] prediction() {
        return numbers.prediction();
    }

    /** Whether there is a step on the way to show. */
    boolean hasWorking() {
        return working != Working.NONE && !job.hasModels();
    }

    /** The step on the way to the loss; NaN when this row has none. */
    double working() {
        return working.of(numbers.target(), numbers.prediction());
    }

    /** The loss of each model; of one model where there are no several. */
    double[] loss() {
        return loss;
    }

    double[] gradient() {
        return gradient;
    }

    double[] hessian() {
        return hessian;
    }

    /** Whether each sample has its share of the sum. */
    boolean hasShare() {
        return job.top() > 0;
    }

    /** Its share of the sum. */
    double share() {
        return share;
    }

    /** What a contribution is of a sum; NaN where there is nothing to share. */
    static double share(double contribution, double sum) {
        return Double.isInfinite(sum) ? Double.NaN : contribution / sum;
    }

    /** A share in per cent with one decimal; a hyphen where there is no total to share. */
    static String percent(double share) {
        if (!(Math.abs(share) <= 1e3)) {
            return "-";
        }
        long tenths = Math.round(share * 1000);
        String digits = Long.toString(Math.abs(tenths) / 10) + "." + Math.abs(tenths) % 10 + "%";
        return tenths < 0 ? "-" + digits : digits;
    }

    /**
     * The titles of the columns in a form with one line a sample.
     *
     * @param targets whether the targets have columns
     * @param predictions whether the predictions have columns
     */
    List<String> titles(boolean targets, boolean predictions) {
        List<String> titles = new ArrayList<>();
        titles.add("row");
        if (targets) {
            add("target", job.data().targets(), titles);
        }
        if (predictions) {
            add("prediction", job.predictions(), titles);
        }
        if (hasWorking()) {
            titles.add(working.title());
        }
        if (job.hasModels()) {
            add("loss", job.predictions(), titles);
        } else {
            titles.add("loss");
        }
        if (gradient.length > 0) {
            add("gradient", job.predictions(), titles);
        }
        if (hessian.length > 0) {
            add("hessian", job.predictions(), titles);
        }
        return titles;
    }

    /** A single column is called by its role, several by their names. */
    private static void add(String role, List<String> names, List<String> titles) {
        for (String name : names) {
            titles.add(
                    names.size() == 1
                            ? role
                            : role.equals("target") || role.equals("prediction") ? name : role + " " + name);
        }
    }

    /** The same columns as text; an empty text where this row has no value. */
    void cells(boolean targets, boolean predictions, int digits, List<String> cells) {
        cells.add(Long.toString(row));
        if (targets) {
            if (label() != null) {
                cells.add(label());
            } else {
                addAll(target, digits, cells);
            }
        }
        if (predictions) {
            addAll(prediction(), digits, cells);
        }
        if (hasWorking()) {
            double step = working();
            cells.add(Double.isNaN(step) ? "" : text(step, digits));
        }
        addAll(loss, digits, cells);
        addAll(gradient, digits, cells);
        addAll(hessian, digits, cells);
    }

    private static void addAll(double[] numbers, int digits, List<String> cells) {
        for (double x : numbers) {
            cells.add(text(x, digits));
        }
    }

    /** With so many significant digits; 0 for as many as read back to the same number, {@link Style#HEX}. */
    static String text(double x, int digits) {
        if (digits == Style.HEX) {
            return Double.toHexString(x);
        }
        return digits == 0 ? DecimalWriter.toString(x) : DecimalWriter.round(x, digits);
    }
}

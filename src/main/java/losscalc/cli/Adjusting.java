package losscalc.cli;

import java.util.Arrays;
import java.util.List;
import losscalc.input.Description;
import losscalc.loss.Adjustments;
import losscalc.loss.Divisor;
import losscalc.loss.Interval;
import losscalc.loss.Target;
import losscalc.problem.Echo;
import losscalc.problem.Problem;

/** What the options that change the formula come to. */
final class Adjusting {
    private static final Interval BELOW_HALF = Interval.open(0, 0.5);

    private final CommandLineReader words;

    Adjusting(CommandLineReader words) {
        this.words = words;
    }

    /**
     * All but the weights of labels, which the file may name.
     *
     * @param ofRoot whether the value is the root of the mean: it is in percent where each loss is in squared percent
     */
    Adjustments adjustments(boolean ofRoot) throws Problem {
        double hundred = ofRoot ? 100 * 100 : 100;
        double factor = (words.has(Option.HALF) ? 0.5 : 1) * (words.has(Option.PERCENT) ? hundred : 1);
        int base = Words.choice("--log-base", words.word(Option.LOG_BASE), List.of("e", "2", "10"));
        return new Adjustments(
                words.has(Option.NORMALIZE),
                number(Option.CLIP, BELOW_HALF, 0),
                words.has(Option.RENORMALIZE),
                number(Option.LOG_FLOOR, Interval.NON_POSITIVE, Double.NEGATIVE_INFINITY),
                number(Option.LABEL_SMOOTHING, Interval.UNIT, 0),
                null,
                factor,
                base == 0 ? Double.NaN : base == 1 ? 2 : 10);
    }

    private double number(Option option, Interval range, double otherwise) throws Problem {
        String word = words.word(option);
        return word == null ? otherwise : Words.number(option.longName(), word, range);
    }

    /**
     * What the losses of the labels are multiplied by, or null.
     *
     * @param kind what a target is
     * @param classWeights the weights of the classes, or null
     */
    double[] labelWeights(Target kind, double[] classWeights) throws Problem {
        if (words.word(Option.POS_WEIGHT) == null) {
            return classWeights;
        }
        if (kind == Target.CLASS) {
            throw Problem.usage("--pos-weight is for two labels", "--class-weight a=1,b=2 is for more");
        }
        if (classWeights != null) {
            throw Problem.usage(
                    "--pos-weight and --class-weight both weigh the label 1",
                    "one of them with the product of both; only --class-weight divides the mean by the weights");
        }
        double positive = Words.number("--pos-weight", words.word(Option.POS_WEIGHT), Interval.NON_NEGATIVE);
        return new double[] {1, positive};
    }

    /**
     * The weights of the classes in their order; null where none was said.
     *
     * @param kind what a target is
     * @param columns the columns that were chosen
     */
    double[] classWeights(Target kind, Description columns) throws Problem {
        String word = words.word(Option.CLASS_WEIGHT);
        if (word == null) {
            return null;
        }
        List<String> names = names(kind, columns);
        double[] weights =
                new double[kind == Target.CLASS ? columns.predictions().size() : 2];
        Arrays.fill(weights, Double.NaN);
        for (String part : Words.list(word)) {
            int at = part.lastIndexOf('=');
            if (at <= 0) {
                throw Problem.usage(
                        "--class-weight: " + Echo.quoted(part) + " is no class=weight", "--class-weight a=1,b=2.5");
            }
            String label = Words.unquoted(part.substring(0, at));
            int c = place(label, names, kind, weights.length);
            if (!Double.isNaN(weights[c])) {
                throw Problem.usage("--class-weight: " + Echo.quoted(label) + " has two weights", null);
            }
            weights[c] =
                    Words.number("--class-weight " + Echo.plain(label), part.substring(at + 1), Interval.NON_NEGATIVE);
        }
        for (int c = 0; c < weights.length; c++) {
            weights[c] = Double.isNaN(weights[c]) ? 1 : weights[c];
        }
        return weights;
    }

    /** The names of the labels in their order, or null where they have none. */
    private List<String> names(Target kind, Description columns) {
        if (kind == Target.CLASS) {
            return columns.classes() != null || columns.targets().size() == 1 ? columns.classes() : columns.targets();
        }
        String classes = words.word(Option.CLASSES);
        return classes == null ? null : Words.list(classes);
    }

    private int place(String label, List<String> names, Target kind, int classes) throws Problem {
        int named = names == null ? -1 : names.indexOf(label);
        if (named < 0 && label.equals(words.word(Option.POSITIVE))) {
            named = 1;
        }
        for (int c = 0; named < 0 && c < classes; c++) {
            int index = kind == Target.SIGN ? 2 * c - 1 : c;
            named = label.equals(Integer.toString(index)) || kind == Target.SIGN && c == 1 && label.equals("+1")
                    ? c
                    : named;
        }
        if (named < 0) {
            String wanted =
                    names != null ? String.join(", ", names) : kind == Target.SIGN ? "-1, 1" : "0.." + (classes - 1);
            throw Problem.usage(
                    "--class-weight: no class is called " + Echo.quoted(label),
                    "the classes are " + Echo.plain(wanted));
        }
        return named;
    }

    /** What the weighted sum is divided by for the mean; null where that is the sum of the rows' weights. */
    Divisor divisor(Target kind, double[] classWeights, Description columns) throws Problem {
        int over = Words.choice("--mean-over", words.word(Option.MEAN_OVER), List.of("weights", "rows", "index"));
        boolean isIndex = kind == Target.CLASS && columns.targets().size() == 1;
        if (over == 1 || over == 2 && !isIndex) {
            return new Divisor(true, null, 0);
        }
        int labels = kind == Target.CLASS ? 0 : columns.targets().size();
        return classWeights == null ? null : new Divisor(false, classWeights, labels);
    }
}

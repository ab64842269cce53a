package losscalc.loss;

import java.util.ArrayList;
import java.util.List;
import losscalc.num.ExactSum;

/**
 * A score of several outputs: each target column with its prediction has one of its own, and the value is
 * their mean, as {@code multioutput='uniform_average'} is elsewhere.
 *
 * @param each the score of one output
 * @param columns how many there are
 */
public record Outputs(SetFormula each, int columns) implements SetFormula {
    /** What the cards of such scores say of it. */
    public static final String NOTE = "Several targets, each with its prediction: the mean of their scores.";

    /** The formula for that many prediction columns. */
    public static Formula of(Formula formula, int columns) {
        boolean several = columns > 1 && formula instanceof SetFormula && ((SetFormula) formula).isOfOutputs();
        return several ? new Outputs((SetFormula) formula, columns) : formula;
    }

    @Override
    public Accumulator start() {
        return new Scores(this);
    }

    @Override
    public List<String> details(int predictions) {
        List<String> names = new ArrayList<>();
        for (int k = 1; k <= columns; k++) {
            names.add("output_" + k);
        }
        return names;
    }

    private static final class Scores implements Accumulator {
        private final Accumulator[] outputs;
        private final Row pair = new Row(Layout.of(1, 1));

        Scores(Outputs formula) {
            outputs = new Accumulator[formula.columns];
            for (int k = 0; k < outputs.length; k++) {
                outputs[k] = formula.each.start();
            }
        }

        @Override
        public void add(Row row, double weight) {
            for (int k = 0; k < outputs.length; k++) {
                pair.takePair(row, k);
                outputs[k].add(pair, weight);
            }
        }

        @Override
        public void merge(Accumulator other) {
            for (int k = 0; k < outputs.length; k++) {
                outputs[k].merge(((Scores) other).outputs[k]);
            }
        }

        @Override
        public double value() {
            ExactSum sum = new ExactSum();
            for (double score : details()) {
                sum.add(score);
            }
            return sum.mean(outputs.length);
        }

        @Override
        public double[] details() {
            double[] scores = new double[outputs.length];
            for (int k = 0; k < scores.length; k++) {
                scores[k] = outputs[k].value();
            }
            return scores;
        }
    }
}

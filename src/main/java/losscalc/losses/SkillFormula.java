package losscalc.losses;

import java.util.ArrayList;
import java.util.List;
import losscalc.loss.BestConstant;
import losscalc.loss.Interval;
import losscalc.loss.PointFormula;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.loss.SampleFormula;
import losscalc.loss.SetFormula;
import losscalc.num.ExactSum;
import losscalc.num.Rational;
import losscalc.num.Sequence;

/**
 * One less the quotient of two sums of losses: those of the predictions, and those of the best constant. The targets
 * are kept until it is known, in bounded memory; each loss is rounded once, all sums are exact, so that the order of
 * the rows does not matter.
 *
 * @param each the loss of the predictions
 * @param ofConstant the loss of a constant, on the scale of the target
 * @param kind how the best constant is found
 * @param isBetweenTargets whether it lies between the smallest target and the greatest
 * @param domain where constants may lie
 * @param isFinite whether it is 1 or 0 where the best constant loses nothing
 */
record SkillFormula(
        SampleFormula each,
        SampleFormula ofConstant,
        BestConstant kind,
        boolean isBetweenTargets,
        Interval domain,
        boolean isFinite)
        implements SetFormula {
    @Override
    public boolean isOfOutputs() {
        return each instanceof PointFormula;
    }

    @Override
    public Accumulator start() {
        return new Sums(this);
    }

    @Override
    public List<String> details(int predictions) {
        List<String> names = new ArrayList<>(List.of("loss", "baseline"));
        boolean isRow = each instanceof RowFormula && predictions > 1;
        for (int k = 0; k < (isRow ? predictions : 1); k++) {
            names.add(isRow ? "constant_" + (k + 1) : "constant");
        }
        return names;
    }

    /** The two sums, and what is needed for the second. */
    private static final class Sums implements Accumulator {
        private final SkillFormula formula;
        private final ExactSum losses = new ExactSum();
        private final ExactSum weights = new ExactSum();
        private final Sequence kept = new Sequence();
        /** How many targets a row has. */
        private int width = 1;

        private long rows;
        /** Loss, loss of the constant, constants, when they have been computed. */
        private double[] found;

        private double score;

        Sums(SkillFormula formula) {
            this.formula = formula;
        }

        @Override
        public void add(Row row, double weight) {
            found = null;
            rows++;
            losses.addProduct(
                    weight,
                    formula.each instanceof RowFormula
                            ? ((RowFormula) formula.each).rounded(row)
                            : ((PointFormula) formula.each).rounded(row.target()[0], row.prediction()[0]));
            width = row.target().length;
            weights.add(weight);
            // A row that weighs nothing has no say in the constant, not even where its slope is infinite.
            if (weight > 0) {
                kept.add(weight);
                for (double y : row.target()) {
                    kept.add(y);
                }
            }
        }

        @Override
        public void merge(Accumulator other) {
            Sums more = (Sums) other;
            found = null;
            rows += more.rows;
            losses.merge(more.losses);
            weights.merge(more.weights);
            width = Math.max(width, more.width);
            kept.addAll(more.kept);
        }

        @Override
        public double value() {
            compute();
            return score;
        }

        @Override
        public double[] details() {
            compute();
            return found.clone();
        }

        // 1 - Σ loss(y, f) / Σ loss(y, c)
        private void compute() {
            if (found != null) {
                return;
            }
            Targets targets = new Targets(kept, width);
            double[] constant = formula.kind == BestConstant.MEAN
                    ? targets.mean()
                    : new double[] {
                        new ConstantSearch((PointFormula) formula.ofConstant, targets).best(bracket(targets))
                    };
            ExactSum baseline = targets.sumOfLosses(formula.ofConstant, constant);
            found = new double[2 + constant.length];
            found[0] = losses.ratio(weights);
            found[1] = baseline.ratio(weights);
            System.arraycopy(constant, 0, found, 2, constant.length);
            score = score(baseline);
        }

        private double score(ExactSum baseline) {
            if (formula.isFinite && baseline.isZero() && rows > 1) {
                return losses.isZero() ? 1 : 0;
            }
            if (!losses.isFinite() || !baseline.isFinite() || baseline.isZero()) {
                return losses.isZero() ? Double.NaN : 1 - losses.toDouble() / baseline.toDouble();
            }
            Rational all = baseline.toRational();
            return all.minus(losses.toRational()).dividedBy(all).toDouble();
        }

        private Interval bracket(Targets targets) {
            if (!formula.isBetweenTargets) {
                return formula.domain;
            }
            double[] range = targets.range();
            // Below a floor all constants are one, and the slope there says nothing.
            double floor = formula.ofConstant instanceof Floored
                    ? ((Floored) formula.ofConstant).prediction()
                    : Double.NEGATIVE_INFINITY;
            return Interval.closed(Math.max(range[0], floor), Math.max(range[1], floor));
        }
    }
}

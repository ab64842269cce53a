package losscalc.losses;

import losscalc.loss.Row;
import losscalc.loss.SetFormula;
import losscalc.num.DoubleDouble;
import losscalc.num.ExactSum;
import losscalc.num.Rational;

/**
 * How far what is predicted and what is true do not overlap, over a set of rows: the formula of the Dice and
 * Tversky losses.
 *
 * @param p how a prediction gives the probability of the label 1
 * @param alpha the weight of false positives
 * @param beta the weight of false negatives
 * @param smooth what is added to numerator and denominator
 * @param eps what is added to the denominator alone
 */
record Overlap(Bernoulli p, double alpha, double beta, double smooth, double eps) implements SetFormula {
    @Override
    public Accumulator start() {
        return new Sums(this);
    }

    /** The exact sums of true positives p t, false positives p (1 - t) and false negatives (1 - p) t. */
    private static final class Sums implements Accumulator {
        private final Overlap formula;
        private final ExactSum truePositives = new ExactSum();
        private final ExactSum falsePositives = new ExactSum();
        private final ExactSum falseNegatives = new ExactSum();

        Sums(Overlap formula) {
            this.formula = formula;
        }

        @Override
        public void add(Row row, double weight) {
            for (int k = 0; k < row.target().length; k++) {
                double t = row.target()[k];
                DoubleDouble f = DoubleDouble.of(row.prediction()[k]);
                DoubleDouble yes = formula.p.probability(1, f).times(weight);
                DoubleDouble no = formula.p.probability(0, f).times(weight);
                truePositives.addProduct(yes, DoubleDouble.of(t));
                falsePositives.addProduct(yes, DoubleDouble.difference(1, t));
                falseNegatives.addProduct(no, DoubleDouble.of(t));
            }
        }

        @Override
        public void merge(Accumulator other) {
            Sums sums = (Sums) other;
            truePositives.merge(sums.truePositives);
            falsePositives.merge(sums.falsePositives);
            falseNegatives.merge(sums.falseNegatives);
        }

        // 1 - (I + s) / (I + α FP + β FN + s + ε) = (α FP + β FN + ε) / (I + α FP + β FN + s + ε)
        @Override
        public double value() {
            if (!truePositives.isFinite() || !falsePositives.isFinite() || !falseNegatives.isFinite()) {
                return Double.NaN;
            }
            Rational wrong = falsePositives
                    .toRational()
                    .times(formula.alpha)
                    .plus(falseNegatives.toRational().times(formula.beta))
                    .plus(formula.eps);
            Rational all = truePositives.toRational().plus(wrong).plus(formula.smooth);
            return MomentScore.quotient(wrong, all);
        }
    }
}

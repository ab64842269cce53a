package losscalc.losses;

import losscalc.loss.Row;
import losscalc.loss.SetFormula;
import losscalc.num.DoubleDouble;
import losscalc.num.ExactSum;
import losscalc.num.Rational;
import losscalc.num.Real;

/**
 * How far what is predicted and what is true do not overlap, over a set of rows: the formula of the Dice and
 * Tversky losses.
 *
 * @param yes the probability of the label 1
 * @param no the probability of the label 0
 * @param isExact whether these are exact
 * @param alpha the weight of false positives
 * @param beta the weight of false negatives
 * @param smooth what is added to numerator and denominator
 * @param eps what is added to the denominator alone
 */
record Overlap(
        Amount.Equation yes, Amount.Equation no, boolean isExact, double alpha, double beta, double smooth, double eps)
        implements SetFormula {
    static Overlap of(Bernoulli p, double alpha, double beta, double smooth, double eps) {
        boolean isExact = p instanceof Bernoulli.OfProbability;
        return new Overlap(new Share(p, 1), new Share(p, 0), isExact, alpha, beta, smooth, eps);
    }

    /** The probability of a label. */
    private record Share(Bernoulli p, int label) implements Amount.Equation {
        @Override
        public <R extends Real<R>> R of(R[] f) {
            return p.probability(label, f[0]);
        }
    }

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
                DoubleDouble rest = DoubleDouble.difference(1, t);
                Amount yes = formula.yes.at(row.prediction()[k]);
                yes.addTo(truePositives, weight, t);
                yes.addTo(falsePositives, weight, rest.hi());
                yes.addTo(falsePositives, weight, rest.lo());
                formula.no.at(row.prediction()[k]).addTo(falseNegatives, weight, t);
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
            return all.signum() == 0 || formula.isExact
                    ? MomentScore.quotient(wrong, all)
                    : Amount.nearest(wrong.dividedBy(all));
        }
    }
}

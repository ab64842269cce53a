package losscalc.losses;

import losscalc.loss.Row;
import losscalc.num.Ball;
import losscalc.num.DoubleDouble;
import losscalc.num.Real;

/**
 * How far what is predicted and what is true do not overlap, over a set of rows: the formula of the Dice and
 * Tversky losses.
 *
 * @param p the probabilities
 * @param alpha the weight of false positives
 * @param beta the weight of false negatives
 * @param smooth what is added to numerator and denominator
 * @param eps what is added to the denominator alone
 * @param room for rows
 */
record Overlap(Bernoulli p, double alpha, double beta, double smooth, double eps, KeptRows.Room room)
        implements SumsFormula {
    static Overlap of(Bernoulli p, double alpha, double beta, double smooth, double eps) {
        return new Overlap(p, alpha, beta, smooth, eps, new KeptRows.Room());
    }

    /** The probability of a label. */
    private record Share(Bernoulli p, int label) implements Amount.Equation {
        @Override
        public <R extends Real<R>> R of(R[] f) {
            return p.probability(label, f[0]);
        }
    }

    @Override
    public boolean isExact() {
        return p instanceof Bernoulli.OfProbability;
    }

    @Override
    public Sums sums(int bits) {
        return new Counts(this, bits);
    }

    /** The sums of true positives p t, false positives p (1 - t) and false negatives (1 - p) t. */
    private static final class Counts implements Sums {
        private final Overlap formula;
        private final Share yes;
        private final Share no;
        private final int bits;
        private final AmountSum truePositives;
        private final AmountSum falsePositives;
        private final AmountSum falseNegatives;

        Counts(Overlap formula, int bits) {
            this.formula = formula;
            this.bits = bits;
            yes = new Share(formula.p, 1);
            no = new Share(formula.p, 0);
            truePositives = new AmountSum(bits, formula.isExact());
            falsePositives = new AmountSum(bits, formula.isExact());
            falseNegatives = new AmountSum(bits, formula.isExact());
        }

        @Override
        public void add(Row row, double weight) {
            for (int k = 0; k < row.target().length; k++) {
                double t = row.target()[k];
                DoubleDouble rest = DoubleDouble.difference(1, t);
                Amount p = yes.at(bits, row.prediction()[k]);
                truePositives.add(weight, t, p);
                falsePositives.add(weight, rest.hi(), p);
                falsePositives.add(weight, rest.lo(), p);
                falseNegatives.add(weight, t, no.at(bits, row.prediction()[k]));
            }
        }

        @Override
        public void merge(Sums other) {
            Counts counts = (Counts) other;
            truePositives.merge(counts.truePositives);
            falsePositives.merge(counts.falsePositives);
            falseNegatives.merge(counts.falseNegatives);
        }

        // 1 - (I + s) / (I + α FP + β FN + s + ε) = (α FP + β FN + ε) / (I + α FP + β FN + s + ε)
        @Override
        public Ball loss(int most) {
            if (!truePositives.isFinite() || !falsePositives.isFinite() || !falseNegatives.isFinite()) {
                return Ball.of(Double.NaN, most);
            }
            Ball wrong = falsePositives
                    .toBall(most)
                    .times(formula.alpha)
                    .plus(falseNegatives.toBall(most).times(formula.beta))
                    .plus(formula.eps);
            return wrong.dividedBy(truePositives.toBall(most).plus(wrong).plus(formula.smooth));
        }
    }
}

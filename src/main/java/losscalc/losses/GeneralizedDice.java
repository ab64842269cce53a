package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Row;
import losscalc.loss.Scale;
import losscalc.loss.SetFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.DoubleDouble;
import losscalc.num.ExactSum;
import losscalc.num.Rational;
import losscalc.num.Real;

/** Generalized Dice loss of a set of rows with C classes. */
final class GeneralizedDice implements Loss {
    private static final Param SMOOTH =
            new Param("smooth", 1, Interval.NON_NEGATIVE, "added to numerator and denominator of each class");
    private static final Param EPSILON = new Param(
            "epsilon", 1e-7, Interval.NON_NEGATIVE, "added to T^2, so that a class that is never true has a weight");

    @Override
    public Card card() {
        return Card.of("generalized-dice", "Generalized Dice loss")
                .aliases("generalized_dice_loss")
                .aliases(Scale.LOGIT, "multiclass_generalized_dice_loss")
                .about(Family.MULTICLASS, "the Dice loss of each class, rare classes weighing more; over all rows")
                .use("Overlap of several classes of very unequal size.")
                .avoid("A class hardly occurs: its weight, and with it the noise, becomes very large.")
                .formula("""
                        sum over c of w_c D_c / sum over c of w_c,    w_c = 1 / (T_c^2 + epsilon)
                        D_c = 1 - (I_c + smooth) / ((P_c + T_c) / 2 + smooth)
                        I_c = sum of p_c t_c,  P_c = sum of p_c,  T_c = sum of t_c over all rows, or each group of --by
                        """)
                .target(Target.CLASS, Interval.UNIT)
                .prediction(Scale.PROBABILITY, Scale.LOGIT)
                .shares()
                .predictions(2, Integer.MAX_VALUE)
                .param(SMOOTH)
                .param(EPSILON)
                .ofSets()
                .twin("optax", "multiclass_generalized_dice_loss", "--from logit", "a mean over the batch")
                .note(
                        "Sudre's paper has one ratio of weighted sums, 1 - 2 sum w I / sum w (P + T); this is the weighted"
                                + " mean of the ratios, as in optax.")
                .note("A class that is never true has by far the greatest weight: 1 / epsilon.")
                .source("C. H. Sudre et al., Generalised Dice overlap as a deep learning loss function for highly"
                        + " unbalanced segmentations, 2017; https://doi.org/10.1007/978-3-319-67558-9_28");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(Categorical.of(setup), setup.predictions(), setup.value(SMOOTH), setup.value(EPSILON));
    }

    record Equation(Categorical p, int classes, double smooth, double epsilon) implements SetFormula {
        @Override
        public Accumulator start() {
            return new Sums(this);
        }
    }

    /** The probability of class c. */
    private record Share(Categorical p, int c) implements Amount.Equation {
        @Override
        public <R extends Real<R>> R of(R[] f) {
            return p.probability(f, c);
        }
    }

    /** One less the probability of class c. */
    private record Rest(Categorical p, int c) implements Amount.Equation {
        @Override
        public <R extends Real<R>> R of(R[] f) {
            return p.rest(f, c);
        }
    }

    private static final class Sums implements SetFormula.Accumulator {
        private final Equation formula;
        private final ExactSum[] shared;
        private final ExactSum[] wrong;
        private final ExactSum[] size;

        Sums(Equation formula) {
            this.formula = formula;
            shared = sums(formula.classes);
            wrong = sums(formula.classes);
            size = sums(formula.classes);
        }

        private static ExactSum[] sums(int n) {
            ExactSum[] sums = new ExactSum[n];
            for (int c = 0; c < n; c++) {
                sums[c] = new ExactSum();
            }
            return sums;
        }

        @Override
        public void add(Row row, double weight) {
            double[] f = row.prediction();
            for (int c = 0; c < size.length; c++) {
                double t = row.target()[c];
                DoubleDouble rest = DoubleDouble.difference(1, t);
                Amount yes = new Share(formula.p, c).at(f);
                yes.addTo(shared[c], weight, t);
                yes.addTo(wrong[c], weight, rest.hi());
                yes.addTo(wrong[c], weight, rest.lo());
                new Rest(formula.p, c).at(f).addTo(wrong[c], weight, t);
                size[c].addProduct(weight, t);
            }
        }

        @Override
        public void merge(SetFormula.Accumulator other) {
            Sums sums = (Sums) other;
            for (int c = 0; c < size.length; c++) {
                shared[c].merge(sums.shared[c]);
                wrong[c].merge(sums.wrong[c]);
                size[c].merge(sums.size[c]);
            }
        }

        // Σ w_c D_c / Σ w_c,  D_c = ½ W / (I + ½ W + s),  W = Σ p (1 - t) + (1 - p) t
        @Override
        public double value() {
            Rational top = Rational.of(0);
            Rational bottom = top;
            for (int c = 0; c < size.length; c++) {
                if (!wrong[c].isFinite()) {
                    return Double.NaN;
                }
                Rational half = wrong[c].toRational().dividedBy(2);
                Rational all = shared[c].toRational().plus(half).plus(formula.smooth);
                Rational divisor = size[c].toRational().squared().plus(formula.epsilon);
                if (all.signum() == 0 || divisor.signum() == 0) {
                    return Double.NaN;
                }
                top = top.plus(half.dividedBy(all.times(divisor))).reduced();
                bottom = bottom.plus(Rational.of(1).dividedBy(divisor)).reduced();
            }
            Rational mean = top.dividedBy(bottom);
            return formula.p instanceof Categorical.OfProbabilities ? mean.toDouble() : Amount.nearest(mean);
        }
    }
}

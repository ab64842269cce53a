package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Row;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Ball;
import losscalc.num.DoubleDouble;
import losscalc.num.ExactSum;
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
        return new Equation(
                Categorical.of(setup),
                setup.predictions(),
                setup.value(SMOOTH),
                setup.value(EPSILON),
                new KeptRows.Room());
    }

    record Equation(Categorical p, int classes, double smooth, double epsilon, KeptRows.Room room)
            implements SumsFormula {
        @Override
        public boolean isExact() {
            return p instanceof Categorical.OfProbabilities;
        }

        @Override
        public Sums sums(int bits) {
            return new Counts(this, bits);
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

    private static final class Counts implements SumsFormula.Sums {
        private final Equation formula;
        private final int bits;
        private final AmountSum[] shared;
        private final AmountSum[] wrong;
        private final ExactSum[] size;

        Counts(Equation formula, int bits) {
            this.formula = formula;
            this.bits = bits;
            shared = AmountSum.of(formula.classes, bits, formula.isExact());
            wrong = AmountSum.of(formula.classes, bits, formula.isExact());
            size = new ExactSum[formula.classes];
            for (int c = 0; c < size.length; c++) {
                size[c] = new ExactSum();
            }
        }

        @Override
        public void add(Row row, double weight) {
            double[] f = row.prediction();
            for (int c = 0; c < size.length; c++) {
                double t = row.target()[c];
                DoubleDouble rest = DoubleDouble.difference(1, t);
                Amount yes = new Share(formula.p, c).at(bits, f);
                shared[c].add(weight, t, yes);
                wrong[c].add(weight, rest.hi(), yes);
                wrong[c].add(weight, rest.lo(), yes);
                wrong[c].add(weight, t, new Rest(formula.p, c).at(bits, f));
                size[c].addProduct(weight, t);
            }
        }

        @Override
        public void merge(SumsFormula.Sums other) {
            Counts counts = (Counts) other;
            for (int c = 0; c < size.length; c++) {
                shared[c].merge(counts.shared[c]);
                wrong[c].merge(counts.wrong[c]);
                size[c].merge(counts.size[c]);
            }
        }

        // Σ w_c D_c / Σ w_c,  D_c = ½ W / (I + ½ W + s),  W = Σ p (1 - t) + (1 - p) t
        @Override
        public Ball loss(int most) {
            Ball top = Ball.of(0, most);
            Ball bottom = top;
            for (int c = 0; c < size.length; c++) {
                if (!wrong[c].isFinite()) {
                    return Ball.of(Double.NaN, most);
                }
                Ball half = wrong[c].toBall(most).dividedBy(2);
                Ball all = shared[c].toBall(most).plus(half).plus(formula.smooth);
                Ball weight = Ball.of(1, most)
                        .dividedBy(size[c].toBall(most).squared().plus(formula.epsilon));
                top = top.plus(half.dividedBy(all).times(weight));
                bottom = bottom.plus(weight);
            }
            return top.dividedBy(bottom);
        }
    }
}

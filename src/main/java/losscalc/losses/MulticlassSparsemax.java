package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.ClassFormula;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Real;

/** Sparsemax loss of C classes. */
final class MulticlassSparsemax implements Loss {
    @Override
    public Card card() {
        return Card.of("multiclass-sparsemax", "Multi-class sparsemax loss")
                .aliases("multiclass_sparsemax_loss")
                .about(Family.MULTICLASS, "cross-entropy's sparse relative: exactly 0 once the true class leads by 1")
                .use("A model ends in sparsemax, with probabilities that are exactly 0.")
                .avoid("A model ends in softmax: cross-entropy.")
                .formula("""
                        sum over j of p_j (z_j - z_c) + 1/2 (1 - sum of p_j^2),    c the true class
                        p = sparsemax(z): the nearest point to z among the probabilities
                        """)
                .gradient("p_j - t_j,    t the true class one-hot")
                .hessian("1 - 1/n for each of the n classes with p_j > 0, else 0")
                .target(Target.CLASS, Interval.UNIT)
                .prediction(Interval.REAL)
                .predictions(2, Integer.MAX_VALUE)
                .twin("optax", "multiclass_sparsemax_loss")
                .twin("tensorflow-addons", "SparsemaxLoss")
                .note("The predictions are raw scores. Two classes: sparsemax-binary of their difference.")
                .note("Where the target is a distribution over the classes, the loss is the mean over it.")
                .source("A. F. T. Martins, R. F. Astudillo, From softmax to sparsemax, 2016;"
                        + " https://doi.org/10.48550/arXiv.1602.02068");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements ClassFormula {
        // Σ p_j (z_j - z_c) + ½ (1 - Σ p_j²) = ½ (Σ p_j² over j ≠ c + (1 - p_c)²) + max(0, τ - z_c),
        // τ the threshold: p_j = max(0, z_j - τ)
        @Override
        public <R extends Real<R>> R loss(R[] z, int c) {
            boolean[] support = support(z);
            R squares = rest(z, support, c).squared();
            for (int j = 0; j < z.length; j++) {
                if (j != c && support[j]) {
                    squares = squares.plus(above(z, support, j).squared());
                }
            }
            R lack = support[c] ? z[c].constant(0) : above(z, support, c).negate();
            return squares.dividedBy(2).plus(lack);
        }

        // p_j - t_j
        @Override
        public <R extends Real<R>> void gradient(R[] z, int c, R[] gradient) {
            boolean[] support = support(z);
            for (int j = 0; j < z.length; j++) {
                gradient[j] = support[j] ? above(z, support, j) : z[c].constant(0);
            }
            gradient[c] = rest(z, support, c).negate();
        }

        // 1 - 1/n  where p_j > 0
        @Override
        public <R extends Real<R>> void hessian(R[] z, int c, R[] hessian) {
            boolean[] support = support(z);
            int n = count(support);
            for (int j = 0; j < z.length; j++) {
                hessian[j] = z[c].constant(support[j] ? n - 1 : 0).dividedBy(n);
            }
        }

        /** Which classes have p_j > 0: those with 1 + the sum of z_j - z_i over all z_i > z_j positive. */
        private static <R extends Real<R>> boolean[] support(R[] z) {
            boolean[] support = new boolean[z.length];
            for (int j = 0; j < z.length; j++) {
                R room = z[j].constant(1);
                for (R higher : z) {
                    if (higher.compareTo(z[j]) > 0) {
                        room = room.plus(z[j].minus(higher));
                    }
                }
                support[j] = room.signum() > 0;
            }
            return support;
        }

        /** z_j - τ = (1 + the sum of z_j - z_i over the support) / n. */
        private static <R extends Real<R>> R above(R[] z, boolean[] support, int j) {
            R sum = z[j].constant(1);
            for (int i = 0; i < z.length; i++) {
                if (support[i]) {
                    sum = sum.plus(z[j].minus(z[i]));
                }
            }
            return sum.dividedBy(count(support));
        }

        /** 1 - p_c, the sum of all others. */
        private static <R extends Real<R>> R rest(R[] z, boolean[] support, int c) {
            if (!support[c]) {
                return z[c].constant(1);
            }
            R sum = z[c].constant(0);
            for (int j = 0; j < z.length; j++) {
                if (j != c && support[j]) {
                    sum = sum.plus(above(z, support, j));
                }
            }
            return sum;
        }

        private static int count(boolean[] support) {
            int n = 0;
            for (boolean in : support) {
                n += in ? 1 : 0;
            }
            return n;
        }
    }
}

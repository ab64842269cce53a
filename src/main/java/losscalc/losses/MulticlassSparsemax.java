package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.ClassFormula;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.DoubleDouble;

/** Sparsemax loss of C classes. */
final class MulticlassSparsemax implements Loss {
    @Override
    public Card card() {
        return Card.of("multiclass-sparsemax", "Multi-class sparsemax loss")
                .aliases("multiclass_sparsemax_loss")
                .about(Family.MULTICLASS, "cross-entropy's sparse relative: exactly 0 once the true class leads by 1")
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
        public DoubleDouble loss(double[] z, int c) {
            boolean[] support = support(z);
            DoubleDouble squares = rest(z, support, c).squared();
            for (int j = 0; j < z.length; j++) {
                if (j != c && support[j]) {
                    squares = squares.plus(above(z, support, j).squared());
                }
            }
            DoubleDouble lack =
                    support[c] ? DoubleDouble.ZERO : above(z, support, c).negate();
            return squares.dividedBy(2).plus(lack);
        }

        // p_j - t_j
        @Override
        public void gradient(double[] z, int c, DoubleDouble[] gradient) {
            boolean[] support = support(z);
            for (int j = 0; j < z.length; j++) {
                gradient[j] = support[j] ? above(z, support, j) : DoubleDouble.ZERO;
            }
            gradient[c] = DoubleDouble.ZERO.minus(rest(z, support, c));
        }

        // 1 - 1/n  where p_j > 0
        @Override
        public void hessian(double[] z, int c, DoubleDouble[] hessian) {
            boolean[] support = support(z);
            int n = count(support);
            for (int j = 0; j < z.length; j++) {
                hessian[j] = support[j] ? DoubleDouble.quotient(n - 1, n) : DoubleDouble.ZERO;
            }
        }

        /** Which classes have p_j > 0: those with 1 + the sum of z_j - z_i over all z_i > z_j positive. */
        private static boolean[] support(double[] z) {
            boolean[] support = new boolean[z.length];
            for (int j = 0; j < z.length; j++) {
                DoubleDouble room = DoubleDouble.ONE;
                for (double higher : z) {
                    if (higher > z[j]) {
                        room = room.plus(DoubleDouble.difference(z[j], higher));
                    }
                }
                support[j] = room.signum() > 0;
            }
            return support;
        }

        /** z_j - τ = (1 + the sum of z_j - z_i over the support) / n. */
        private static DoubleDouble above(double[] z, boolean[] support, int j) {
            DoubleDouble sum = DoubleDouble.ONE;
            for (int i = 0; i < z.length; i++) {
                if (support[i]) {
                    sum = sum.plus(DoubleDouble.difference(z[j], z[i]));
                }
            }
            return sum.dividedBy(count(support));
        }

        /** 1 - p_c, the sum of all others. */
        private static DoubleDouble rest(double[] z, boolean[] support, int c) {
            if (!support[c]) {
                return DoubleDouble.ONE;
            }
            DoubleDouble sum = DoubleDouble.ZERO;
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

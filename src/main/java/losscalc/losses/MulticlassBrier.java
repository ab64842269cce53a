package losscalc.losses;

import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.DoubleDouble;

/** The Brier score of C classes. */
final class MulticlassBrier implements Loss {
    @Override
    public Card card() {
        return Card.of("multiclass-brier", "Multi-class Brier score")
                .aliases("brier_multiclass", "multiclass_brier_score", "quadratic_score")
                .about(Family.MULTICLASS, "the squared error of all probabilities of a row; between 0 and 2")
                .formula("sum over c of (p_c - t_c)^2,    p = softmax(z) of logits z")
                .gradient("2 (p_k - t_k) by probability, 2 p_k (p_k - t_k - sum over c of p_c (p_c - t_c)) by logit")
                .hessian("2 by probability; by logit the derivative of the gradient")
                .target(Target.CLASS, Interval.UNIT)
                .prediction(Scale.PROBABILITY, Scale.LOGIT)
                .shares()
                .predictions(2, Integer.MAX_VALUE)
                .bestConstant(BestConstant.MEAN)
                .working(Working.TRUE_PROBABILITY)
                .twin("sklearn", "brier_score_loss", "", "of more than two classes; halved with scale_by_half=True")
                .twin("yardstick", "brier_class", "--half")
                .note("The sum over all classes, as Brier wrote it: of two classes twice what brier gives.")
                .source("G. W. Brier, Verification of forecasts expressed in terms of probability, 1950;"
                        + " https://doi.org/10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(Categorical.of(setup));
    }

    record Equation(Categorical p) implements RowFormula {
        // Σ d_c²,  d_c = p_c - t_c
        @Override
        public DoubleDouble loss(Row row) {
            DoubleDouble sum = DoubleDouble.ZERO;
            for (int c = 0; c < row.target().length; c++) {
                sum = sum.plus(excess(row, c).squared());
            }
            return sum;
        }

        // 2 d_k  by probability;  of parts x of a sum s, p = x / s:  2 D_k / s³  by x,  2 x_k D_k / s³  by logit
        @Override
        public void gradient(Row row, DoubleDouble[] gradient) {
            boolean byLogit = p instanceof Categorical.OfLogits;
            DoubleDouble[] x = parts(row.prediction());
            DoubleDouble sum = sumBut(x, -1);
            for (int k = 0; k < x.length; k++) {
                DoubleDouble half = p instanceof Categorical.OfProbabilities
                        ? excess(row, k)
                        : lead(x, row.target(), k, false).dividedBy(sum).dividedBy(sum.squared());
                gradient[k] = half.times(byLogit ? x[k] : DoubleDouble.ONE).times(2);
            }
        }

        // 2  by probability;  2 (E_k - D_k) / s⁴  by x;  2 x_k ((s - x_k) D_k + x_k E_k) / s⁴  by logit
        @Override
        public void hessian(Row row, DoubleDouble[] hessian) {
            DoubleDouble[] x = parts(row.prediction());
            DoubleDouble square = sumBut(x, -1).squared();
            for (int k = 0; k < x.length; k++) {
                if (p instanceof Categorical.OfProbabilities) {
                    hessian[k] = DoubleDouble.of(2);
                    continue;
                }
                DoubleDouble first = lead(x, row.target(), k, false);
                DoubleDouble second = lead(x, row.target(), k, true);
                DoubleDouble top = p instanceof Categorical.OfLogits
                        ? sumBut(x, k).times(first).plus(x[k].times(second)).times(x[k])
                        : second.minus(first);
                hessian[k] = top.times(2).dividedBy(square).dividedBy(square);
            }
        }

        /** d_c; of the true class without a subtraction. */
        private DoubleDouble excess(Row row, int c) {
            double t = row.target()[c];
            return t == 1
                    ? p.rest(row.prediction(), c).negate()
                    : p.probability(row.prediction(), c).minus(t);
        }

        /** Numbers that the probabilities are the shares of. */
        private DoubleDouble[] parts(double[] row) {
            double top = Double.NEGATIVE_INFINITY;
            for (double z : row) {
                top = Math.max(top, z);
            }
            DoubleDouble[] parts = new DoubleDouble[row.length];
            for (int c = 0; c < row.length; c++) {
                parts[c] = p instanceof Categorical.OfLogits
                        ? DoubleDouble.difference(row[c], top).exp()
                        : DoubleDouble.of(row[c]);
            }
            return parts;
        }

        /**
         * D_k = Σ x_c w_c, or E_k = Σ x_c (s - x_k + x_c - w_c), over c ≠ k, with w_c = s (d_k - d_c): no more is
         * subtracted than has to be.
         */
        private static DoubleDouble lead(DoubleDouble[] x, double[] t, int k, boolean second) {
            DoubleDouble rest = sumBut(x, k);
            DoubleDouble sum = DoubleDouble.ZERO;
            for (int c = 0; c < x.length; c++) {
                if (c != k) {
                    DoubleDouble w;
                    if (t[k] == 1) {
                        w = rest.plus(x[c]).negate();
                    } else if (t[c] == 1) {
                        w = sumBut(x, c).plus(x[k]);
                    } else {
                        w = x[k].minus(x[c]).minus(sumBut(x, -1).times(DoubleDouble.difference(t[k], t[c])));
                    }
                    sum = sum.plus(x[c].times(second ? rest.plus(x[c]).minus(w) : w));
                }
            }
            return sum;
        }

        /** The sum of all but number c. */
        private static DoubleDouble sumBut(DoubleDouble[] x, int c) {
            DoubleDouble sum = DoubleDouble.ZERO;
            for (int k = 0; k < x.length; k++) {
                sum = k == c ? sum : sum.plus(x[k]);
            }
            return sum;
        }
    }
}

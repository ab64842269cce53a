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
import losscalc.num.Real;

/** The Brier score of C classes. */
final class MulticlassBrier implements Loss {
    @Override
    public Card card() {
        return Card.of("multiclass-brier", "Multi-class Brier score")
                .aliases("brier_multiclass", "multiclass_brier_score", "quadratic_score")
                .about(Family.MULTICLASS, "the squared error of all probabilities of a row; between 0 and 2")
                .use("Probabilities of several classes, by a score that is bounded.")
                .avoid("The order of the classes matters: rps.")
                .formula("sum over c of (p_c - t_c)^2,    p the probabilities, softmax(z) of logits z")
                .gradient("2 (p_k - t_k) by probability, 2 p_k (p_k - t_k - sum over c of p_c (p_c - t_c)) by logit")
                .hessian("2 by probability, 2 p_k ((1 - p_k) (p_k - t_k - S) + p_k (1 - 3 p_k + t_k + R)) by logit,"
                        + " S = sum over c of p_c (p_c - t_c),  R = sum over c of p_c (2 p_c - t_c)")
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
                        + " https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(Categorical.of(setup));
    }

    record Equation(Categorical p) implements RowFormula {
        // Σ d_c²,  d_c = p_c - t_c
        @Override
        public <R extends Real<R>> R loss(Row row, R[] f) {
            R sum = f[0].constant(0);
            for (int c = 0; c < f.length; c++) {
                sum = sum.plus(excess(row, f, c).squared());
            }
            return sum;
        }

        @Override
        public boolean cancels() {
            return true;
        }

        // 2 d_k  by probability;  of parts x of a sum s, p = x / s:  2 D_k / s³  by x,  2 x_k D_k / s³  by logit
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
            boolean byLogit = p instanceof Softmax;
            R[] x = parts(f);
            R sum = Proportions.sumBut(x, -1);
            for (int k = 0; k < x.length; k++) {
                R half = p instanceof Categorical.OfProbabilities
                        ? excess(row, f, k)
                        : lead(x, row, k, false).dividedBy(sum).dividedBy(sum.squared());
                gradient[k] = (byLogit ? half.times(x[k]) : half).times(2);
            }
        }

        // 2  by probability;  2 (E_k - D_k) / s⁴  by x;  2 x_k ((s - x_k) D_k + x_k E_k) / s⁴  by logit
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
            R[] x = parts(f);
            R square = Proportions.sumBut(x, -1).squared();
            for (int k = 0; k < x.length; k++) {
                if (p instanceof Categorical.OfProbabilities) {
                    hessian[k] = f[k].constant(2);
                    continue;
                }
                R first = lead(x, row, k, false);
                R second = lead(x, row, k, true);
                R top = p instanceof Softmax
                        ? Proportions.sumBut(x, k)
                                .times(first)
                                .plus(x[k].times(second))
                                .times(x[k])
                        : second.minus(first);
                hessian[k] = top.times(2).dividedBy(square).dividedBy(square);
            }
        }

        /** d_c; of the true class without a subtraction. */
        private <R extends Real<R>> R excess(Row row, R[] f, int c) {
            R t = row.target(c, f[c]);
            return t.compareTo(1) == 0
                    ? p.rest(f, c).negate()
                    : p.probability(f, c).minus(t);
        }

        /** Numbers that the probabilities are the shares of. */
        private <R extends Real<R>> R[] parts(R[] f) {
            return p instanceof Softmax ? Softmax.parts(f) : f;
        }

        /**
         * D_k = Σ x_c w_c, or E_k = Σ x_c (s - x_k + x_c - w_c), over c ≠ k, with w_c = s (d_k - d_c): no more is
         * subtracted than has to be.
         */
        private static <R extends Real<R>> R lead(R[] x, Row row, int k, boolean second) {
            R rest = Proportions.sumBut(x, k);
            R own = row.target(k, rest);
            R sum = x[k].constant(0);
            for (int c = 0; c < x.length; c++) {
                if (c != k) {
                    R other = row.target(c, rest);
                    R w;
                    if (own.compareTo(1) == 0) {
                        w = rest.plus(x[c]).negate();
                    } else if (other.compareTo(1) == 0) {
                        w = Proportions.sumBut(x, c).plus(x[k]);
                    } else {
                        w = x[k].minus(x[c]).minus(Proportions.sumBut(x, -1).times(own.minus(other)));
                    }
                    sum = sum.plus(x[c].times(second ? rest.plus(x[c]).minus(w) : w));
                }
            }
            return sum;
        }
    }
}

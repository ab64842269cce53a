package losscalc.losses;

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
                .predictions(2, Integer.MAX_VALUE)
                .working(Working.TRUE_PROBABILITY)
                .twin("sklearn", "brier_score_loss", "of more than two classes; halved with scale_by_half=True")
                .twin("yardstick", "brier_class", "half of it")
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

        // 2 d_k  by probability;  2 p_k D_k  by logit;  2 D_k / s  by shares of a sum s
        @Override
        public void gradient(Row row, DoubleDouble[] gradient) {
            double[] x = row.prediction();
            for (int k = 0; k < x.length; k++) {
                DoubleDouble half;
                if (p instanceof Categorical.OfProbabilities) {
                    half = excess(row, k);
                } else if (p instanceof Categorical.OfLogits) {
                    half = p.probability(x, k).times(lead(row, k, false));
                } else {
                    half = lead(row, k, false).dividedBy(sum(x));
                }
                gradient[k] = half.times(2);
            }
        }

        // 2  by probability;  2 p_k ((1 - p_k) D_k + p_k E_k)  by logit;  2 (E_k - D_k) / s²  by shares
        @Override
        public void hessian(Row row, DoubleDouble[] hessian) {
            double[] x = row.prediction();
            for (int k = 0; k < x.length; k++) {
                DoubleDouble half;
                if (p instanceof Categorical.OfProbabilities) {
                    half = DoubleDouble.ONE;
                } else if (p instanceof Categorical.OfLogits) {
                    DoubleDouble probability = p.probability(x, k);
                    half = p.rest(x, k)
                            .times(lead(row, k, false))
                            .plus(probability.times(lead(row, k, true)))
                            .times(probability);
                } else {
                    half = lead(row, k, true).minus(lead(row, k, false)).dividedBy(sum(x).squared());
                }
                hessian[k] = half.times(2);
            }
        }

        /** d_c; of the true class without a subtraction. */
        private DoubleDouble excess(Row row, int c) {
            double t = row.target()[c];
            return t == 1
                    ? p.rest(row.prediction(), c).negate()
                    : p.probability(row.prediction(), c).minus(t);
        }

        /**
         * D_k = Σ p_c (d_k - d_c), the same as d_k - Σ p_c d_c and free of its cancellation; or
         * E_k = Σ p_c ((1 - p_k + p_c) - (d_k - d_c)), over c ≠ k.
         */
        private DoubleDouble lead(Row row, int k, boolean second) {
            double[] x = row.prediction();
            DoubleDouble rest = p.rest(x, k);
            DoubleDouble sum = DoubleDouble.ZERO;
            for (int c = 0; c < x.length; c++) {
                if (c != k) {
                    DoubleDouble probability = p.probability(x, c);
                    DoubleDouble difference = excess(row, k).minus(excess(row, c));
                    DoubleDouble factor = second ? rest.plus(probability).minus(difference) : difference;
                    sum = sum.plus(probability.times(factor));
                }
            }
            return sum;
        }

        private static DoubleDouble sum(double[] x) {
            DoubleDouble sum = DoubleDouble.ZERO;
            for (double each : x) {
                sum = sum.plus(each);
            }
            return sum;
        }
    }
}

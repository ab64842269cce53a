package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.DoubleDouble;
import losscalc.num.ExactSum;

/** Continuous ranked probability score of an ensemble of predictions. */
final class EnsembleCrps implements Loss {
    @Override
    public Card card() {
        return Card.of("crps", "Continuous ranked probability score of an ensemble")
                .aliases("continuous_ranked_probability_score", "crps_ensemble", "energy_score")
                .about(Family.LIKELIHOOD, "for an ensemble of predictions, in the unit of the target, as mae is")
                .use("A whole distribution is predicted by samples (weather ensembles, simulation).")
                .avoid("Few members: the score then prefers too narrow an ensemble.")
                .formula("mean of |x_j - y| over j  -  1/2 mean of |x_j - x_k| over j and k,    x the ensemble")
                .gradient("1/m sign(x_j - y) - 1/m^2 sum of sign(x_j - x_k) over k,    m members")
                .hessian("0")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .predictions(2, Integer.MAX_VALUE)
                .twin("torchmetrics", "continuous_ranked_probability_score")
                .twin("scoringrules", "crps_sample")
                .note("The members are the prediction columns of a row, in any order: -p member_1:member_50.")
                .note("The mean over j and k counts j = k too; the fair score of ensembles divides by m (m - 1).")
                .source(
                        "T. Gneiting and A. E. Raftery, Strictly proper scoring rules, prediction, and estimation, 2007;"
                                + " https://doi.org/10.1198/016214506000001437");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements RowFormula {
        // (m Σ |x_j - y| - Σ (2j - m - 1) x_j) / m²,  x in order, j from 1: all of it exact, and rounded once
        @Override
        public double rounded(Row row) {
            double[] x = row.prediction().clone();
            Arrays.sort(x);
            double y = row.target()[0];
            int m = x.length;
            ExactSum sum = new ExactSum();
            for (int j = 0; j < m; j++) {
                double sign = x[j] > y ? m : -m;
                sum.addProduct(sign - (2 * j - m + 1), x[j]);
                sum.addProduct(-sign, y);
            }
            return sum.mean((long) m * m);
        }

        @Override
        public DoubleDouble loss(Row row) {
            return DoubleDouble.of(rounded(row));
        }

        // (m sign(x_j - y) - Σ sign(x_j - x_k)) / m²
        @Override
        public void gradient(Row row, DoubleDouble[] gradient) {
            double[] x = row.prediction();
            int m = x.length;
            for (int j = 0; j < m; j++) {
                double sum = m * sign(x[j], row.target()[0]);
                for (int k = 0; k < m; k++) {
                    sum -= sign(x[j], x[k]);
                }
                gradient[j] = DoubleDouble.of(sum).dividedBy(m).dividedBy(m);
            }
        }

        // 0
        @Override
        public void hessian(Row row, DoubleDouble[] hessian) {
            Arrays.fill(hessian, DoubleDouble.ZERO);
        }

        private static int sign(double a, double b) {
            return a > b ? 1 : a < b ? -1 : 0;
        }
    }
}

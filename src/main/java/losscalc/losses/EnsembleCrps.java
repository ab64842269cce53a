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
import losscalc.num.ExactSum;
import losscalc.num.Real;

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
        public <R extends Real<R>> R loss(Row row, R[] f) {
            R y = row.target(0, f[0]);
            R sum = y.constant(0);
            for (R x : f) {
                sum = sum.plus(x.minus(y).abs().times(2.0 * f.length));
                for (R other : f) {
                    sum = sum.minus(x.minus(other).abs());
                }
            }
            return sum.dividedBy(2.0 * f.length * f.length);
        }

        @Override
        public boolean cancels() {
            return true;
        }

        // (m sign(x_j - y) - Σ sign(x_j - x_k)) / m²
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
            R y = row.target(0, f[0]);
            int m = f.length;
            for (int j = 0; j < m; j++) {
                int sum = m * Integer.signum(f[j].compareTo(y));
                for (R other : f) {
                    sum -= Integer.signum(f[j].compareTo(other));
                }
                gradient[j] = y.constant(sum).dividedBy((double) m * m);
            }
        }

        // 0
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
            Arrays.fill(hessian, f[0].constant(0));
        }
    }
}

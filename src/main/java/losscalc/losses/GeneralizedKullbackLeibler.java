package losscalc.losses;

import losscalc.loss.BestConstant;
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
import losscalc.num.Functions;

/** Generalized Kullback-Leibler divergence, of vectors that need not sum to one. */
final class GeneralizedKullbackLeibler implements Loss {
    @Override
    public Card card() {
        return Card.of("generalized-kl", "Generalized Kullback-Leibler divergence")
                .aliases("generalized_kl_divergence", "i_divergence")
                .aliases("convex_kl_divergence")
                .about(
                        Family.DISTRIBUTION,
                        "the Kullback-Leibler divergence for what does not sum to one; never negative")
                .use("Non-negative vectors that need not sum to one: spectra, histograms.")
                .avoid("Negative values; or distributions, where it is kl.")
                .formula("sum over k of t_k log(t_k / q_k) + q_k - t_k")
                .gradient("1 - t_k / q_k")
                .hessian("t_k / q_k^2")
                .target(Target.VECTOR, Interval.NON_NEGATIVE)
                .prediction(Interval.NON_NEGATIVE)
                .bestConstant(BestConstant.MEAN)
                .twin("optax", "generalized_kl_divergence", "", "takes log q")
                .note("For distributions it is kl. Of one column, half the Poisson deviance.")
                .note("A term with t_k = 0 is q_k; one with q_k = 0 and t_k above 0 is infinite.")
                .source("I. Csiszar, Why least squares and maximum entropy?, 1991;"
                        + " https://optax.readthedocs.io/en/latest/api/losses.html");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements RowFormula {
        // Σ t log(t / q) + q - t
        @Override
        public DoubleDouble loss(Row row) {
            DoubleDouble sum = DoubleDouble.ZERO;
            for (int k = 0; k < row.target().length; k++) {
                sum = sum.plus(Functions.bd0(row.target()[k], row.prediction()[k]));
            }
            return sum;
        }

        // 1 - t / q = (q - t) / q
        @Override
        public void gradient(Row row, DoubleDouble[] gradient) {
            for (int k = 0; k < gradient.length; k++) {
                double t = row.target()[k];
                double q = row.prediction()[k];
                gradient[k] = t == 0
                        ? DoubleDouble.ONE
                        : DoubleDouble.difference(q, t).dividedBy(q);
            }
        }

        // t / q²
        @Override
        public void hessian(Row row, DoubleDouble[] hessian) {
            for (int k = 0; k < hessian.length; k++) {
                double t = row.target()[k];
                double q = row.prediction()[k];
                hessian[k] =
                        t == 0 ? DoubleDouble.ZERO : DoubleDouble.quotient(t, q).dividedBy(q);
            }
        }
    }
}

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
import losscalc.num.Real;

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
                        + " https://www.jstor.org/stable/2241918");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements RowFormula {
        // Σ t log(t / q) + q - t
        @Override
        public <R extends Real<R>> R loss(Row row, R[] q) {
            R sum = q[0].constant(0);
            for (int k = 0; k < q.length; k++) {
                sum = sum.plus(row.target(k, sum).bd0(q[k]));
            }
            return sum;
        }

        // 1 - t / q = (q - t) / q
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] q, R[] gradient) {
            for (int k = 0; k < q.length; k++) {
                R t = row.target(k, q[k]);
                gradient[k] = t.signum() == 0 ? t.constant(1) : q[k].minus(t).dividedBy(q[k]);
            }
        }

        // t / q²
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] q, R[] hessian) {
            for (int k = 0; k < q.length; k++) {
                R t = row.target(k, q[k]);
                hessian[k] = t.signum() == 0 ? t : t.dividedBy(q[k]).dividedBy(q[k]);
            }
        }
    }
}

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
import losscalc.num.Real;

/** Jensen-Shannon divergence of two distributions. */
final class JensenShannon implements Loss {
    @Override
    public Card card() {
        return Card.of("js", "Jensen-Shannon divergence")
                .aliases("jensen_shannon", "jensen_shannon_divergence", "js_divergence")
                .about(Family.DISTRIBUTION, "a symmetric relative of Kullback-Leibler that is never above log 2")
                .use("A bounded and symmetric distance of two distributions, defined where they do not overlap.")
                .avoid("The target is the truth and the prediction to be judged by it: kl.")
                .formula("1/2 sum over k of t_k log(t_k / m_k) + q_k log(q_k / m_k),    m = (t + q) / 2")
                .gradient("1/2 log(q_k / m_k)")
                .hessian("t_k / (2 q_k (t_k + q_k))")
                .target(Target.DISTRIBUTION, Interval.UNIT)
                .logarithms()
                .prediction(Scale.PROBABILITY)
                .predictions(2, Integer.MAX_VALUE)
                .twin("torchmetrics", "JensenShannonDivergence", "", "divides each row by its sum")
                .twin("scipy", "distance.jensenshannon", "", "the square root of it, after dividing by the sums")
                .note("Natural logarithm. A term with t_k = 0 or q_k = 0 has no logarithm of 0: that one is 0.")
                .source("J. Lin, Divergence measures based on the Shannon entropy, 1991;"
                        + " https://doi.org/10.1109/18.61115");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements RowFormula {
        // ½ Σ t log(t / m) + q log(q / m),  m = (t + q) / 2;  the terms m - t + m - q that bd0 adds are 0 together
        @Override
        public <R extends Real<R>> R loss(Row row, R[] q) {
            R sum = q[0].constant(0);
            for (int k = 0; k < q.length; k++) {
                R t = row.target(k, sum);
                R m = t.plus(q[k]).dividedBy(2);
                sum = sum.plus(t.bd0(m)).plus(q[k].bd0(m));
            }
            return sum.dividedBy(2);
        }

        // ½ log(q / m)
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] q, R[] gradient) {
            for (int k = 0; k < q.length; k++) {
                R t = row.target(k, q[k]);
                R m = t.plus(q[k]).dividedBy(2);
                gradient[k] = t.compareTo(q[k]) == 0
                        ? t.constant(0)
                        : q[k].logRatio(m).dividedBy(2);
            }
        }

        // t / (2 q (t + q))
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] q, R[] hessian) {
            for (int k = 0; k < q.length; k++) {
                R t = row.target(k, q[k]);
                hessian[k] = t.signum() == 0
                        ? t
                        : t.dividedBy(t.plus(q[k])).dividedBy(q[k]).dividedBy(2);
            }
        }
    }
}

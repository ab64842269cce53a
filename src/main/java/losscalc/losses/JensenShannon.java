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
import losscalc.num.DoubleDouble;
import losscalc.num.Functions;

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
        public DoubleDouble loss(Row row) {
            DoubleDouble sum = DoubleDouble.ZERO;
            for (int k = 0; k < row.target().length; k++) {
                DoubleDouble t = DoubleDouble.of(row.target()[k]);
                DoubleDouble q = DoubleDouble.of(row.prediction()[k]);
                DoubleDouble m = t.plus(q).dividedBy(2);
                sum = sum.plus(Functions.bd0(t, m)).plus(Functions.bd0(q, m));
            }
            return sum.dividedBy(2);
        }

        // ½ log(q / m) = -½ log(1 + (t - q) / 2q)
        @Override
        public void gradient(Row row, DoubleDouble[] gradient) {
            for (int k = 0; k < gradient.length; k++) {
                double t = row.target()[k];
                double q = row.prediction()[k];
                gradient[k] = t == q ? DoubleDouble.ZERO : logRatio(t, q).dividedBy(-2);
            }
        }

        /** log(1 + (t - q) / 2q). */
        private static DoubleDouble logRatio(double t, double q) {
            DoubleDouble ratio = DoubleDouble.difference(t, q).dividedBy(2 * q);
            return ratio.hi() < 0x1p900 && q > 0x1p-900
                    ? ratio.log1p()
                    : DoubleDouble.sum(t, q)
                            .log()
                            .minus(DoubleDouble.of(q).log())
                            .minus(DoubleDouble.LN2);
        }

        // t / (2 q (t + q))
        @Override
        public void hessian(Row row, DoubleDouble[] hessian) {
            for (int k = 0; k < hessian.length; k++) {
                double t = row.target()[k];
                double q = row.prediction()[k];
                hessian[k] = t == 0
                        ? DoubleDouble.ZERO
                        : DoubleDouble.of(t).dividedBy(DoubleDouble.sum(t, q)).dividedBy(2 * q);
            }
        }
    }
}

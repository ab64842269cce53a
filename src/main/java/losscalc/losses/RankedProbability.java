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

/** Ranked probability score: the Brier score of ordered classes. */
final class RankedProbability implements Loss {
    @Override
    public Card card() {
        return Card.of("rps", "Ranked probability score")
                .aliases("ranked_prob_score", "ranked_probability_score")
                .about(
                        Family.MULTICLASS,
                        "for ordered classes: probability far from the true class costs more than near it")
                .use("Classes with an order (dry, light rain, heavy rain): a near miss costs less.")
                .avoid("Classes without an order: multiclass-brier.")
                .formula("""
                        1/(C - 1) sum over k < C of (F_k - O_k)^2
                        F_k = p_1 + ... + p_k,  O_k = t_1 + ... + t_k: 1 from the true class on
                        """)
                .gradient("2/(C - 1) sum over k from j to C - 1 of (F_k - O_k)")
                .hessian("2 (C - j)/(C - 1),    j = 1 .. C")
                .target(Target.CLASS, Interval.UNIT)
                .prediction(Scale.PROBABILITY)
                .predictions(2, Integer.MAX_VALUE)
                .bestConstant(BestConstant.MEAN)
                .working(Working.TRUE_PROBABILITY)
                .twin("yardstick", "ranked_prob_score")
                .note("The prediction columns stand in the order of the classes. Some texts do not divide by C - 1.")
                .source("E. S. Epstein, A scoring system for probability forecasts of ranked categories, 1969;"
                        + " https://doi.org/10.1175/1520-0450(1969)008%3C0985:ASSFPF%3E2.0.CO;2");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements RowFormula {
        // 1/(C - 1) Σ (F_k - O_k)²
        @Override
        public <R extends Real<R>> R loss(Row row, R[] f) {
            int last = f.length - 1;
            R sum = f[0].constant(0);
            R excess = sum;
            for (int k = 0; k < last; k++) {
                excess = excess.plus(f[k].minus(row.target(k, excess)));
                sum = sum.plus(excess.squared());
            }
            return sum.dividedBy(last);
        }

        @Override
        public boolean cancels() {
            return true;
        }

        // 2/(C - 1) Σ (F_k - O_k)  over k ≥ j
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
            int last = f.length - 1;
            R excess = f[0].constant(0);
            for (int k = 0; k < last; k++) {
                excess = excess.plus(f[k].minus(row.target(k, excess)));
                gradient[k] = excess;
            }
            R sum = f[0].constant(0);
            for (int k = last - 1; k >= 0; k--) {
                sum = sum.plus(gradient[k]);
                gradient[k] = sum.times(2).dividedBy(last);
            }
            gradient[last] = f[0].constant(0);
        }

        @Override
        public boolean isFlat(Row row, int k) {
            return k == row.prediction().length - 1;
        }

        // 2 (C - j)/(C - 1)
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
            int last = f.length - 1;
            for (int k = 0; k <= last; k++) {
                hessian[k] = f[k].constant(2.0 * (last - k)).dividedBy(last);
            }
        }
    }
}

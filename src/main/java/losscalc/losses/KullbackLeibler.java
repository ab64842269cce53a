package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.TimesRow;
import losscalc.num.Real;

/** Kullback-Leibler divergence of two distributions. */
final class KullbackLeibler implements Loss {
    private static final Param DIRECTION = Param.choice(
            "direction",
            "target-pred: KL(target, prediction); pred-target: KL(prediction, target)",
            "target-pred",
            "pred-target");

    private static final Param FLOOR =
            new Param("floor", 0, Interval.closed(0, 1), "probabilities that are less, in either, are taken for this");
    private static final Param DIVIDE = Param.choice(
            "divide", "columns: by how many there are, so that the mean is one over all elements", "none", "columns");

    @Override
    public Card card() {
        return Card.of("kl", "Kullback-Leibler divergence")
                .aliases("kl_divergence", "kullback_leibler", "kullback_leibler_divergence", "kld", "relative_entropy")
                .aliases(Scale.LOG_PROBABILITY, "KLDivLoss")
                .aliases(Scale.LOG_PROBABILITY, "kl_div")
                .about(Family.DISTRIBUTION, "the surprise that the prediction adds to what the target itself has")
                .use("Target and prediction are distributions, and both are given in full.")
                .avoid("The target is one class: it is cross-entropy then.")
                .formula("""
                        sum over k of t_k log(t_k / q_k)        direction target-pred
                        sum over k of q_k log(q_k / t_k)        direction pred-target
                        """)
                .gradient("""
                        target-pred: -t_k / q_k by probability, -t_k by log-probability
                        pred-target: log(q_k / t_k) + 1 by probability, q_k times that by log-probability
                        """)
                .hessian("""
                        target-pred: t_k / q_k^2 by probability, 0 by log-probability
                        pred-target: 1 / q_k by probability, q_k (log(q_k / t_k) + 2) by log-probability
                        """)
                .target(Target.DISTRIBUTION, Interval.UNIT)
                .logarithms()
                .prediction(Scale.PROBABILITY, Scale.LOG_PROBABILITY)
                .predictions(2, Integer.MAX_VALUE)
                .param(DIRECTION)
                .param(FLOOR)
                .param(DIVIDE)
                .twin("torch", "KLDivLoss", "--from log-probability --divide columns", "log_target=True takes log t")
                .twin("torch", "KLDivLoss(reduction='batchmean')", "--from log-probability")
                .twin("keras", "KLDivergence", "--floor 1e-7 --mean-over rows")
                .twin("optax", "kl_divergence", "--from log-probability")
                .twin("optax", "kl_divergence_with_log_targets", "--from log-probability", "takes log t too")
                .twin(
                        "torchmetrics",
                        "KLDivergence",
                        "",
                        "divides each row by its sum; its first argument is the target")
                .twin(
                        "lightgbm",
                        "kullback_leibler",
                        "",
                        "of one label y and one probability p: here the columns are 1 - y, y and 1 - p, p")
                .twin("scipy", "rel_entr", "", "one term of the sum")
                .note("Natural logarithm. A term with t_k = 0 (or q_k = 0, the other way) is 0; nothing is clipped:"
                        + " what is possible in one and impossible in the other makes it infinite.")
                .source("S. Kullback, R. A. Leibler, On information and sufficiency, 1951;"
                        + " https://doi.org/10.1214/aoms/1177729694");
    }

    @Override
    public Card card(Setup setup) {
        // Held from below, a row need not sum to one.
        return setup.value(FLOOR) > 0 ? card().signed() : card();
    }

    @Override
    public Formula formula(Setup setup) {
        boolean reverse = setup.value(DIRECTION) == 1;
        double floor = setup.value(FLOOR);
        RowFormula formula =
                setup.scale() == Scale.PROBABILITY ? new OfProbability(reverse) : new OfLogProbability(reverse);
        formula = floor > 0 ? new FlooredRow(formula, floor, setup.scale() == Scale.PROBABILITY) : formula;
        return setup.value(DIVIDE) == 1 ? new TimesRow(formula, 1, setup.predictions(), Double.NaN) : formula;
    }

    /** Both distributions held from below; a prediction that is held has no slope. */
    record FlooredRow(RowFormula formula, double floor, boolean ofProbability) implements RowFormula {
        @Override
        public <R extends Real<R>> R loss(Row row, R[] f) {
            return formula.loss(row, held(row, f));
        }

        @Override
        public boolean cancels() {
            return formula.cancels();
        }

        @Override
        public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
            formula.gradient(row, held(row, f), gradient);
            level(f, gradient);
        }

        @Override
        public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
            formula.hessian(row, held(row, f), hessian);
            level(f, hessian);
        }

        /** Holds the targets of the row, which are a copy; and the predictions. */
        private <R extends Real<R>> R[] held(Row row, R[] f) {
            R[] held = f.clone();
            for (int k = 0; k < f.length; k++) {
                held[k] = f[k].max(least(f[k]));
                row.target()[k] = Math.max(row.target()[k], floor);
            }
            return held;
        }

        private <R extends Real<R>> R least(R any) {
            R least = any.constant(floor);
            return ofProbability ? least : least.log();
        }

        private <R extends Real<R>> void level(R[] f, R[] derivatives) {
            for (int k = 0; k < f.length; k++) {
                derivatives[k] = f[k].compareTo(least(f[k])) < 0 ? f[k].constant(0) : derivatives[k];
            }
        }
    }

    record OfProbability(boolean reverse) implements RowFormula {
        // Σ a log(a / b) = Σ (a log(a / b) + b - a) + Σ (a - b)
        @Override
        public <R extends Real<R>> R loss(Row row, R[] q) {
            R sum = q[0].constant(0);
            R excess = sum;
            for (int k = 0; k < q.length; k++) {
                R t = sum.constant(row.target()[k]);
                sum = sum.plus(reverse ? q[k].bd0(t) : t.bd0(q[k]));
                excess = excess.plus(reverse ? q[k].minus(t) : t.minus(q[k]));
            }
            return sum.plus(excess);
        }

        @Override
        public boolean cancels() {
            return true;
        }

        // -t / q;  log(q / t) + 1
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] q, R[] gradient) {
            for (int k = 0; k < q.length; k++) {
                R t = q[k].constant(row.target()[k]);
                gradient[k] = reverse
                        ? q[k].logRatio(t).plus(1)
                        : t.signum() == 0 ? t : t.dividedBy(q[k]).negate();
            }
        }

        // t / q²;  1 / q
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] q, R[] hessian) {
            for (int k = 0; k < q.length; k++) {
                R t = q[k].constant(row.target()[k]);
                hessian[k] = reverse
                        ? q[k].constant(1).dividedBy(q[k])
                        : t.signum() == 0 ? t : t.dividedBy(q[k]).dividedBy(q[k]);
            }
        }
    }

    /** The prediction f is log q. */
    record OfLogProbability(boolean reverse) implements RowFormula {
        // Σ t (log t - f);  Σ q (f - log t),  q = e^f
        @Override
        public <R extends Real<R>> R loss(Row row, R[] f) {
            R sum = f[0].constant(0);
            for (int k = 0; k < f.length; k++) {
                double t = row.target()[k];
                if (reverse) {
                    sum = sum.plus(f[k].exp().times(excess(f[k], t)));
                } else if (t != 0) {
                    sum = sum.minus(excess(f[k], t).times(t));
                }
            }
            return sum;
        }

        @Override
        public boolean cancels() {
            return true;
        }

        // -t;  q (f - log t + 1)
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
            for (int k = 0; k < f.length; k++) {
                double t = row.target()[k];
                gradient[k] = reverse ? f[k].exp().times(excess(f[k], t).plus(1)) : f[k].constant(0 - t);
            }
        }

        // 0;  q (f - log t + 2)
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
            for (int k = 0; k < f.length; k++) {
                double t = row.target()[k];
                hessian[k] = reverse ? f[k].exp().times(excess(f[k], t).plus(2)) : f[k].constant(0);
            }
        }

        /** f - log t. */
        private static <R extends Real<R>> R excess(R f, double t) {
            return f.minus(f.constant(t).log());
        }
    }
}

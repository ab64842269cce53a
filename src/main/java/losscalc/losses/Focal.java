package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.PointFormula;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.DoubleDouble;

/** Focal loss: cross-entropy that turns away from what is already well predicted. */
final class Focal implements Loss {
    private static final Param GAMMA = new Param(
            "gamma",
            2,
            Interval.NON_NEGATIVE,
            "how strongly well-predicted samples are turned down; 0 is cross-entropy");
    private static final Param ALPHA = new Param(
            "alpha",
            Double.NaN,
            Interval.UNIT,
            "weight of the label 1, its complement being that of 0; of all classes alike in the multi-class form");

    @Override
    public Card card() {
        return Card.of("focal", "Focal loss")
                .aliases("focal_loss", "BinaryFocalCrossentropy", "CategoricalFocalCrossentropy")
                .aliases(Scale.LOGIT, "sigmoid_focal_loss")
                .aliases("sigmoid_focal_crossentropy")
                .about(Family.MULTICLASS, "cross-entropy that counts easy samples less; for rare classes")
                .formula("""
                        -a_t (1 - p_t)^gamma log p_t
                        p_t the probability of the true class, a_t = alpha or 1 - alpha (1 when not given)
                        """)
                .gradient("a_t (1 - p_t)^gamma (1 + gamma p_t s / (1 - p_t)) ds/df,    s = -log p_t")
                .hessian("the derivative of the gradient; p_t, s and its derivatives as the prediction gives them")
                .target(Target.CLASS, Interval.UNIT)
                .probabilities()
                .logarithms()
                .prediction(Scale.PROBABILITY, Scale.LOGIT, Scale.LOG_PROBABILITY)
                .shares()
                .param(GAMMA)
                .param(ALPHA)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.TRUE_PROBABILITY)
                .twin(
                        "keras",
                        "BinaryFocalCrossentropy",
                        "--clip 1e-7 --mean-over rows",
                        "alpha only with apply_class_balancing")
                .twin("keras", "CategoricalFocalCrossentropy", "--normalize --clip 1e-7 --alpha 0.25 --mean-over rows")
                .twin("optax", "sigmoid_focal_loss", "--from logit")
                .twin("tensorflow-addons", "sigmoid_focal_crossentropy", "--alpha 0.25")
                .note("With gamma 0 and no alpha it is cross-entropy, to the last bit.")
                .note("Soft labels: binary, p_t = y p + (1 - y)(1 - p); multi-class, the mean over the classes.")
                .source("T.-Y. Lin et al., Focal loss for dense object detection, 2017;"
                        + " https://doi.org/10.1109/ICCV.2017.324");
    }

    @Override
    public Formula formula(Setup setup) {
        double gamma = setup.value(GAMMA);
        double alpha = setup.value(ALPHA);
        if (gamma == 0 && Double.isNaN(alpha)) {
            return new CrossEntropy().formula(setup);
        }
        return setup.predictions() == 1
                ? new Binary(new BinaryCrossEntropy.Equation(Bernoulli.of(setup)), gamma, alpha)
                : new MultiClass(Categorical.of(setup), gamma, Double.isNaN(alpha) ? 1 : alpha);
    }

    record Binary(BinaryCrossEntropy.Equation entropy, double gamma, double alpha) implements PointFormula {
        // α_t r^γ s,  r = 1 - p_t,  s = -y log p - (1 - y) log(1 - p)
        @Override
        public DoubleDouble loss(double y, double f) {
            if (hasNoWeight(y)) {
                return DoubleDouble.ZERO;
            }
            DoubleDouble s = entropy.loss(y, f);
            // Where s is infinite, r is not 0, though its power may be too small for a double.
            return s.isFinite() ? damping(y, f).times(s).times(alpha(y)) : s;
        }

        // α_t r^γ (s' + γ u s),  u = (log r)'
        @Override
        public DoubleDouble gradient(double y, double f) {
            if (hasNoWeight(y)) {
                return DoubleDouble.ZERO;
            }
            DoubleDouble slope = entropy.gradient(y, f);
            if (gamma == 0) {
                return slope.times(alpha(y));
            }
            DoubleDouble damping = damping(y, f);
            if (damping.signum() == 0) {
                return DoubleDouble.ZERO;
            }
            DoubleDouble u = logRestSlope(y, f);
            return slope.plus(u.times(entropy.loss(y, f)).times(gamma))
                    .times(damping)
                    .times(alpha(y));
        }

        // α_t r^γ (s'' + 2 γ u s' + γ (u' + γ u²) s)
        @Override
        public DoubleDouble hessian(double y, double f) {
            if (hasNoWeight(y)) {
                return DoubleDouble.ZERO;
            }
            DoubleDouble curvature = entropy.hessian(y, f);
            if (gamma == 0) {
                return curvature.times(alpha(y));
            }
            DoubleDouble damping = damping(y, f);
            if (damping.signum() == 0) {
                return DoubleDouble.ZERO;
            }
            DoubleDouble u = logRestSlope(y, f);
            DoubleDouble bend = logRestCurvature(y, f).plus(u.squared().times(gamma));
            return curvature
                    .plus(u.times(entropy.gradient(y, f)).times(2 * gamma))
                    .plus(bend.times(entropy.loss(y, f)).times(gamma))
                    .times(damping)
                    .times(alpha(y));
        }

        /** (1 - p_t)^γ with 1 - p_t = y (1 - p) + (1 - y) p. */
        private DoubleDouble damping(double y, double f) {
            return gamma == 0 ? DoubleDouble.ONE : rest(y, f).pow(gamma);
        }

        private DoubleDouble rest(double y, double f) {
            Bernoulli p = entropy.p();
            if (y == 0 || y == 1) {
                return p.probability(1 - (int) y, f);
            }
            return p.probability(0, f).times(y).plus(p.probability(1, f).times(DoubleDouble.difference(1, y)));
        }

        /** (log r)': for a hard label, the slope of the other label's surprise, turned round. */
        private DoubleDouble logRestSlope(double y, double f) {
            Bernoulli p = entropy.p();
            if (y == 0 || y == 1) {
                return p.slope(1 - (int) y, f).negate();
            }
            DoubleDouble up = p.slope(1, f).negate().times(p.probability(1, f));
            return up.times(DoubleDouble.ONE.minus(2 * y)).dividedBy(rest(y, f));
        }

        /** (log r)''. */
        private DoubleDouble logRestCurvature(double y, double f) {
            Bernoulli p = entropy.p();
            if (y == 0 || y == 1) {
                return p.curvature(1 - (int) y, f).negate();
            }
            DoubleDouble bend = p.slope(1, f).squared().minus(p.curvature(1, f)).times(p.probability(1, f));
            return bend.times(DoubleDouble.ONE.minus(2 * y))
                    .dividedBy(rest(y, f))
                    .minus(logRestSlope(y, f).squared());
        }

        /** A label of weight 0 has no loss, not even where its surprise is infinite. */
        private boolean hasNoWeight(double y) {
            return alpha(y).signum() == 0;
        }

        private DoubleDouble alpha(double y) {
            if (Double.isNaN(alpha)) {
                return DoubleDouble.ONE;
            }
            return DoubleDouble.product(y, alpha)
                    .plus(DoubleDouble.difference(1, y).times(DoubleDouble.difference(1, alpha)));
        }
    }

    record MultiClass(Categorical p, double gamma, double alpha) implements RowFormula {
        @Override
        public boolean isMeanOverLabels() {
            return true;
        }

        // α Σ t_c (1 - p_c)^γ s_c,  s_c = -log p_c
        @Override
        public DoubleDouble loss(Row sample) {
            double[] t = sample.target();
            double[] row = sample.prediction();
            DoubleDouble sum = DoubleDouble.ZERO;
            for (int c = 0; c < t.length; c++) {
                if (t[c] * alpha != 0) {
                    sum = sum.plus(damping(row, c).times(p.surprise(row, c)).times(t[c]));
                }
            }
            return sum.times(alpha);
        }

        // α Σ t_c L(s_c)',  L(s)' = (q^γ + γ q^(γ-1) p s) s'
        @Override
        public void gradient(Row sample, DoubleDouble[] gradient) {
            double[] t = sample.target();
            double[] row = sample.prediction();
            Arrays.fill(gradient, DoubleDouble.ZERO);
            DoubleDouble[] slopes = new DoubleDouble[row.length];
            for (int c = 0; c < t.length; c++) {
                if (t[c] * alpha != 0) {
                    DoubleDouble weight = steepness(row, c).times(t[c]).times(alpha);
                    p.slopes(row, c, slopes);
                    for (int k = 0; k < row.length; k++) {
                        gradient[k] = gradient[k].plus(slopes[k].times(weight));
                    }
                }
            }
        }

        // α Σ t_c L(s_c)'',  L(s)'' = L' s'' + γ p q^(γ-1) ((2 - s) + (γ - 1) (p / q) s) s'²
        @Override
        public void hessian(Row sample, DoubleDouble[] hessian) {
            double[] t = sample.target();
            double[] row = sample.prediction();
            Arrays.fill(hessian, DoubleDouble.ZERO);
            DoubleDouble[] slopes = new DoubleDouble[row.length];
            DoubleDouble[] curvatures = new DoubleDouble[row.length];
            for (int c = 0; c < t.length; c++) {
                if (t[c] * alpha != 0) {
                    DoubleDouble weight = DoubleDouble.product(t[c], alpha);
                    DoubleDouble steepness = steepness(row, c).times(weight);
                    DoubleDouble bend = bend(row, c).times(weight);
                    p.slopes(row, c, slopes);
                    p.curvatures(row, c, curvatures);
                    for (int k = 0; k < row.length; k++) {
                        hessian[k] = hessian[k]
                                .plus(curvatures[k].times(steepness))
                                .plus(slopes[k].squared().times(bend));
                    }
                }
            }
        }

        private DoubleDouble bend(double[] row, int c) {
            DoubleDouble damping = damping(row, c);
            if (gamma == 0 || damping.signum() == 0) {
                return DoubleDouble.ZERO;
            }
            DoubleDouble odds = p.probability(row, c).dividedBy(p.rest(row, c));
            DoubleDouble s = p.surprise(row, c);
            DoubleDouble inner = DoubleDouble.of(2).minus(s).plus(odds.times(s).times(gamma - 1));
            return damping.times(odds).times(inner).times(gamma);
        }

        private DoubleDouble damping(double[] row, int c) {
            return gamma == 0 ? DoubleDouble.ONE : p.rest(row, c).pow(gamma);
        }

        private DoubleDouble steepness(double[] row, int c) {
            DoubleDouble damping = damping(row, c);
            if (gamma == 0 || damping.signum() == 0) {
                return damping;
            }
            DoubleDouble odds = p.probability(row, c).dividedBy(p.rest(row, c));
            return damping.plus(damping.times(odds).times(p.surprise(row, c)).times(gamma));
        }
    }
}

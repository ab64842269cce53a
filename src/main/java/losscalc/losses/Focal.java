package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.AnalyticFormula;
import losscalc.loss.BestConstant;
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
import losscalc.loss.Working;
import losscalc.num.Real;

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
                .aliases("focal_loss", "BinaryFocalCrossentropy")
                .aliases(Scale.LOGIT, "sigmoid_focal_loss")
                .shorthand("--alpha", "0.25", "CategoricalFocalCrossentropy", "sigmoid_focal_crossentropy")
                .about(Family.MULTICLASS, "cross-entropy that counts easy samples less; for rare classes")
                .use("Rare positives among many easy negatives: detection.")
                .avoid("The probabilities are to be true: it rewards ones that are too cautious.")
                .formula("""
                        -a_t (1 - p_t)^gamma log p_t
                        p_t the probability of the true class, a_t = alpha or 1 - alpha (1 when not given)
                        """)
                .gradient("a_t (1 - p_t)^gamma (1 + gamma p_t s / (1 - p_t)) ds/df,    s = -log p_t")
                .hessian("a_t (1 - p_t)^gamma ((1 + gamma p_t s / (1 - p_t)) d^2 s/df^2"
                        + "    + gamma p_t (2 (1 - p_t) - s (1 - gamma p_t)) / (1 - p_t)^2 (ds/df)^2)")
                .target(Target.CLASS, Interval.UNIT)
                .probabilities()
                .logarithms()
                .prediction(Scale.PROBABILITY, Scale.LOGIT, Scale.LOG_PROBABILITY)
                .shares()
                .param(GAMMA)
                .param(ALPHA)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.TRUE_PROBABILITY)
                .binaryTwin(
                        "keras",
                        "BinaryFocalCrossentropy",
                        "--clip 1e-7 --mean-over rows",
                        "alpha only with apply_class_balancing")
                .twin(
                        "keras",
                        "CategoricalFocalCrossentropy",
                        "--normalize --clip 1e-7 --alpha 0.25 --mean-over rows",
                        "a list of alphas is --class-weight, and --alpha 1")
                .binaryTwin("torchvision", "sigmoid_focal_loss", "--from logit --alpha 0.25", "")
                .binaryTwin("optax", "sigmoid_focal_loss", "--from logit", "")
                .binaryTwin("tensorflow-addons", "sigmoid_focal_crossentropy", "--alpha 0.25", "")
                .note("With gamma 0 and no alpha it is cross-entropy, to the last bit.")
                .note("Binary: --class-weight weighs a soft or smoothed label as a whole, whatever gamma is.")
                .note("Soft labels: binary, p_t = y p + (1 - y)(1 - p); multi-class, the mean over the classes.")
                .source("T.-Y. Lin et al., Focal loss for dense object detection, 2017;"
                        + " https://doi.org/10.1109/ICCV.2017.324");
    }

    @Override
    public Formula formula(Setup setup) {
        double gamma = setup.value(GAMMA);
        double alpha = setup.value(ALPHA);
        if (setup.adjustments().logFloor() == 0) {
            // No surprise is left to be turned down.
            return new CrossEntropy().formula(setup);
        }
        // In the binary form, --class-weight weighs the sample and not each label's part, whatever gamma is.
        if (gamma == 0
                && Double.isNaN(alpha)
                && (setup.predictions() > 1 || setup.adjustments().labelWeights() == null)) {
            return new CrossEntropy().formula(setup);
        }
        return setup.predictions() == 1
                ? Binary.of(Bernoulli.of(setup), gamma, alpha)
                : new MultiClass(Categorical.of(setup), gamma, Double.isNaN(alpha) ? 1 : alpha);
    }

    /**
     * @param entropy s, which --log-floor may limit
     * @param p the probabilities, which it does not
     */
    record Binary(BinaryCrossEntropy.Equation entropy, Bernoulli p, double gamma, double alpha)
            implements AnalyticFormula {
        static Binary of(Bernoulli p, double gamma, double alpha) {
            return new Binary(new BinaryCrossEntropy.Equation(p), p.unlimited(), gamma, alpha);
        }

        // α_t r^γ s,  r = 1 - p_t,  s = -y log p - (1 - y) log(1 - p)
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            R weight = alpha(y);
            // A label of weight 0 has no loss, not even where its surprise is infinite.
            return weight.signum() == 0
                    ? weight
                    : damping(y, f).times(entropy.loss(y, f)).times(weight);
        }

        // α_t r^γ (s' + γ u s),  u = (log r)'
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            R weight = alpha(y);
            if (weight.signum() == 0) {
                return weight;
            }
            R slope = entropy.gradient(y, f);
            R damping = damping(y, f);
            if (gamma == 0 || isInfinite(slope)) {
                return slope.times(damping).times(weight);
            }
            if (damping.signum() == 0) {
                return damping;
            }
            R u = logRestSlope(y, f);
            return slope.plus(u.times(entropy.loss(y, f)).times(gamma))
                    .times(damping)
                    .times(weight);
        }

        // α_t r^γ (s'' + 2 γ u s' + γ (u' + γ u²) s)
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            R weight = alpha(y);
            if (weight.signum() == 0) {
                return weight;
            }
            R curvature = entropy.hessian(y, f);
            R damping = damping(y, f);
            if (gamma == 0 || isInfinite(curvature)) {
                return curvature.times(damping).times(weight);
            }
            if (damping.signum() == 0) {
                return hasEnd(y) ? weight.times(bendAtCertainty(gamma)) : damping;
            }
            R u = logRestSlope(y, f);
            R bend = logRestCurvature(y, f).plus(u.squared().times(gamma));
            return curvature
                    .plus(u.times(entropy.gradient(y, f)).times(2 * gamma))
                    .plus(bend.times(entropy.loss(y, f)).times(gamma))
                    .times(damping)
                    .times(weight);
        }

        /** Whether r is 0 at the end of the domain, and with the slope 1 there. */
        private <R extends Real<R>> boolean hasEnd(R y) {
            return p instanceof Bernoulli.OfProbability || p instanceof Bernoulli.OfLogProbability && y.signum() > 0;
        }

        /** (1 - p_t)^γ with 1 - p_t = y (1 - p) + (1 - y) p. */
        private <R extends Real<R>> R damping(R y, R f) {
            return gamma == 0 ? y.constant(1) : rest(y, f).pow(gamma);
        }

        private <R extends Real<R>> R rest(R y, R f) {
            if (BinaryCrossEntropy.Equation.isCertain(y)) {
                return p.probability(1 - y.signum(), f);
            }
            R other = y.negate().plus(1);
            return p.probability(0, f).times(y).plus(p.probability(1, f).times(other));
        }

        /** (log r)': for a hard label, the slope of the other label's surprise, turned round. */
        private <R extends Real<R>> R logRestSlope(R y, R f) {
            if (BinaryCrossEntropy.Equation.isCertain(y)) {
                return p.slope(1 - y.signum(), f).negate();
            }
            return rise(f).times(y.times(-2).plus(1)).dividedBy(rest(y, f));
        }

        /** p', which is 1 where log p has its pole. */
        private <R extends Real<R>> R rise(R f) {
            R slope = p.slope(1, f);
            return isInfinite(slope) ? f.constant(1) : slope.negate().times(p.probability(1, f));
        }

        /** (log r)''. */
        private <R extends Real<R>> R logRestCurvature(R y, R f) {
            if (BinaryCrossEntropy.Equation.isCertain(y)) {
                return p.curvature(1 - y.signum(), f).negate();
            }
            R slope = p.slope(1, f);
            R bend = isInfinite(slope)
                    ? f.constant(0)
                    : slope.squared().minus(p.curvature(1, f)).times(p.probability(1, f));
            return bend.times(y.times(-2).plus(1))
                    .dividedBy(rest(y, f))
                    .minus(logRestSlope(y, f).squared());
        }

        private <R extends Real<R>> R alpha(R y) {
            if (Double.isNaN(alpha)) {
                return y.constant(1);
            }
            R other = y.negate().plus(1);
            return y.times(alpha).plus(other.times(y.constant(1).minus(alpha)));
        }
    }

    record MultiClass(Categorical p, double gamma, double alpha) implements RowFormula {
        @Override
        public boolean isMeanOverLabels() {
            return true;
        }

        // α Σ t_c (1 - p_c)^γ s_c,  s_c = -log p_c
        @Override
        public <R extends Real<R>> R loss(Row row, R[] f) {
            double[] t = row.target();
            R sum = f[0].constant(0);
            for (int c = 0; c < t.length; c++) {
                if (hasWeight(t[c])) {
                    sum = sum.plus(damping(f, c).times(p.surprise(f, c)).times(t[c]));
                }
            }
            return sum.times(alpha);
        }

        // α Σ t_c L(s_c)',  L(s)' = (q^γ + γ q^(γ-1) p s) s'
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
            double[] t = row.target();
            Arrays.fill(gradient, f[0].constant(0));
            R[] slopes = f.clone();
            for (int c = 0; c < t.length; c++) {
                if (hasWeight(t[c]) && p.isLimited(f, c)) {
                    p.rises(f, c, slopes);
                    addLimited(f, c, slopes, null, f[0].constant(t[c]).times(alpha), gradient);
                } else if (hasWeight(t[c])) {
                    R weight = steepness(f, c).times(t[c]).times(alpha);
                    p.slopes(f, c, slopes);
                    for (int k = 0; k < f.length; k++) {
                        gradient[k] = gradient[k].plus(slopes[k].times(weight));
                    }
                }
            }
        }

        // α Σ t_c L(s_c)'',  L(s)'' = L' s'' + γ p q^(γ-1) ((2 - s) + (γ - 1) (p / q) s) s'²
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
            double[] t = row.target();
            Arrays.fill(hessian, f[0].constant(0));
            R[] slopes = f.clone();
            R[] curvatures = f.clone();
            for (int c = 0; c < t.length; c++) {
                R weight = f[0].constant(t[c]).times(alpha);
                if (hasWeight(t[c]) && p.isLimited(f, c)) {
                    p.rises(f, c, slopes);
                    p.bends(f, c, curvatures);
                    addLimited(f, c, slopes, curvatures, weight, hessian);
                } else if (hasWeight(t[c])) {
                    R steepness = steepness(f, c).times(weight);
                    R bend = bend(f, c).times(weight);
                    p.slopes(f, c, slopes);
                    p.curvatures(f, c, curvatures);
                    for (int k = 0; k < f.length; k++) {
                        hessian[k] = hessian[k].plus(curvatures[k].times(steepness));
                        if (slopes[k].signum() != 0 && !isInfinite(curvatures[k])) {
                            hessian[k] = hessian[k].plus(slopes[k].squared().times(bend));
                        }
                    }
                }
            }
        }

        // Of s q^γ where s is a limit:  -γ s q^(γ-1) p',  and  -γ s q^(γ-1) (p'' - (γ - 1) p'² / q)
        private <R extends Real<R>> void addLimited(R[] f, int c, R[] rises, R[] bends, R weight, R[] into) {
            R q = p.rest(f, c);
            R factor = p.surprise(f, c).times(q.pow(gamma - 1)).times(-gamma).times(weight);
            for (int k = 0; k < f.length; k++) {
                R inner = bends == null
                        ? rises[k]
                        : bends[k].minus(rises[k].squared().times(gamma - 1).dividedBy(q));
                into[k] = into[k].plus(inner.times(factor));
            }
        }

        private boolean hasWeight(double t) {
            return t != 0 && alpha != 0;
        }

        private <R extends Real<R>> R bend(R[] f, int c) {
            R damping = damping(f, c);
            if (gamma == 0 || damping.signum() == 0) {
                return damping.constant(gamma == 0 ? 0 : bendAtCertainty(gamma));
            }
            R odds = p.probability(f, c).dividedBy(p.rest(f, c));
            if (odds.signum() == 0) {
                return odds;
            }
            R s = p.surprise(f, c);
            R inner = s.negate().plus(2).plus(odds.times(s).times(gamma - 1));
            return damping.times(odds).times(inner).times(gamma);
        }

        private <R extends Real<R>> R damping(R[] f, int c) {
            return gamma == 0 ? f[c].constant(1) : p.rest(f, c).pow(gamma);
        }

        private <R extends Real<R>> R steepness(R[] f, int c) {
            R damping = damping(f, c);
            if (gamma == 0 || damping.signum() == 0) {
                return damping;
            }
            R odds = p.probability(f, c).dividedBy(p.rest(f, c));
            // p s is 0 at p = 0.
            return odds.signum() == 0
                    ? damping
                    : damping.plus(damping.times(odds).times(p.surprise(f, c)).times(gamma));
        }
    }

    /** Near r = 0 the loss is r^(γ+1): its second derivative by r, there. */
    private static double bendAtCertainty(double gamma) {
        return gamma > 1 ? 0 : gamma == 1 ? 2 : Double.POSITIVE_INFINITY;
    }

    /** An infinite derivative of the surprise is all that counts. */
    private static <R extends Real<R>> boolean isInfinite(R x) {
        return x.abs().compareTo(Double.POSITIVE_INFINITY) == 0;
    }
}

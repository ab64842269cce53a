package losscalc.losses;

import losscalc.loss.AnalyticFormula;
import losscalc.num.Real;

/**
 * Focal loss of one prediction column.
 *
 * @param entropy s, which --log-floor may limit
 * @param p the probabilities, which it does not
 */
record BinaryFocal(BinaryCrossEntropy.Equation entropy, Bernoulli p, double gamma, double alpha)
        implements AnalyticFormula {
    static BinaryFocal of(Bernoulli p, double gamma, double alpha) {
        return new BinaryFocal(new BinaryCrossEntropy.Equation(p), p.unlimited(), gamma, alpha);
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
        if (gamma == 0 || Focal.isInfinite(slope)) {
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
        if (gamma == 0 || Focal.isInfinite(curvature)) {
            return curvature.times(damping).times(weight);
        }
        if (damping.signum() == 0) {
            return hasEnd(y) ? weight.times(Focal.bendAtCertainty(gamma)) : damping;
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
        return Focal.isInfinite(slope) ? f.constant(1) : slope.negate().times(p.probability(1, f));
    }

    /** (log r)''. */
    private <R extends Real<R>> R logRestCurvature(R y, R f) {
        if (BinaryCrossEntropy.Equation.isCertain(y)) {
            return p.curvature(1 - y.signum(), f).negate();
        }
        R slope = p.slope(1, f);
        R bend = Focal.isInfinite(slope)
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

package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.num.Real;

/** Focal loss of a column for each class. */
record CategoricalFocal(Categorical p, double gamma, double alpha) implements RowFormula {
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
                p.probabilitySlopes(f, c, slopes);
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
                p.probabilitySlopes(f, c, slopes);
                p.probabilityCurvatures(f, c, curvatures);
                addLimited(f, c, slopes, curvatures, weight, hessian);
            } else if (hasWeight(t[c])) {
                R steepness = steepness(f, c).times(weight);
                R bend = bend(f, c).times(weight);
                p.slopes(f, c, slopes);
                p.curvatures(f, c, curvatures);
                for (int k = 0; k < f.length; k++) {
                    hessian[k] = hessian[k].plus(curvatures[k].times(steepness));
                    if (slopes[k].signum() != 0 && !Focal.isInfinite(curvatures[k])) {
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
            return damping.constant(gamma == 0 ? 0 : Focal.bendAtCertainty(gamma));
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

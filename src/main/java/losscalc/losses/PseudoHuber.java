package losscalc.losses;

import losscalc.loss.AnalyticFormula;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Real;

/** Pseudo-Huber loss, a Huber loss without a seam. */
final class PseudoHuber implements Loss {
    private static final Param DELTA = new Param(
            "delta",
            1,
            Interval.POSITIVE,
            "the size of residual about which the parabola goes over into straight lines, and their slope");

    @Override
    public Card card() {
        return Card.of("pseudo-huber", "Pseudo-Huber loss")
                .aliases("pseudo_huber_loss", "pseudohubererror", "mphe", "huber_loss_pseudo", "charbonnier", "soft_l1")
                .about(Family.REGRESSION, "like huber, but smooth everywhere")
                .use("Like huber where a second derivative is needed everywhere (Newton steps, boosting).")
                .avoid("Exact zero slope change at delta matters: here the passage is gradual.")
                .formula("delta^2 (sqrt(1 + (r/delta)^2) - 1),    r = y - f")
                .gradient("-r / sqrt(1 + (r/delta)^2)")
                .hessian("(1 + (r/delta)^2)^(-3/2)")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(DELTA)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.RESIDUAL)
                .twin("xgboost", "mphe", "", "delta is called huber_slope")
                .twin("yardstick", "huber_loss_pseudo")
                .twin("scipy", "special.pseudo_huber", "", "delta must be given")
                .note("Near 0 it is 1/2 r^2, as huber is; far away delta |r|.")
                .note("The Charbonnier loss sqrt(r^2 + delta^2) is this divided by delta, plus delta.")
                .source("P. Charbonnier, L. Blanc-Feraud, G. Aubert and M. Barlaud, Deterministic edge-preserving"
                        + " regularization in computed imaging, 1997; https://doi.org/10.1109/83.551699");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(DELTA));
    }

    record Equation(double delta) implements AnalyticFormula {
        // δ² (s - 1) = r² / (1 + s),  s = √(1 + (r/δ)²)
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            R r = y.minus(f);
            return r.squared().dividedBy(root(r).plus(1));
        }

        // (f - y) / s
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            R slope = f.minus(y);
            return slope.dividedBy(root(slope));
        }

        // 1 / s³
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            R s = root(y.minus(f));
            return s.constant(1).dividedBy(s.squared().times(s));
        }

        private <R extends Real<R>> R root(R r) {
            return r.dividedBy(delta).squared().plus(1).sqrt();
        }
    }
}

package losscalc.losses;

import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Field;

/** Smoothed hinge loss. */
final class SmoothedHinge implements Loss {
    private static final Param GAMMA =
            new Param("gamma", 1, Interval.POSITIVE, "the width of the parabola in place of the corner");

    @Override
    public Card card() {
        return Card.of("smoothed-hinge", "Smoothed hinge loss")
                .aliases("SmoothedL1HingeLoss", "smooth_hinge")
                .about(Family.BINARY, "the hinge loss with its corner rounded off by a parabola of width gamma")
                .use("As hinge, where a gradient is needed everywhere.")
                .avoid("You compare with hinge: inside the rounded corner the number is another.")
                .formula("""
                        0                            if a >= 1,    a = y f
                        (1 - a)^2 / (2 gamma)        if 1 - gamma <= a < 1
                        1 - gamma / 2 - a            if a < 1 - gamma
                        """)
                .gradient("y times: 0 if a >= 1, -(1 - a) / gamma if 1 - gamma <= a < 1, else -1")
                .hessian("1 / gamma if 1 - gamma <= a < 1, else 0")
                .target(Target.SIGN, Interval.closed(-1, 1))
                .prediction(Interval.REAL)
                .param(GAMMA)
                .bestConstant(BestConstant.SEARCH)
                .twin("juliaml", "SmoothedL1HingeLoss", "", "gamma must be given")
                .note("As gamma goes to 0 it becomes the hinge loss; with gamma 2 it is a quarter of modified-huber.")
                .note("Labels are -1 and +1. For others, --positive LABEL names the one that is +1.")
                .source("S. Shalev-Shwartz, T. Zhang, Stochastic dual coordinate ascent methods, 2013;"
                        + " https://www.jmlr.org/papers/volume14/shalev-shwartz13a/shalev-shwartz13a.pdf");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(GAMMA));
    }

    record Equation(double gamma) implements MarginFormula {
        // r² / 2γ  if r = max(0, 1 - a) ≤ γ,  else  r - γ/2
        @Override
        public <R extends Field<R>> R of(R a) {
            R rest = a.constant(1).minus(a).max(a.constant(0));
            return rest.compareTo(gamma) <= 0
                    ? rest.squared().dividedBy(gamma).dividedBy(2)
                    : rest.minus(a.constant(gamma).dividedBy(2));
        }

        // -r / γ  if r ≤ γ,  else  -1
        @Override
        public <R extends Field<R>> R slope(R a) {
            R rest = a.constant(1).minus(a).max(a.constant(0));
            return rest.compareTo(gamma) <= 0 ? rest.dividedBy(gamma).negate() : a.constant(-1);
        }

        // 1 / γ  if 0 < r ≤ γ,  else  0
        @Override
        public <R extends Field<R>> R curvature(R a) {
            R rest = a.constant(1).minus(a);
            return rest.signum() > 0 && rest.compareTo(gamma) <= 0
                    ? a.constant(1).dividedBy(gamma)
                    : a.constant(0);
        }
    }
}

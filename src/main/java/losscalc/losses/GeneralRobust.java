package losscalc.losses;

import losscalc.loss.AlgebraicFormula;
import losscalc.loss.AnalyticFormula;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Field;
import losscalc.num.Real;

/** Barron's general and adaptive robust loss, a family that many others belong to. */
final class GeneralRobust implements Loss {
    private static final Param ALPHA = new Param(
            "alpha",
            1,
            new Interval(Double.NEGATIVE_INFINITY, 2, false, false),
            "the shape: 2 squared, 1 Charbonnier, 0 Cauchy, -2 Geman-McClure, -inf Welsch; less is more robust");

    private static final Param C =
            new Param("c", 1, Interval.POSITIVE, "the size of residual at which the bowl about 0 ends");

    @Override
    public Card card() {
        return Card.of("general-robust", "General robust loss")
                .aliases("barron", "adaptive_robust")
                .shorthand("--alpha", "0", "cauchy", "lorentzian")
                .shorthand("--alpha", "-2", "geman_mcclure")
                .shorthand("--alpha", "-inf", "welsch", "leclerc")
                .about(Family.REGRESSION, "one family: squared, Charbonnier, Cauchy, Geman-McClure, Welsch")
                .use("You want to see how much robustness matters: one knob, alpha, from squared to Welsch.")
                .avoid("A convex loss is needed: below alpha = 1 it has several minima.")
                .formula("""
                        z/2                                          alpha = 2,    z = ((y - f) / c)^2
                        log(1 + z/2)                                 alpha = 0
                        1 - e^(-z/2)                                 alpha = -inf
                        b/alpha ((1 + z/b)^(alpha/2) - 1)            else,    b = 2 - alpha
                        """)
                .gradient(
                        "(f - y)/c^2 (1 + z/b)^(alpha/2 - 1);    (f - y)/c^2 at alpha = 2, (f - y)/c^2 e^(-z/2) at -inf")
                .hessian("1/c^2 (1 + z/b)^(alpha/2 - 2) (1 + z (alpha - 1)/b);    1/c^2 at alpha = 2,"
                        + " 1/c^2 (1 - z) e^(-z/2) at -inf")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(ALPHA)
                .param(C)
                .working(Working.RESIDUAL)
                .note("Near 0 every member is 1/2 (r/c)^2: at alpha = 2 and c = 1 it is half-squared, not mse.")
                .note("At alpha = 1 it is pseudo-huber with delta = c, divided by c^2.")
                .note("Others scale the members otherwise: C^2/2 log(1 + (r/C)^2), the Cauchy loss of scipy's"
                        + " least_squares, is c^2 times the one with c = C / sqrt 2.")
                .source("J. T. Barron, A general and adaptive robust loss function, 2019;"
                        + " https://doi.org/10.1109/CVPR.2019.00446");
    }

    @Override
    public Formula formula(Setup setup) {
        double alpha = setup.value(ALPHA);
        double c = setup.value(C);
        if (alpha == 2) {
            return new Squared(c);
        }
        return alpha == 0 ? new Cauchy(c) : Double.isInfinite(alpha) ? new Welsch(c) : new Equation(alpha, c);
    }

    record Equation(double alpha, double c) implements AnalyticFormula {
        // b/α ((1 + z/b)^(α/2) - 1),  z = (r/c)²,  b = 2 - α
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return log(y, f).times(alpha / 2).expm1().times(b(y)).dividedBy(alpha);
        }

        // (f - y)/c² (1 + z/b)^(-b/2)
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            R power = log(y, f).times(b(y)).dividedBy(-2).exp();
            return f.minus(y).dividedBy(c).times(power).dividedBy(c);
        }

        // 1/c² (1 + z/b)^(-b/2 - 1) (1 + z (α - 1)/b)
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            R power = log(y, f).times(b(y).plus(2)).dividedBy(-2).exp();
            R bend = ratio(y, f).times(y.constant(alpha).minus(1)).plus(1);
            return power.times(bend).dividedBy(c).dividedBy(c);
        }

        private <R extends Real<R>> R b(R any) {
            return any.constant(2).minus(alpha);
        }

        private <R extends Real<R>> R ratio(R y, R f) {
            return y.minus(f).dividedBy(c).squared().dividedBy(b(y));
        }

        private <R extends Real<R>> R log(R y, R f) {
            return ratio(y, f).log1p();
        }
    }

    /** The member alpha = 2. */
    record Squared(double c) implements AlgebraicFormula {
        // ½ (r/c)²
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            return y.minus(f).dividedBy(c).squared().dividedBy(2);
        }

        // (f - y)/c²
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            return f.minus(y).dividedBy(c).dividedBy(c);
        }

        // 1/c²
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return y.constant(1).dividedBy(c).dividedBy(c);
        }
    }

    /** The limit alpha = 0. */
    record Cauchy(double c) implements AnalyticFormula {
        // log(1 + h),  h = ½ (r/c)²
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return half(y, f, c).log1p();
        }

        // (f - y)/c² / (1 + h)
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return f.minus(y).dividedBy(c).dividedBy(half(y, f, c).plus(1)).dividedBy(c);
        }

        // 1/c² (1 - h) / (1 + h)²
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            R h = half(y, f, c);
            R base = h.plus(1);
            return h.constant(1)
                    .minus(h)
                    .dividedBy(base)
                    .dividedBy(base)
                    .dividedBy(c)
                    .dividedBy(c);
        }
    }

    /** The limit alpha = -Infinity. */
    record Welsch(double c) implements AnalyticFormula {
        // 1 - e^-h,  h = ½ (r/c)²
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return half(y, f, c).negate().expm1().negate();
        }

        // (f - y)/c² e^-h
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return f.minus(y).dividedBy(c).times(half(y, f, c).negate().exp()).dividedBy(c);
        }

        // 1/c² e^-h (1 - 2 h)
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            R h = half(y, f, c);
            R bend = h.constant(1).minus(h.times(2));
            return h.negate().exp().times(bend).dividedBy(c).dividedBy(c);
        }
    }

    private static <R extends Real<R>> R half(R y, R f, double c) {
        return y.minus(f).dividedBy(c).squared().dividedBy(2);
    }
}

package losscalc.losses;

import losscalc.loss.AlgebraicFormula;
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
import losscalc.num.Field;
import losscalc.num.Real;

/** A power of the absolute error. */
final class Power implements Loss {
    private static final Param P =
            new Param("p", 3, Interval.atLeast(1), "the power; 1 gives the absolute, 2 the squared error").required();

    /** The product of more of them could lose more than a double-double has to spare. */
    private static final int MOST_FACTORS = 32;

    @Override
    public Card card() {
        return Card.of("lp", "Power of the absolute error")
                .aliases("lq", "LPDistLoss", "minkowski")
                .about(Family.REGRESSION, "the residual to any power from 1 on")
                .use("A power between mae and mse, or a steeper one, is prescribed.")
                .avoid("p above 2 with outliers: the largest error is then all there is.")
                .formula("|y - f|^p")
                .gradient("p |f - y|^(p-1) sign(f - y)")
                .hessian("p (p - 1) |f - y|^(p-2)")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(P)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.RESIDUAL)
                .twin("catboost", "Lq", "", "p is called q")
                .twin("juliaml", "LPDistLoss")
                .twin(
                        "torchmetrics",
                        "minkowski_distance",
                        "",
                        "the p-th root of the sum, for which there is no reduction")
                .note("No p-th root is taken, of the samples or of their mean.")
                .note("Between p = 1 and 2 the second derivative is infinite at a perfect prediction.")
                .source("CatBoost, Regression metrics: Lq;"
                        + " https://catboost.ai/docs/en/concepts/loss-functions-regression");
    }

    @Override
    public Formula formula(Setup setup) {
        double p = setup.value(P);
        if (p == 1) {
            return new AbsoluteError.Equation();
        }
        if (p == 2) {
            return new SquaredError.Equation();
        }
        return p == Math.rint(p) && p <= MOST_FACTORS ? new OfFactors((int) p) : new Equation(p);
    }

    /** A whole power: a product. */
    record OfFactors(int p) implements AlgebraicFormula {
        // |y - f|^p
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            return power(y.minus(f).abs(), p);
        }

        // p |f - y|^(p-1) sign(f - y)
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            R slope = f.minus(y);
            return power(slope.abs(), p - 1).times(p * slope.signum());
        }

        // p (p - 1) |f - y|^(p-2)
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return power(f.minus(y).abs(), p - 2).times(p * (p - 1));
        }

        private static <R extends Field<R>> R power(R x, int n) {
            R half = n > 1 ? power(x, n / 2).squared() : x.constant(1);
            return n % 2 == 0 ? half : half.times(x);
        }
    }

    record Equation(double p) implements AnalyticFormula {
        // |y - f|^p
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return y.minus(f).abs().pow(p);
        }

        // p |f - y|^(p-1) sign(f - y)
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            R slope = f.minus(y);
            return slope.abs().pow(p - 1).times(p).times(slope.signum());
        }

        // p (p - 1) |f - y|^(p-2)
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            return f.minus(y).abs().pow(p - 2).times(p - 1).times(p);
        }
    }
}

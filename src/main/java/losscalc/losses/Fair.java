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

/** Fair's robust loss. */
final class Fair implements Loss {
    private static final Param C =
            new Param("c", 1, Interval.POSITIVE, "the size of residual about which the loss goes from square to line");

    @Override
    public Card card() {
        return Card.of("fair", "Fair loss")
                .aliases("FairLoss")
                .about(Family.REGRESSION, "squared for small residuals, ever more linear for large ones; smooth")
                .use("A robust loss that is smooth everywhere, with weights 1 / (1 + |r| / c).")
                .avoid("Its value is to be compared with huber's: the scale of c is another.")
                .formula("c^2 (|r|/c - log(1 + |r|/c)),    r = y - f")
                .gradient("-r / (1 + |r|/c)")
                .hessian("1 / (1 + |r|/c)^2")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(C)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.RESIDUAL)
                .twin("lightgbm", "fair", "", "c is called fair_c")
                .twin("catboost", "FairLoss", "", "c is called smoothness")
                .note("Near 0 it is 1/2 r^2.")
                .source("R. C. Fair, On the robust estimation of econometric models, 1974; as in"
                        + " https://catboost.ai/docs/en/concepts/loss-functions-regression");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(C));
    }

    record Equation(double c) implements AnalyticFormula {
        // c² (x - log(1 + x)),  x = |r| / c
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return size(y, f).log1pMinus().times(-c).times(c);
        }

        // (f - y) / (1 + x)
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return f.minus(y).dividedBy(size(y, f).plus(1));
        }

        // 1 / (1 + x)²
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            return y.constant(1).dividedBy(size(y, f).plus(1).squared());
        }

        private <R extends Real<R>> R size(R y, R f) {
            return y.minus(f).abs().dividedBy(c);
        }
    }
}

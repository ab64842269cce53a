package losscalc.losses;

import losscalc.loss.AnalyticFormula;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Real;

/** The logarithm of the hyperbolic cosine of the residual. */
final class LogCosh implements Loss {
    @Override
    public Card card() {
        return Card.of("log-cosh", "Log-cosh loss")
                .aliases("log_cosh_error", "LogCoshLoss")
                .about(Family.REGRESSION, "squared for small residuals, absolute for large ones, smooth everywhere")
                .use("A smooth mae with no parameter to choose; twice differentiable everywhere.")
                .avoid("The targets are not scaled to errors around 1: the passage to linear sits there.")
                .formula("log cosh(y - f)")
                .gradient("tanh(f - y)")
                .hessian("1 / cosh(f - y)^2")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.RESIDUAL)
                .twin(
                        "keras",
                        "LogCosh",
                        "--mean-over rows",
                        "in float32, 0 for small residuals because of cancellation")
                .twin("optax", "log_cosh", "", "in float32, 0 for small residuals because of cancellation")
                .twin(
                        "torchmetrics",
                        "log_cosh_error",
                        "",
                        "in float32, 0 for small residuals, infinite for large ones")
                .twin("catboost", "LogCosh")
                .twin("juliaml", "LogCoshLoss")
                .note("Near 0 it is 1/2 r^2, far away |r| - log 2.")
                .source("R. Neuneier and H. G. Zimmermann, How to train neural networks, 1998;"
                        + " https://doi.org/10.1007/3-540-49430-8_18");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements AnalyticFormula {
        // log cosh(y - f)
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return y.minus(f).logCosh();
        }

        // tanh(f - y)
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return f.minus(y).tanh();
        }

        // 1 / cosh(r)²
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            return inverseSquaredCosh(y.minus(f));
        }
    }

    /** {@code 1 / cosh(r)^2 = 4 q / (1 + q)^2} with {@code q = e^(-2 |r|)}, which does not overflow. */
    static <R extends Real<R>> R inverseSquaredCosh(R r) {
        R q = r.abs().times(-2).exp();
        return q.times(4).dividedBy(q.plus(1).squared());
    }
}

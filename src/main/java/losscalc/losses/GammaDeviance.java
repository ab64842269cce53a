package losscalc.losses;

import losscalc.loss.AnalyticFormula;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Real;

/** Deviance of a gamma distribution. */
final class GammaDeviance implements Loss {
    private static final Param EPS = new Param(
            "eps", 0, Interval.NON_NEGATIVE, "added to target and prediction; not to a prediction that is a log");

    @Override
    public Card card() {
        return Card.of("gamma-deviance", "Gamma deviance")
                .aliases("mean_gamma_deviance")
                .about(Family.LIKELIHOOD, "for positive values: what counts is the ratio of target and prediction")
                .use("Positive amounts, where being off by ten percent costs the same at 1 and at 1000.")
                .avoid("Targets of zero: tweedie-deviance with a power between 1 and 2.")
                .formula("2 (log(f / y) + y / f - 1)")
                .gradient("2 (f - y) / f^2 by the mean f, 2 (1 - y e^-z) by its logarithm z")
                .hessian("2 (2 y - f) / f^3 by the mean f, 2 y e^-z by its logarithm z")
                .target(Target.NUMBER, Interval.POSITIVE)
                .prediction(Interval.POSITIVE)
                .prediction(Scale.LOG)
                .param(EPS)
                .bestConstant(BestConstant.MEAN)
                .twin("sklearn", "mean_gamma_deviance")
                .twin("torchmetrics", "tweedie_deviance_score", "", "power=2")
                .twin("xgboost", "gamma-deviance", "--eps 1e-6")
                .twin("lightgbm", "gamma_deviance", "--reduction sum", "adds 1e-9 to the prediction that it divides by")
                .note("It is tweedie-deviance at power 2.")
                .source("P. McCullagh and J. A. Nelder, Generalized Linear Models, 1989, section 2.3;"
                        + " https://doi.org/10.1007/978-1-4899-3242-6");
    }

    @Override
    public Formula formula(Setup setup) {
        double eps = setup.value(EPS);
        return eps > 0 && setup.scale() != Scale.LOG ? new Shifted(new OfMean(), eps) : of(setup.scale());
    }

    /** The formula for a scale of the prediction. */
    static Formula of(Scale scale) {
        return scale == Scale.LOG ? new OfLog() : new OfMean();
    }

    record OfMean() implements AnalyticFormula {
        // 2 (t - log(1 + t)),  t = (y - f) / f
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            R t = y.minus(f).dividedBy(f);
            R log = t.abs().compareTo(0.5) < 0
                    ? t.log1pMinus()
                    : y.dividedBy(f).log().minus(t);
            return log.times(-2);
        }

        // 2 (f - y) / f²
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return f.minus(y).dividedBy(f).dividedBy(f).times(2);
        }

        // 2 (2 y - f) / f³
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            return y.times(2).minus(f).dividedBy(f).dividedBy(f).dividedBy(f).times(2);
        }
    }

    /** The formula of (y + ε, f + ε). */
    record Shifted(OfMean formula, double eps) implements AnalyticFormula {
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return formula.loss(y.plus(eps), f.plus(eps));
        }

        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return formula.gradient(y.plus(eps), f.plus(eps));
        }

        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            return formula.hessian(y.plus(eps), f.plus(eps));
        }
    }

    record OfLog() implements AnalyticFormula {
        // 2 (e^u - 1 - u),  u = log y - z
        @Override
        public <R extends Real<R>> R loss(R y, R z) {
            return y.logMinus(z).expm1Minus().times(2);
        }

        // 2 (1 - e^u)
        @Override
        public <R extends Real<R>> R gradient(R y, R z) {
            return y.logMinus(z).expm1().times(-2);
        }

        // 2 e^u
        @Override
        public <R extends Real<R>> R hessian(R y, R z) {
            return y.logMinus(z).exp().times(2);
        }
    }
}

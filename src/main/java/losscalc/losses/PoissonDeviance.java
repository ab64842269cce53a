package losscalc.losses;

import losscalc.loss.AnalyticFormula;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Real;

/** Deviance of a Poisson distribution. */
final class PoissonDeviance implements Loss {
    @Override
    public Card card() {
        return Card.of("poisson-deviance", "Poisson deviance")
                .aliases("mean_poisson_deviance")
                .about(Family.LIKELIHOOD, "for counts: twice the log-likelihood that a perfect prediction has more")
                .use("Counts, with 0 for a perfect prediction; what a Poisson regression reports.")
                .avoid("Variance far above the mean: negbin-nll.")
                .formula("2 (y log(y / f) - y + f),    2 f at y = 0")
                .gradient("2 (f - y) / f by the mean f, 2 (e^z - y) by its logarithm z")
                .hessian("2 y / f^2 by the mean f, 2 e^z by its logarithm z")
                .target(Target.NUMBER, Interval.NON_NEGATIVE)
                .prediction(Interval.POSITIVE)
                .prediction(Scale.LOG)
                .bestConstant(BestConstant.MEAN)
                .twin("sklearn", "mean_poisson_deviance")
                .twin("torchmetrics", "tweedie_deviance_score", "", "power=1")
                .twin("vw", "poisson", "--from log", "adds 1e-6 to the target inside the logarithm")
                .note("It is tweedie-deviance at power 1.")
                .source("P. McCullagh and J. A. Nelder, Generalized Linear Models, 1989, section 2.3;"
                        + " https://doi.org/10.1007/978-1-4899-3242-6");
    }

    @Override
    public Formula formula(Setup setup) {
        return of(setup.scale());
    }

    /** The formula for a scale of the prediction. */
    static Formula of(Scale scale) {
        return scale == Scale.LOG ? new OfLog() : new OfMean();
    }

    record OfMean() implements AnalyticFormula {
        // 2 (y log(y/f) - y + f)
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return y.bd0(f).times(2);
        }

        // 2 (f - y) / f
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return f.minus(y).dividedBy(f).times(2);
        }

        // 2 y / f²
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            return y.dividedBy(f).dividedBy(f).times(2);
        }
    }

    record OfLog() implements AnalyticFormula {
        // 2 (y (log y - z) - y + e^z)
        @Override
        public <R extends Real<R>> R loss(R y, R z) {
            return half(y, z).times(2);
        }

        // 2 (e^z - y)
        @Override
        public <R extends Real<R>> R gradient(R y, R z) {
            return z.expMinus(y).times(2);
        }

        // 2 e^z
        @Override
        public <R extends Real<R>> R hessian(R y, R z) {
            return z.exp().times(2);
        }
    }

    /** Half the deviance from a mean of e^z: with u = log y - z it is y (e^-u - 1 + u). */
    static <R extends Real<R>> R half(R y, R z) {
        if (y.signum() == 0) {
            return z.exp();
        }
        R u = y.logMinus(z);
        return u.abs().compareTo(0.5) < 0
                ? u.negate().expm1Minus().times(y)
                : u.times(y).plus(z.exp().minus(y));
    }
}

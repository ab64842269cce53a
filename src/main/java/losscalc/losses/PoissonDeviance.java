package losscalc.losses;

import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.PointFormula;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.DoubleDouble;
import losscalc.num.Functions;

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
                .twin("sklearn", "HalfPoissonLoss", "--from log --half", "without the terms of the target alone")
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

    record OfMean() implements PointFormula {
        // 2 (y log(y/f) - y + f)
        @Override
        public DoubleDouble loss(double y, double f) {
            return Functions.bd0(y, f).scalb(1);
        }

        // 2 (f - y) / f
        @Override
        public DoubleDouble gradient(double y, double f) {
            return DoubleDouble.difference(f, y).dividedBy(f).scalb(1);
        }

        // 2 y / f²
        @Override
        public DoubleDouble hessian(double y, double f) {
            return DoubleDouble.quotient(y, f).dividedBy(f).scalb(1);
        }
    }

    record OfLog() implements PointFormula {
        // 2 (y (log y - z) - y + e^z)
        @Override
        public DoubleDouble loss(double y, double z) {
            return half(y, z).scalb(1);
        }

        // 2 (e^z - y)
        @Override
        public DoubleDouble gradient(double y, double z) {
            return Functions.expMinus(z, y).scalb(1);
        }

        // 2 e^z
        @Override
        public DoubleDouble hessian(double y, double z) {
            return DoubleDouble.of(z).exp().scalb(1);
        }
    }

    /** Half the deviance from a mean of e^z: with u = log y - z it is y (e^-u - 1 + u). */
    static DoubleDouble half(double y, double z) {
        if (y == 0) {
            return DoubleDouble.of(z).exp();
        }
        DoubleDouble u = Functions.logMinus(y, z);
        return Math.abs(u.hi()) < 0.5
                ? u.negate().expm1Minus().times(y)
                : u.times(y).plus(DoubleDouble.of(z).exp().minus(y));
    }
}

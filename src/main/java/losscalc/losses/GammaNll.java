package losscalc.losses;

import losscalc.loss.AnalyticFormula;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Real;

/** Negative log-likelihood of an exponential distribution, up to the shape that of every gamma distribution. */
final class GammaNll implements Loss {
    @Override
    public Card card() {
        return Card.of("gamma-nll", "Gamma negative log-likelihood")
                .aliases("gamma", "gamma_nloglik", "gamma_loss", "exponential_nll")
                .aliases(Scale.LOG, "HalfGammaLoss")
                .about(Family.LIKELIHOOD, "for positive values whose spread grows with their mean")
                .use("Positive amounts whose spread grows with their mean: claims, durations.")
                .avoid("Zeros occur: tweedie-nll. To compare models: gamma-deviance has a zero.")
                .formula("log f + y / f by the mean f,    z + y e^-z by its logarithm z")
                .gradient("(f - y) / f^2 by the mean f, 1 - y e^-z by its logarithm z")
                .hessian("(2 y - f) / f^3 by the mean f, y e^-z by its logarithm z")
                .signed()
                .target(Target.NUMBER, Interval.POSITIVE)
                .prediction(Interval.POSITIVE)
                .prediction(Scale.LOG)
                .param(Floored.OF_PREDICTION)
                .twin("sklearn", "HalfGammaLoss", "--from log")
                .twin("xgboost", "gamma-nloglik", "--floor 1e-6")
                .twin("lightgbm", "gamma")
                .note("The shape is 1, without terms of the target alone: it is the surprise of an exponential"
                        + " distribution. Another shape multiplies it and adds a constant.")
                .note("It may be negative; gamma-deviance is 0 where the prediction is perfect.")
                .source("P. McCullagh and J. A. Nelder, Generalized Linear Models, 1989, chapter 8;"
                        + " https://doi.org/10.1007/978-1-4899-3242-6");
    }

    @Override
    public Formula formula(Setup setup) {
        return setup.scale() == Scale.LOG
                ? new OfLog()
                : Floored.prediction(new OfMean(), setup.value(Floored.OF_PREDICTION));
    }

    record OfMean() implements AnalyticFormula {
        // log f + y / f
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return f.log().plus(y.dividedBy(f));
        }

        @Override
        public boolean cancels() {
            return true;
        }

        // (f - y) / f²
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return f.minus(y).dividedBy(f).dividedBy(f);
        }

        // (2 y - f) / f³
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            return y.times(2).minus(f).dividedBy(f).dividedBy(f).dividedBy(f);
        }
    }

    record OfLog() implements AnalyticFormula {
        // z + e^u,  u = log y - z
        @Override
        public <R extends Real<R>> R loss(R y, R z) {
            return hessian(y, z).plus(z);
        }

        @Override
        public boolean cancels() {
            return true;
        }

        // 1 - e^u
        @Override
        public <R extends Real<R>> R gradient(R y, R z) {
            return y.logMinus(z).expm1().negate();
        }

        // e^u
        @Override
        public <R extends Real<R>> R hessian(R y, R z) {
            return y.logMinus(z).exp();
        }
    }
}

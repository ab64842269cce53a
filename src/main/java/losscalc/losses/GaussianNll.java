package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Real;

/** Negative log-likelihood of a normal distribution whose mean and variance are predicted. */
final class GaussianNll implements Loss {
    private static final Param FULL =
            Param.choice("full", "whether the constant 1/2 log(2 pi) is added", "none", "exact");

    private static final Param EPS =
            new Param("eps", 0, Interval.NON_NEGATIVE, "variances smaller than this are taken for this");

    @Override
    public Card card() {
        return Card.of("gaussian-nll", "Gaussian negative log-likelihood")
                .aliases("GaussianNLLLoss", "gaussian_nll_loss", "normal_nll")
                .about(Family.LIKELIHOOD, "for a prediction that says how sure it is: its mean and its variance")
                .use("A model predicts a mean and a variance: it judges both at once.")
                .avoid("Heavy tails: one surprising row can decide (student-nll, crps-gaussian).")
                .formula("1/2 (log v + (y - f)^2 / v),    v = max(variance, eps);    + 1/2 log(2 pi) with --full exact")
                .gradient("(f - y) / v")
                .hessian("1 / v")
                .signed()
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .column(new Extra("variance", Interval.NON_NEGATIVE, "the variance that is predicted"))
                .param(FULL)
                .param(EPS)
                .working(Working.RESIDUAL)
                .twin("torch", "GaussianNLLLoss", "--eps 1e-6", "full=True is --full exact")
                .twin("catboost", "RMSEWithUncertainty", "--full exact", "from the logarithm of the standard deviation")
                .note("The column holds variances, not standard deviations.")
                .note("It is negative where a small variance was right.")
                .note("A variance of 0 has an infinite loss: -Infinity where the prediction is perfect, else Infinity.")
                .source("D. A. Nix and A. S. Weigend, Estimating the mean and variance of the target probability"
                        + " distribution, 1994; https://doi.org/10.1109/ICNN.1994.374138");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(FULL) != 0, setup.value(EPS));
    }

    record Equation(boolean full, double eps) implements SpreadFormula {
        // ½ (log v + r²/v [+ log 2π])
        @Override
        public <R extends Real<R>> R loss(R y, R f, R variance) {
            R v = variance.max(variance.constant(eps));
            R r = y.minus(f);
            R square = r.signum() == 0 ? r : r.squared().dividedBy(v);
            R sum = v.signum() == 0 && r.signum() != 0 ? square : square.plus(v.log());
            return (full ? sum.plus(y.logTwoPi()) : sum).dividedBy(2);
        }

        // (f - y) / v
        @Override
        public <R extends Real<R>> R gradient(R y, R f, R variance) {
            R slope = f.minus(y);
            return slope.signum() == 0 ? slope : slope.dividedBy(variance.max(variance.constant(eps)));
        }

        // 1 / v
        @Override
        public <R extends Real<R>> R hessian(R y, R f, R variance) {
            return y.constant(1).dividedBy(variance.max(variance.constant(eps)));
        }
    }
}

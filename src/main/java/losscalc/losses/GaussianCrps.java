package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Real;

/** Continuous ranked probability score of a normal distribution. */
final class GaussianCrps implements Loss {
    @Override
    public Card card() {
        return Card.of("crps-gaussian", "Continuous ranked probability score of a normal distribution")
                .aliases("gaussian_crps", "crps_norm", "normal_crps")
                .about(Family.LIKELIHOOD, "for a predicted normal distribution, in the unit of the target, as mae is")
                .use("A mean and a standard deviation are predicted; in the unit of the target, hard to upset.")
                .avoid("The probability of rare events decides: gaussian-nll punishes missing them more.")
                .formula("""
                        s (z (2 Phi(z) - 1) + 2 phi(z) - 1/sqrt(pi)),    z = (y - f)/s,  s = stddev
                        Phi and phi are the distribution and the density of the standard normal distribution
                        """)
                .gradient("1 - 2 Phi(z)")
                .hessian("2 phi(z) / s")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .column(new Extra("stddev", Interval.POSITIVE, "the standard deviation that is predicted"))
                .working(Working.RESIDUAL)
                .twin("scoringrules", "crps_norm")
                .note("As stddev goes to 0 it becomes mae.")
                .note("The column holds standard deviations, not variances.")
                .source(
                        "T. Gneiting and A. E. Raftery, Strictly proper scoring rules, prediction, and estimation, 2007;"
                                + " https://doi.org/10.1198/016214506000001437");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements SpreadFormula {
        // s (z (Φ(z) - Φ(-z)) + 2 φ(z) - 1/√π),  z = (y - f) / s
        @Override
        public <R extends Real<R>> R loss(R y, R f, R s) {
            R z = y.minus(f).abs().dividedBy(s);
            return z.normalMiddle()
                    .times(z)
                    .plus(z.normalPdf().times(2))
                    .minus(s.constant(1).dividedBy(s.pi().sqrt()))
                    .times(s);
        }

        // 1 - 2 Φ(z) = Φ(-z) - Φ(z)
        @Override
        public <R extends Real<R>> R gradient(R y, R f, R s) {
            return f.minus(y).dividedBy(s).normalMiddle();
        }

        // 2 φ(z) / s
        @Override
        public <R extends Real<R>> R hessian(R y, R f, R s) {
            return f.minus(y).dividedBy(s).normalPdf().times(2).dividedBy(s);
        }
    }
}

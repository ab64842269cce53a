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

/** Negative log-likelihood of a Laplace distribution whose location and scale are predicted. */
final class LaplaceNll implements Loss {
    @Override
    public Card card() {
        return Card.of("laplace-nll", "Laplace negative log-likelihood")
                .aliases("laplace")
                .about(Family.LIKELIHOOD, "like gaussian-nll, but with tails that forgive outliers")
                .use("A median and a scale are predicted, and residuals have tails like e^-|r|.")
                .avoid("The scale may come near to zero: the loss then grows without bound for a small error.")
                .formula("log(2 b) + |y - f| / b,    b = scale")
                .gradient("sign(f - y) / b, and 0 at f = y")
                .hessian("0")
                .signed()
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .column(new Extra("scale", Interval.POSITIVE, "the scale that is predicted: the mean absolute error"))
                .working(Working.RESIDUAL)
                .note("It is negative where a small scale was right. With one scale for all rows it orders models as"
                        + " mae does.")
                .source("S. Kotz, T. J. Kozubowski and K. Podgorski, The Laplace Distribution and Generalizations,"
                        + " 2001; https://doi.org/10.1007/978-1-4612-0173-1");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements SpreadFormula {
        // log(2 b) + |r| / b
        @Override
        public <R extends Real<R>> R loss(R y, R f, R b) {
            return y.minus(f).abs().dividedBy(b).plus(b.times(2).log());
        }

        // sign(f - y) / b
        @Override
        public <R extends Real<R>> R gradient(R y, R f, R b) {
            return y.constant(f.compareTo(y)).dividedBy(b);
        }

        // 0
        @Override
        public <R extends Real<R>> R hessian(R y, R f, R b) {
            return y.constant(0);
        }
    }
}

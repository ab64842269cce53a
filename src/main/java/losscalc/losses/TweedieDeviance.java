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
import losscalc.num.DoubleDouble;
import losscalc.num.Real;

/** Deviance of a Tweedie distribution: a family with the normal, Poisson and gamma distributions in it. */
final class TweedieDeviance implements Loss {
    private static final Param POWER = new Param(
                    "power",
                    1.5,
                    Interval.REAL,
                    "variance = mean^power: 0 normal, 1 Poisson, 2 gamma, 3 inverse Gaussian")
            .except(Interval.open(0, 1));

    @Override
    public Card card() {
        return Card.of("tweedie-deviance", "Tweedie deviance")
                .shorthand("--power", "0", "mean_tweedie_deviance", "tweedie_deviance_score")
                .shorthand("--half", "", "HalfTweedieLossIdentity")
                .about(
                        Family.LIKELIHOOD,
                        "for amounts with many zeros; squared, Poisson and gamma deviance are members")
                .use("Amounts with many exact zeros (insurance, rainfall): a power between 1 and 2.")
                .avoid("The power is not fixed beforehand: values of different powers cannot be compared.")
                .formula("""
                        2 (max(y, 0)^(2-p) / ((1-p)(2-p)) - y f^(1-p) / (1-p) + f^(2-p) / (2-p)),    p = power
                        and its limits: (y - f)^2 at p = 0, poisson-deviance at 1, gamma-deviance at 2
                        """)
                .gradient("2 (f - y) f^-p by the mean f, 2 (e^z - y) e^((1-p) z) by its logarithm z")
                .hessian("2 ((1-p) f + p y) f^(-p-1) by the mean f,"
                        + " 2 ((2-p) e^z - (1-p) y) e^((1-p) z) by its logarithm z")
                .target(Target.NUMBER, Interval.NON_NEGATIVE)
                .prediction(Interval.POSITIVE)
                .prediction(Scale.LOG)
                .param(POWER)
                .bestConstant(BestConstant.MEAN)
                .twin("sklearn", "mean_tweedie_deviance", "--power 0", "loses digits near 1 and 2")
                .twin("sklearn", "HalfTweedieLossIdentity", "--half")
                .twin("torchmetrics", "tweedie_deviance_score", "--power 0")
                .note("Targets: any number for power <= 0, 0 or more for powers from 1 to 2, more than 0 from 2 on."
                        + " Predictions: more than 0, and any number at power 0.")
                .note("The default power is 1.5, between Poisson and gamma; sklearn's is 0, which is mse.")
                .source("B. Jorgensen, Exponential dispersion models, 1987;"
                        + " https://doi.org/10.1111/j.2517-6161.1987.tb01685.x");
    }

    @Override
    public Card card(Setup setup) {
        double p = setup.value(POWER);
        Interval target = p <= 0 ? Interval.REAL : p < 2 ? Interval.NON_NEGATIVE : Interval.POSITIVE;
        Card card = card().target(Target.NUMBER, target);
        return p == 0 ? card.prediction(Interval.REAL) : card;
    }

    @Override
    public Formula formula(Setup setup) {
        double p = setup.value(POWER);
        if (p == 0 && setup.scale() == Scale.VALUE) {
            return new SquaredError.Equation();
        }
        if (p == 1 || p == 2) {
            return p == 1 ? PoissonDeviance.of(setup.scale()) : GammaDeviance.of(setup.scale());
        }
        Curve curve = new Curve(p, DoubleDouble.difference(1, p), DoubleDouble.difference(2, p));
        return setup.scale() == Scale.LOG ? new OfLog(curve) : new OfMean(curve);
    }

    record OfMean(Curve curve) implements AnalyticFormula {
        // 2 (y^a / (a b) - y f^b / b + f^a / a),  a = 2 - p,  b = 1 - p
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return curve.loss(y, f.log(), y.signum() > 0 ? logOfRatio(y, f) : null);
        }

        // 2 (f - y) f^-p
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return f.minus(y).times(f.pow(-curve.p())).times(2);
        }

        // 2 (b f + p y) f^-p / f
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            R sum = times(f, curve.b()).plus(y.times(curve.p()));
            return sum.dividedBy(f).times(f.pow(-curve.p())).times(2);
        }

        private static <R extends Real<R>> R logOfRatio(R y, R f) {
            R t = y.minus(f).dividedBy(f);
            return t.abs().compareTo(0.5) < 0 ? t.log1p() : y.dividedBy(f).log();
        }
    }

    record OfLog(Curve curve) implements AnalyticFormula {
        // the same of f = e^z
        @Override
        public <R extends Real<R>> R loss(R y, R z) {
            return curve.loss(y, z, y.signum() > 0 ? y.logMinus(z) : null);
        }

        // 2 (e^z - y) e^(b z)
        @Override
        public <R extends Real<R>> R gradient(R y, R z) {
            R power = times(z, curve.b()).exp();
            R step = y.signum() > 0
                    ? y.logMinus(z).negate().expm1().times(y).times(power)
                    : times(z, curve.a()).exp().minus(y.times(power));
            return step.times(2);
        }

        // 2 (a e^(a z) - b y e^(b z))
        @Override
        public <R extends Real<R>> R hessian(R y, R z) {
            R first = times(times(z, curve.a()).exp(), curve.a());
            return first.minus(times(times(z, curve.b()).exp().times(y), curve.b()))
                    .times(2);
        }
    }

    /** The deviance as a function of log f and u = log y - log f, for powers other than 1 and 2. */
    record Curve(double p, DoubleDouble b, DoubleDouble a) {
        /** Beyond this one of the terms is all that there is, and their sum does not cancel. */
        private static final double FAR = 250;

        /**
         * @param logF the logarithm of the prediction
         * @param u log y - log f, or null where y is not positive
         */
        <R extends Real<R>> R loss(R y, R logF, R u) {
            R power = times(logF, a).exp();
            if (u == null && a.signum() < 0) {
                return y.constant(Double.POSITIVE_INFINITY); // y^a of y = 0
            }
            if (u == null) {
                return over(power, a).minus(rest(y, logF)).times(2);
            }
            if (u.abs().compareTo(FAR) > 0) {
                R first = over(over(times(y.log(), a).exp(), a), b);
                return first.minus(rest(y, logF)).plus(over(power, a)).times(2);
            }
            return power.times(bend(u)).times(2);
        }

        /** y f^b / b. */
        private <R extends Real<R>> R rest(R y, R logF) {
            return y.signum() == 0 ? y : over(times(logF, b).exp().times(y), b);
        }

        /**
         * (e^(a u) - a e^u + b) / (a b), about u²/2. Written with E(x) = e^x - 1 - x, and divided by what it is
         * a multiple of, it cancels neither near u = 0 nor near a = 0 (power 2) or b = 0 (power 1).
         */
        private <R extends Real<R>> R bend(R u) {
            if (Math.abs(b.hi()) < 0.25) {
                R steep = over(times(u, b).expm1Minus(), b).times(u.exp());
                return over(u.expm1().times(u).minus(u.expm1Minus()).plus(steep), a);
            }
            return over(over(times(u, a).expm1Minus(), a).minus(u.expm1Minus()), b);
        }
    }

    private static <R extends Real<R>> R times(R x, DoubleDouble c) {
        return x.times(x.constant(c.hi()).plus(c.lo()));
    }

    private static <R extends Real<R>> R over(R x, DoubleDouble c) {
        return x.dividedBy(x.constant(c.hi()).plus(c.lo()));
    }
}

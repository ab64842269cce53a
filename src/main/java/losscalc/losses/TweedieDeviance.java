package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.PointFormula;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.DoubleDouble;
import losscalc.num.Functions;

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
                .aliases("mean_tweedie_deviance", "tweedie_deviance_score")
                .about(
                        Family.LIKELIHOOD,
                        "for amounts with many zeros; squared, Poisson and gamma deviance are members")
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
                .twin("sklearn", "mean_tweedie_deviance", "power is 0 when not given; loses digits near 1 and 2")
                .twin("sklearn", "HalfTweedieLoss", "half of it, from logs, without the terms of the target alone")
                .twin("torchmetrics", "tweedie_deviance_score", "power is 0 when not given")
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
        Curve curve = new Curve(DoubleDouble.difference(1, p), DoubleDouble.difference(2, p));
        return setup.scale() == Scale.LOG ? new OfLog(curve) : new OfMean(curve, p);
    }

    record OfMean(Curve curve, double p) implements PointFormula {
        // 2 (y^a / (a b) - y f^b / b + f^a / a),  a = 2 - p,  b = 1 - p
        @Override
        public DoubleDouble loss(double y, double f) {
            DoubleDouble log = y > 0 ? Functions.logMinusLog(y, f) : null;
            return curve.loss(y, DoubleDouble.of(f).log(), log);
        }

        // 2 (f - y) f^-p
        @Override
        public DoubleDouble gradient(double y, double f) {
            DoubleDouble power = DoubleDouble.of(f).pow(-p);
            return DoubleDouble.difference(f, y).times(power).scalb(1);
        }

        // 2 (b f + p y) f^-p / f
        @Override
        public DoubleDouble hessian(double y, double f) {
            DoubleDouble power = DoubleDouble.of(f).pow(-p);
            DoubleDouble sum = curve.b().times(f).plus(DoubleDouble.product(p, y));
            return sum.dividedBy(f).times(power).scalb(1);
        }
    }

    record OfLog(Curve curve) implements PointFormula {
        // the same of f = e^z
        @Override
        public DoubleDouble loss(double y, double z) {
            return curve.loss(y, DoubleDouble.of(z), y > 0 ? Functions.logMinus(y, z) : null);
        }

        // 2 (e^z - y) e^(b z)
        @Override
        public DoubleDouble gradient(double y, double z) {
            return Functions.expMinus(z, y).times(curve.b().times(z).exp()).scalb(1);
        }

        // 2 (a e^z - b y) e^(b z)
        @Override
        public DoubleDouble hessian(double y, double z) {
            DoubleDouble sum =
                    DoubleDouble.of(z).exp().times(curve.a()).minus(curve.b().times(y));
            return sum.times(curve.b().times(z).exp()).scalb(1);
        }
    }

    /** The deviance as a function of log f and u = log y - log f, for powers other than 1 and 2. */
    record Curve(DoubleDouble b, DoubleDouble a) {
        /** Beyond this one of the terms is all that there is, and their sum does not cancel. */
        private static final double FAR = 250;

        /**
         * @param logF the logarithm of the prediction
         * @param u log y - log f, or null where y is not positive
         */
        DoubleDouble loss(double y, DoubleDouble logF, DoubleDouble u) {
            DoubleDouble power = logF.times(a).exp();
            if (u == null && a.signum() < 0) {
                return DoubleDouble.of(Double.POSITIVE_INFINITY); // y^a of y = 0
            }
            if (u == null) {
                return power.dividedBy(a).minus(rest(y, logF)).scalb(1);
            }
            if (Math.abs(u.hi()) > FAR) {
                DoubleDouble first = u.plus(logF).times(a).exp().dividedBy(a).dividedBy(b);
                DoubleDouble sum = first.minus(rest(y, logF)).plus(power.dividedBy(a));
                // The terms lie e^FAR apart: where two of them are infinite, the larger one is the loss.
                return Double.isNaN(sum.hi()) ? DoubleDouble.of(Double.POSITIVE_INFINITY) : sum.scalb(1);
            }
            return power.times(bend(u)).scalb(1);
        }

        /** y f^b / b. */
        private DoubleDouble rest(double y, DoubleDouble logF) {
            return y == 0 ? DoubleDouble.ZERO : logF.times(b).exp().times(y).dividedBy(b);
        }

        /**
         * (e^(a u) - a e^u + b) / (a b), about u²/2. Written with E(x) = e^x - 1 - x, and divided by what it is
         * a multiple of, it cancels neither near u = 0 nor near a = 0 (power 2) or b = 0 (power 1).
         */
        private DoubleDouble bend(DoubleDouble u) {
            if (Math.abs(b.hi()) < 0.25) {
                DoubleDouble steep = u.times(b).expm1Minus().dividedBy(b).times(u.exp());
                return u.expm1().times(u).minus(u.expm1Minus()).plus(steep).dividedBy(a);
            }
            return u.times(a).expm1Minus().dividedBy(a).minus(u.expm1Minus()).dividedBy(b);
        }
    }
}

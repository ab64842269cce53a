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

/** Negative log-likelihood of a Tweedie distribution, without the terms of the target alone. */
final class TweedieNll implements Loss {
    private static final Param RHO =
            new Param("rho", 1.5, Interval.open(1, 2), "variance = mean^rho: towards 1 Poisson, towards 2 gamma");

    @Override
    public Card card() {
        return Card.of("tweedie-nll", "Tweedie negative log-likelihood")
                .aliases("tweedie", "tweedie_nloglik", "tweedie_loss")
                .about(Family.LIKELIHOOD, "for amounts with many zeros, such as what insurances pay")
                .formula("-y f^(1-rho) / (1-rho) + f^(2-rho) / (2-rho)")
                .gradient("(f - y) f^-rho by the mean f, (e^z - y) e^((1-rho) z) by its logarithm z")
                .hessian("((1-rho) f + rho y) f^(-rho-1) by the mean f,"
                        + " ((2-rho) e^z - (1-rho) y) e^((1-rho) z) by its logarithm z")
                .signed()
                .target(Target.NUMBER, Interval.NON_NEGATIVE)
                .prediction(Interval.POSITIVE)
                .prediction(Scale.LOG)
                .param(RHO)
                .twin("xgboost", "tweedie-nloglik", "rho is called tweedie_variance_power; rho = 1 is allowed")
                .twin("lightgbm", "tweedie", "rho is called tweedie_variance_power")
                .twin("catboost", "Tweedie", "takes logs: --from log; rho is called variance_power")
                .note("Half of tweedie-deviance less a term of the target alone: it is not 0 where the prediction"
                        + " is perfect.")
                .source("B. Jorgensen, Exponential dispersion models, 1987;"
                        + " https://doi.org/10.1111/j.2517-6161.1987.tb01685.x");
    }

    @Override
    public Formula formula(Setup setup) {
        double rho = setup.value(RHO);
        DoubleDouble b = DoubleDouble.difference(rho, 1);
        DoubleDouble a = DoubleDouble.difference(2, rho);
        return setup.scale() == Scale.LOG ? new OfLog(b, a) : new OfMean(rho, b, a);
    }

    record OfMean(double rho, DoubleDouble b, DoubleDouble a) implements PointFormula {
        // y f^-b / b + f^a / a,  b = ρ - 1,  a = 2 - ρ
        @Override
        public DoubleDouble loss(double y, double f) {
            return sum(y, DoubleDouble.of(f).log(), b, a);
        }

        // (f - y) f^-ρ
        @Override
        public DoubleDouble gradient(double y, double f) {
            return DoubleDouble.difference(f, y).times(DoubleDouble.of(f).pow(-rho));
        }

        // (ρ y - b f) f^-ρ / f
        @Override
        public DoubleDouble hessian(double y, double f) {
            DoubleDouble sum = DoubleDouble.product(rho, y).minus(b.times(f));
            return sum.dividedBy(f).times(DoubleDouble.of(f).pow(-rho));
        }
    }

    record OfLog(DoubleDouble b, DoubleDouble a) implements PointFormula {
        // y e^(-b z) / b + e^(a z) / a
        @Override
        public DoubleDouble loss(double y, double z) {
            return sum(y, DoubleDouble.of(z), b, a);
        }

        // (e^z - y) e^(-b z)
        @Override
        public DoubleDouble gradient(double y, double z) {
            return Functions.expMinus(z, y).times(b.times(-z).exp());
        }

        // (a e^z + b y) e^(-b z) = a e^(a z) + b y e^(-b z)
        @Override
        public DoubleDouble hessian(double y, double z) {
            DoubleDouble first = a.times(z).exp().times(a);
            return y == 0 ? first : first.plus(b.times(-z).exp().times(b).times(y));
        }
    }

    private static DoubleDouble sum(double y, DoubleDouble logF, DoubleDouble b, DoubleDouble a) {
        DoubleDouble second = logF.times(a).exp().dividedBy(a);
        return y == 0
                ? second
                : logF.times(b).negate().exp().times(y).dividedBy(b).plus(second);
    }
}

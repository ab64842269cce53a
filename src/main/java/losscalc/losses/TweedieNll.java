package losscalc.losses;

import losscalc.loss.AnalyticFormula;
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

/** Negative log-likelihood of a Tweedie distribution, without the terms of the target alone. */
final class TweedieNll implements Loss {
    private static final Param RHO =
            new Param("rho", 1.5, Interval.open(1, 2), "variance = mean^rho: towards 1 Poisson, towards 2 gamma");

    @Override
    public Card card() {
        return Card.of("tweedie-nll", "Tweedie negative log-likelihood")
                .aliases("tweedie", "tweedie_nloglik", "tweedie_loss")
                .aliases(Scale.LOG, "HalfTweedieLoss")
                .about(Family.LIKELIHOOD, "for amounts with many zeros, such as what insurances pay")
                .use("The training loss of a Tweedie model, such as XGBoost's or LightGBM's.")
                .avoid("To judge predictions: tweedie-deviance is 0 when they are perfect, this is not.")
                .formula("-y f^(1-rho) / (1-rho) + f^(2-rho) / (2-rho)")
                .gradient("(f - y) f^-rho by the mean f, (e^z - y) e^((1-rho) z) by its logarithm z")
                .hessian("((1-rho) f + rho y) f^(-rho-1) by the mean f,"
                        + " ((2-rho) e^z - (1-rho) y) e^((1-rho) z) by its logarithm z")
                .signed()
                .target(Target.NUMBER, Interval.NON_NEGATIVE)
                .prediction(Interval.POSITIVE)
                .prediction(Scale.LOG)
                .param(RHO)
                .twin("sklearn", "HalfTweedieLoss", "--from log", "rho is called power")
                .twin("xgboost", "tweedie-nloglik", "", "rho is called tweedie_variance_power; rho = 1 is allowed")
                .twin(
                        "lightgbm",
                        "tweedie",
                        "",
                        "rho is called tweedie_variance_power; a prediction below 1e-10 is taken for this")
                .twin("catboost", "Tweedie", "--from log", "rho is called variance_power")
                .note("Half of tweedie-deviance less a term of the target alone: it is not 0 where the prediction"
                        + " is perfect.")
                .source("B. Jorgensen, Exponential dispersion models, 1987;"
                        + " https://doi.org/10.1111/j.2517-6161.1987.tb01685.x");
    }

    @Override
    public Formula formula(Setup setup) {
        double rho = setup.value(RHO);
        return setup.scale() == Scale.LOG ? new OfLog(rho) : new OfMean(rho);
    }

    record OfMean(double rho) implements AnalyticFormula {
        // y f^-b / b + f^a / a,  b = ρ - 1,  a = 2 - ρ
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return sum(y, f.log(), b(y, rho), a(y, rho));
        }

        // (f - y) f^-ρ
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return f.minus(y).times(f.pow(-rho));
        }

        // (ρ y - b f) f^-ρ / f
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            R sum = y.times(rho).minus(f.times(b(y, rho)));
            return sum.dividedBy(f).times(f.pow(-rho));
        }
    }

    record OfLog(double rho) implements AnalyticFormula {
        // y e^(-b z) / b + e^(a z) / a
        @Override
        public <R extends Real<R>> R loss(R y, R z) {
            return sum(y, z, b(y, rho), a(y, rho));
        }

        // (e^z - y) e^(-b z)
        @Override
        public <R extends Real<R>> R gradient(R y, R z) {
            if (y.signum() == 0) {
                return z.times(a(y, rho)).exp();
            }
            return z.times(b(y, rho)).negate().exp().times(z.expMinus(y));
        }

        // a e^(a z) + b y e^(-b z)
        @Override
        public <R extends Real<R>> R hessian(R y, R z) {
            R a = a(y, rho);
            R b = b(y, rho);
            return z.times(a)
                    .exp()
                    .times(a)
                    .plus(z.times(b).negate().exp().times(b).times(y));
        }
    }

    private static <R extends Real<R>> R sum(R y, R logF, R b, R a) {
        R second = logF.times(a).exp().dividedBy(a);
        return y.signum() == 0
                ? second
                : logF.times(b).negate().exp().times(y).dividedBy(b).plus(second);
    }

    private static <R extends Real<R>> R b(R any, double rho) {
        return any.constant(rho).minus(1);
    }

    private static <R extends Real<R>> R a(R any, double rho) {
        return any.constant(2).minus(rho);
    }
}

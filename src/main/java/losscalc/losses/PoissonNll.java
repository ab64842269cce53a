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

/** Negative log-likelihood of a Poisson distribution. */
final class PoissonNll implements Loss {
    private static final Param FULL = Param.choice(
            "full", "whether the term of the target alone, log y!, is added, and how", "none", "exact", "stirling");

    private static final Param EPS = new Param(
            "eps", 0, Interval.NON_NEGATIVE, "added to the prediction inside the logarithm; not to one that is a log");

    @Override
    public Card card() {
        return Card.of("poisson-nll", "Poisson negative log-likelihood")
                .aliases("poisson", "poisson_loss")
                .shorthand("--full", "exact", "poisson_nloglik", "poisson_log_loss")
                .aliases(Scale.LOG, "PoissonNLLLoss", "poisson_nll_loss")
                .aliases(Scale.LOG, "HalfPoissonLoss", "log_poisson_loss")
                .about(Family.LIKELIHOOD, "for counts: the surprise when the prediction is their mean")
                .use("Counts, and the prediction is their mean (or its logarithm).")
                .avoid(
                        "Counts that vary more than their mean: negbin-nll. To compare models: poisson-deviance has a zero.")
                .formula("""
                        f - y log(f + eps)             by the mean f
                        e^z - y z                      by its logarithm z
                        + log y!                       with --full exact
                        + y log y - y + 1/2 log(2 pi y) if y > 1, with --full stirling
                        """)
                .gradient("1 - y / (f + eps) by the mean, e^z - y by its logarithm")
                .hessian("y / (f + eps)^2 by the mean, e^z by its logarithm")
                .signed()
                .target(Target.NUMBER, Interval.NON_NEGATIVE)
                .prediction(Interval.NON_NEGATIVE)
                .prediction(Scale.LOG)
                .param(FULL)
                .param(EPS)
                .param(Floored.OF_PREDICTION)
                .twin("torch", "PoissonNLLLoss", "--from log", "full=True is --full stirling")
                .twin(
                        "torch",
                        "PoissonNLLLoss(log_input=False)",
                        "--from value --eps 1e-8",
                        "full=True is --full stirling")
                .twin("sklearn", "HalfPoissonLoss", "--from log")
                .twin("keras", "Poisson", "--eps 1e-7 --mean-over rows")
                .twin("xgboost", "poisson-nloglik", "--full exact --floor 1e-16")
                .twin("lightgbm", "poisson", "--floor 1e-10")
                .twin("catboost", "Poisson", "--from log")
                .twin(
                        "yardstick",
                        "poisson_log_loss",
                        "--full exact --floor 1e-15",
                        "takes whole counts alone; infinite for counts above 170")
                .twin("mlmetrics", "Poisson_LogLoss", "--full exact --floor 1e-15", "infinite for counts above 170")
                .twin("juliaml", "PoissonLoss", "--from log")
                .note("Without --full it may be negative, and its least value depends on the targets:"
                        + " poisson-deviance is 0 where the prediction is perfect.")
                .note("A mean of 0 has an infinite loss where the target is not 0 too.")
                .note("The target need not be whole; log y! is then log Gamma(y + 1).")
                .source("P. McCullagh and J. A. Nelder, Generalized Linear Models, 1989, chapter 6;"
                        + " https://doi.org/10.1007/978-1-4899-3242-6");
    }

    @Override
    public Formula formula(Setup setup) {
        int full = (int) setup.value(FULL);
        return setup.scale() == Scale.LOG
                ? new OfLog(full)
                : Floored.prediction(new OfMean(full, setup.value(EPS)), setup.value(Floored.OF_PREDICTION));
    }

    record OfMean(int full, double eps) implements AnalyticFormula {
        // f - y log(f + ε);  with Stirling's terms that is the half deviance - ε + ½ log(2 π y)
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            if (y.signum() == 0) {
                return f;
            }
            R base = f.plus(eps);
            return isShort(full, y)
                    ? f.minus(base.log().times(y))
                    : y.bd0(base).minus(eps).plus(rest(full, y));
        }

        @Override
        public boolean cancels() {
            return true;
        }

        // 1 - y / (f + ε) = (f + ε - y) / (f + ε)
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            R base = f.plus(eps);
            return y.signum() == 0 ? y.constant(1) : base.minus(y).dividedBy(base);
        }

        // y / (f + ε)²
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            R base = f.plus(eps);
            return y.signum() == 0 ? y : y.dividedBy(base).dividedBy(base);
        }
    }

    record OfLog(int full) implements AnalyticFormula {
        // e^z - y z;  with Stirling's terms that is the half deviance + ½ log(2 π y)
        @Override
        public <R extends Real<R>> R loss(R y, R z) {
            return y.signum() == 0 || isShort(full, y)
                    ? z.exp().minus(y.times(z))
                    : PoissonDeviance.half(y, z).plus(rest(full, y));
        }

        @Override
        public boolean cancels() {
            return true;
        }

        // e^z - y
        @Override
        public <R extends Real<R>> R gradient(R y, R z) {
            return z.expMinus(y);
        }

        // e^z
        @Override
        public <R extends Real<R>> R hessian(R y, R z) {
            return z.exp();
        }
    }

    /** Whether nothing of the target alone is added. */
    private static <R extends Real<R>> boolean isShort(int full, R y) {
        return full == 0 || full == 2 && y.compareTo(1) <= 0;
    }

    /** What is added beyond the half deviance: all of log y! but y log y - y. */
    private static <R extends Real<R>> R rest(int full, R y) {
        R root = y.logTwoPi().plus(y.log()).dividedBy(2);
        return full == 1 ? root.plus(y.stirlingError()) : root;
    }
}

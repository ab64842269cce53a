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

/** Negative log-likelihood of a Poisson distribution. */
final class PoissonNll implements Loss {
    private static final Param FULL = Param.choice(
            "full", "whether the term of the target alone, log y!, is added, and how", "none", "exact", "stirling");

    private static final Param EPS = new Param(
            "eps", 0, Interval.NON_NEGATIVE, "added to the prediction inside the logarithm; not to one that is a log");

    @Override
    public Card card() {
        return Card.of("poisson-nll", "Poisson negative log-likelihood")
                .aliases("poisson", "poisson_loss", "poisson_nloglik", "poisson_log_loss")
                .aliases(Scale.LOG, "PoissonNLLLoss", "poisson_nll_loss")
                .aliases(Scale.LOG, "HalfPoissonLoss")
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
                .twin("keras", "Poisson", "--eps 1e-7 --mean-over rows")
                .twin("xgboost", "poisson-nloglik", "--full exact --floor 1e-16")
                .twin("lightgbm", "poisson", "--floor 1e-10")
                .twin("catboost", "Poisson", "--from log")
                .twin(
                        "yardstick",
                        "poisson_log_loss",
                        "--full exact --floor 1e-15",
                        "takes whole counts alone; infinite for counts above 170")
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

    record OfMean(int full, double eps) implements PointFormula {
        // f - y log(f + ε);  with Stirling's terms that is the half deviance - ε + ½ log(2 π y)
        @Override
        public DoubleDouble loss(double y, double f) {
            DoubleDouble base = DoubleDouble.sum(f, eps);
            if (y == 0) {
                return DoubleDouble.of(f);
            }
            if (isShort(full, y)) {
                return base.log().times(-y).plus(f);
            }
            DoubleDouble half = base.lo() == 0 ? Functions.bd0(y, base.hi()) : Functions.bd0(DoubleDouble.of(y), base);
            return half.minus(eps).plus(rest(full, y));
        }

        // 1 - y / (f + ε) = (f + ε - y) / (f + ε)
        @Override
        public DoubleDouble gradient(double y, double f) {
            DoubleDouble base = DoubleDouble.sum(f, eps);
            return y == 0 ? DoubleDouble.ONE : base.minus(y).dividedBy(base);
        }

        // y / (f + ε)²
        @Override
        public DoubleDouble hessian(double y, double f) {
            DoubleDouble base = DoubleDouble.sum(f, eps);
            return y == 0
                    ? DoubleDouble.ZERO
                    : DoubleDouble.of(y).dividedBy(base).dividedBy(base);
        }
    }

    record OfLog(int full) implements PointFormula {
        // e^z - y z;  with Stirling's terms that is the half deviance + ½ log(2 π y)
        @Override
        public DoubleDouble loss(double y, double z) {
            if (y == 0 || isShort(full, y)) {
                return DoubleDouble.of(z).exp().minus(DoubleDouble.product(y, z));
            }
            return PoissonDeviance.half(y, z).plus(rest(full, y));
        }

        // e^z - y
        @Override
        public DoubleDouble gradient(double y, double z) {
            return Functions.expMinus(z, y);
        }

        // e^z
        @Override
        public DoubleDouble hessian(double y, double z) {
            return DoubleDouble.of(z).exp();
        }
    }

    /** Whether nothing of the target alone is added. */
    private static boolean isShort(int full, double y) {
        return full == 0 || full == 2 && y <= 1;
    }

    /** What is added beyond the half deviance: all of log y! but y log y - y. */
    private static DoubleDouble rest(int full, double y) {
        DoubleDouble root = DoubleDouble.LOG_2PI.plus(DoubleDouble.of(y).log()).scalb(-1);
        return full == 1 ? root.plus(DoubleDouble.of(y).stirlingError()) : root;
    }
}

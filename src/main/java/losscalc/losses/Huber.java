package losscalc.losses;

import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Field;
import losscalc.num.Twofold;

/** Huber loss. */
final class Huber implements Loss {
    private static final Param DELTA = new Param(
            "delta", 1, Interval.POSITIVE, "the size of residual at which the parabola goes over into straight lines");

    @Override
    public Card card() {
        return Card.of("huber", "Huber loss")
                .aliases("HuberLoss", "huber_loss", "HuberT")
                .about(Family.REGRESSION, "squared for small residuals, absolute for large ones; outliers weigh less")
                .use("Most errors are small and normal, a few rows are bad: squared below delta, linear above.")
                .avoid("delta is not in the unit of the target: then it is mse, or mae, in disguise.")
                .formula("""
                        1/2 r^2                        if |r| <= delta
                        delta (|r| - 1/2 delta)        if |r| >  delta,    r = y - f
                        """)
                .gradient("-r if |r| <= delta, else -delta sign(r)")
                .hessian("1 if |r| <= delta, else 0")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(DELTA)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.RESIDUAL)
                .twin("torch", "HuberLoss")
                .twin("keras", "Huber", "--mean-over rows")
                .twin("optax", "huber_loss")
                .twin("sklearn", "HuberLoss", "", "private; delta is the 0.9 quantile of |r|")
                .twin("lightgbm", "huber", "--delta 0.9", "delta is called alpha")
                .twin("catboost", "Huber", "", "delta must be given")
                .twin("yardstick", "huber_loss")
                .twin("juliaml", "HuberLoss", "", "delta is called d, and must be given")
                .twin("scipy", "special.huber", "", "delta must be given")
                .note("With the one-half, as in Huber's paper: for small residuals half of what mse gives.")
                .note("A residual is compared with delta exactly, not after it has been rounded.")
                .source("P. J. Huber, Robust estimation of a location parameter, 1964;"
                        + " https://doi.org/10.1214/aoms/1177703732");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(DELTA));
    }

    record Equation(double delta) implements ResidualFormula {
        // ½ r²  if |r| ≤ δ,  else  δ (|r| - ½ δ)
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            R r = y.minus(f).abs();
            return r.compareTo(delta) <= 0
                    ? r.squared().dividedBy(2)
                    : r.minus(r.constant(delta).dividedBy(2)).times(delta);
        }

        @Override
        public boolean isQuick(double r) {
            return Math.abs(r) < delta;
        }

        @Override
        public double quick(double r, double dr) {
            return Twofold.squared(r, dr) / 2;
        }

        @Override
        public double quickElsewhere(double r, double dr) {
            if (Math.abs(r) == delta && dr != 0) {
                return Double.NaN;
            }
            double end = Math.copySign(delta, r);
            double rest = 2 * r - end;
            double drest = Twofold.exact(Twofold.lost(2 * r, -end, rest), 2 * dr);
            return Twofold.product(end, 0, rest, drest) / 2;
        }

        // f - y, held within ± δ
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            R slope = f.minus(y);
            return slope.abs().compareTo(delta) <= 0 ? slope : slope.constant(slope.signum() * delta);
        }

        // 1 within ± δ, else 0
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return y.constant(f.minus(y).abs().compareTo(delta) <= 0 ? 1 : 0);
        }
    }
}

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

/** Pinball loss, whose least mean lies at a quantile. */
final class Pinball implements Loss {
    private static final Param TAU = new Param(
            "tau", 0.5, Interval.open(0, 1), "which quantile is predicted; the weight of a prediction that is too low");

    @Override
    public Card card() {
        return Card.of("pinball", "Pinball loss")
                .aliases(
                        "quantile",
                        "quantile_loss",
                        "quantile_error",
                        "pinball_loss",
                        "PinballLoss",
                        "mean_pinball_loss")
                .about(Family.REGRESSION, "for the prediction of a quantile: too low and too high weigh differently")
                .use("You predict a quantile: stock levels, service times, an interval's two ends.")
                .avoid("Several quantiles are predicted at once: wis adds them up and sees crossings.")
                .formula("""
                        tau (y - f)                    if f <= y
                        (1 - tau) (f - y)              if f >  y
                        """)
                .gradient("-tau if f < y, 1 - tau if f > y, and 0 at f = y")
                .hessian("0")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(TAU)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.RESIDUAL)
                .twin("sklearn", "mean_pinball_loss", "", "tau is called alpha")
                .twin("xgboost", "quantile", "", "tau is called quantile_alpha, and may be a list: wis takes one")
                .twin("lightgbm", "quantile", "--tau 0.9", "tau is called alpha")
                .twin("catboost", "Quantile", "", "tau is called alpha")
                .twin("catboost", "LogLinQuantile", "", "of e^prediction: exponentiate the predictions first")
                .twin("vw", "quantile", "", "tau is called quantile_tau; pinball and absolute are the same there")
                .twin("tensorflow-addons", "pinball_loss")
                .twin("juliaml", "QuantileLoss", "", "tau must be given")
                .note("At tau = 1/2 it is half of mae, not mae itself.")
                .source("R. Koenker and G. Bassett, Regression quantiles, 1978; https://doi.org/10.2307/1913643");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(TAU));
    }

    record Equation(double tau) implements ResidualFormula {
        // τ r  if r ≥ 0,  else  (τ - 1) r,  r = y - f
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            R r = y.minus(f);
            return r.signum() >= 0 ? r.times(tau) : r.times(r.constant(tau).minus(1));
        }

        @Override
        public double quick(double r, double dr) {
            return r >= 0
                    ? Twofold.product(tau, 0, r, dr)
                    : Twofold.product(tau - 1, Twofold.lost(tau, -1, tau - 1), r, dr);
        }

        // -τ  if f < y,  1 - τ  if f > y
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            int side = f.compareTo(y);
            return side == 0
                    ? y.constant(0)
                    : side < 0 ? y.constant(-tau) : y.constant(1).minus(tau);
        }

        // 0
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return y.constant(0);
        }
    }
}

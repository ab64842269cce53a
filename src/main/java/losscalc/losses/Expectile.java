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

/** Expectile loss, whose least mean lies at an expectile. */
final class Expectile implements Loss {
    private static final Param TAU = new Param(
            "tau",
            0.5,
            Interval.open(0, 1),
            "which expectile is predicted; the weight of a prediction that is too low");
    private static final Param TAU_OF = Param.choice(
            "tau-of",
            "under: tau is the weight of a prediction that is too low; over: of one too high",
            "under",
            "over");

    @Override
    public Card card() {
        return Card.of("expectile", "Expectile loss")
                .aliases("expectile_loss", "expectile_error", "asymmetric_squared")
                .about(Family.REGRESSION, "squared error in which too low and too high weigh differently")
                .use("Too low and too high cost differently, and the size of the excess matters too.")
                .avoid("A share of cases below the prediction is wanted: that is a quantile, pinball.")
                .formula("""
                        tau (y - f)^2                  if f <= y
                        (1 - tau) (y - f)^2            if f >  y;    the other way round with --tau-of over
                        """)
                .gradient("2 tau (f - y) if f <= y, else 2 (1 - tau) (f - y)")
                .hessian("2 tau if f <= y, else 2 (1 - tau)")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(TAU)
                .param(TAU_OF)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.RESIDUAL)
                .twin("xgboost", "expectile", "", "tau is called expectile_alpha")
                .twin("catboost", "Expectile", "", "tau is called alpha")
                .twin("vw", "expectile", "--tau-of over", "tau is called expectile_q, and goes to 0.5")
                .note("At tau = 1/2 it is half of mse, not mse itself.")
                .source("W. K. Newey and J. L. Powell, Asymmetric least squares estimation and testing, 1987;"
                        + " https://doi.org/10.2307/1911031");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(TAU), setup.value(TAU_OF) == 1);
    }

    /** @param over whether τ is the weight of what is too high */
    record Equation(double tau, boolean over) implements ResidualFormula {
        // τ r²  if r ≥ 0,  else  (1 - τ) r²,  r = y - f
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            return y.minus(f).squared().times(weight(y, f));
        }

        @Override
        public double quick(double r, double dr) {
            return r >= 0 != over
                    ? Twofold.squared(tau, 0, r, dr)
                    : Twofold.squared(1 - tau, Twofold.lost(1, -tau, 1 - tau), r, dr);
        }

        // 2 (f - y), with the same weight
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            return f.minus(y).times(weight(y, f)).times(2);
        }

        // 2, with the same weight
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return weight(y, f).times(2);
        }

        private <R extends Field<R>> R weight(R y, R f) {
            return f.compareTo(y) <= 0 != over ? y.constant(tau) : y.constant(1).minus(tau);
        }
    }
}

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

/** Epsilon-insensitive loss of support vector regression. */
final class EpsilonInsensitive implements Loss {
    static final Param EPSILON =
            new Param("epsilon", 0.1, Interval.NON_NEGATIVE, "the size of residual up to which nothing is lost");

    @Override
    public Card card() {
        return Card.of("epsilon-insensitive", "Epsilon-insensitive loss")
                .aliases("svr", "EpsilonInsLoss", "L1EpsilonInsLoss")
                .about(Family.REGRESSION, "absolute error beyond a tube in which errors cost nothing")
                .use("Errors below a tolerance do not matter at all; support vector regression.")
                .avoid("Small errors matter: all predictions inside the tube look perfect.")
                .formula("max(0, |y - f| - epsilon)")
                .gradient("sign(f - y) if |f - y| > epsilon, else 0")
                .hessian("0")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(EPSILON)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.RESIDUAL)
                .twin("sklearn", "epsilon_insensitive", "", "of SGDRegressor and LinearSVR")
                .twin("juliaml", "L1EpsilonInsLoss", "", "epsilon has no default")
                .note("A residual is compared with epsilon exactly, not after it has been rounded.")
                .source("V. N. Vapnik, The Nature of Statistical Learning Theory, 1995;"
                        + " https://doi.org/10.1007/978-1-4757-2440-0");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(EPSILON));
    }

    record Equation(double epsilon) implements ResidualFormula {
        // max(0, |y - f| - ε)
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            return y.minus(f).abs().minus(epsilon).max(y.constant(0));
        }

        @Override
        public double quick(double r, double dr) {
            double a = Math.abs(r);
            double excess = a - epsilon;
            return Math.max(0, excess + Twofold.exact(Twofold.lost(a, -epsilon, excess), r < 0 ? -dr : dr));
        }

        // sign(f - y)  if |f - y| > ε,  else 0
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            R slope = f.minus(y);
            return y.constant(slope.abs().compareTo(epsilon) > 0 ? slope.signum() : 0);
        }

        // 0
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return y.constant(0);
        }
    }
}

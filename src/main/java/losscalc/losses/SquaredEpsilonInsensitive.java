package losscalc.losses;

import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Field;
import losscalc.num.Twofold;

/** The square of the epsilon-insensitive loss. */
final class SquaredEpsilonInsensitive implements Loss {
    @Override
    public Card card() {
        return Card.of("squared-epsilon-insensitive", "Squared epsilon-insensitive loss")
                .aliases("L2EpsilonInsLoss")
                .about(Family.REGRESSION, "squared error beyond a tube in which errors cost nothing")
                .use("As epsilon-insensitive, with a smooth start and large errors weighing more.")
                .avoid("Outliers: beyond the tube it is squared.")
                .formula("max(0, |y - f| - epsilon)^2")
                .gradient("2 sign(f - y) max(0, |f - y| - epsilon)")
                .hessian("2 if |f - y| >= epsilon, else 0")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(EpsilonInsensitive.EPSILON)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.RESIDUAL)
                .twin("sklearn", "squared_epsilon_insensitive", "", "of SGDRegressor and LinearSVR")
                .twin("juliaml", "L2EpsilonInsLoss", "", "epsilon has no default")
                .note("No one-half; with epsilon = 0 it is mse.")
                .source("V. N. Vapnik, The Nature of Statistical Learning Theory, 1995;"
                        + " https://doi.org/10.1007/978-1-4757-2440-0");
    }

    @Override
    public Formula formula(Setup setup) {
        double epsilon = setup.value(EpsilonInsensitive.EPSILON);
        return epsilon == 0 ? new SquaredError.Equation() : new Equation(epsilon);
    }

    record Equation(double epsilon) implements ResidualFormula {
        // max(0, |y - f| - ε)²
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            return excess(y, f).squared();
        }

        @Override
        public double quick(double r, double dr) {
            double a = Math.abs(r);
            double excess = a - epsilon;
            double rest = Twofold.exact(Twofold.lost(a, -epsilon, excess), r < 0 ? -dr : dr);
            double sum = excess + rest;
            return sum > 0 ? Twofold.squared(sum, Twofold.lost(excess, rest, sum)) : sum - sum;
        }

        // 2 sign(f - y) max(0, |f - y| - ε)
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            return excess(y, f).times(2 * f.compareTo(y));
        }

        // 2  if |f - y| ≥ ε,  else 0
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return y.constant(f.minus(y).abs().compareTo(epsilon) >= 0 ? 2 : 0);
        }

        private <R extends Field<R>> R excess(R y, R f) {
            return y.minus(f).abs().minus(epsilon).max(y.constant(0));
        }
    }
}

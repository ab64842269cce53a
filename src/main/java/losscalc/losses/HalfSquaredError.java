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

/** Half the squared error: the form whose derivative is the residual itself. */
final class HalfSquaredError implements Loss {
    @Override
    public Card card() {
        return Card.of("half-squared", "Half squared error")
                .aliases("half_mse", "half_squared_error", "HalfSquaredError", "l2_loss")
                .about(Family.REGRESSION, "half the square of the residual, so that the gradient is the error itself")
                .use("The number is to be that of a likelihood or a ridge regression, which have the one-half.")
                .avoid("A figure for people: mse, or rmse in the unit of the target.")
                .formula("1/2 (y - f)^2")
                .gradient("f - y")
                .hessian("1")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .bestConstant(BestConstant.MEAN)
                .working(Working.RESIDUAL)
                .twin("optax", "l2_loss")
                .twin("sklearn", "HalfSquaredError")
                .note("With the one-half: half of what mse gives.")
                .source("C. M. Bishop, Pattern Recognition and Machine Learning, 2006, eq. 1.2;"
                        + " https://link.springer.com/book/9780387310732");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements ResidualFormula {
        // ½ (y - f)²
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            return y.minus(f).squared().dividedBy(2);
        }

        @Override
        public double quick(double r, double dr) {
            return Twofold.squared(r, dr) / 2;
        }

        // f - y
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            return f.minus(y);
        }

        // 1
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return y.constant(1);
        }
    }
}

package losscalc.losses;

import losscalc.loss.AnalyticFormula;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Real;

/** The negative logarithm of the logistic density, scaled to begin at zero. */
final class LogitDist implements Loss {
    @Override
    public Card card() {
        return Card.of("logit-dist", "Logistic distance loss")
                .aliases("LogitDistLoss", "logistic_distance")
                .about(Family.REGRESSION, "the surprise of a residual that is logistically distributed")
                .use("Residuals with a logistic distribution: like log-cosh, with another scale.")
                .avoid("You need a parameter for the scale: divide target and prediction first.")
                .formula("-log(4 e^r / (1 + e^r)^2) = 2 log cosh(r/2),    r = y - f")
                .gradient("tanh((f - y) / 2)")
                .hessian("1/2 / cosh((f - y) / 2)^2")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.RESIDUAL)
                .twin("juliaml", "LogitDistLoss")
                .note("Near 0 it is 1/4 r^2, far away |r| - log 4.")
                .source("I. Steinwart and A. Christmann, Support Vector Machines, 2008, section 2.4;"
                        + " https://doi.org/10.1007/978-0-387-77242-4");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements AnalyticFormula {
        // 2 log cosh(r/2)
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return y.minus(f).dividedBy(2).logCosh().times(2);
        }

        // tanh((f - y) / 2)
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return f.minus(y).dividedBy(2).tanh();
        }

        // ½ / cosh(r/2)²
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            return LogCosh.inverseSquaredCosh(y.minus(f).dividedBy(2)).dividedBy(2);
        }
    }
}

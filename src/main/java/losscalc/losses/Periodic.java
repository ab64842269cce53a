package losscalc.losses;

import losscalc.loss.AnalyticFormula;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Real;

/** A loss that repeats itself: for angles, hours and other cyclic quantities. */
final class Periodic implements Loss {
    private static final Param PERIOD =
            new Param("period", 1, Interval.POSITIVE, "after how much the quantity repeats itself").required();

    @Override
    public Card card() {
        return Card.of("periodic", "Periodic loss")
                .aliases("PeriodicLoss", "circular", "von_mises")
                .about(Family.REGRESSION, "for angles and times of day: whole periods of error cost nothing")
                .use("The target is an angle, a time of day, a phase: all that repeats.")
                .avoid("The period is not the target's: the number then says nothing.")
                .formula("1 - cos(2 pi (y - f) / period)")
                .gradient("(2 pi / period) sin(2 pi (f - y) / period)")
                .hessian("(2 pi / period)^2 cos(2 pi (y - f) / period)")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(PERIOD)
                .working(Working.RESIDUAL)
                .twin("juliaml", "PeriodicLoss", "", "the period is called c")
                .note("From 0 to 2: half a period away is the worst.")
                .note("Radians have the period 2 pi, which no double is: --period 6.283185307179586 is near it.")
                .source("JuliaML, LossFunctions: PeriodicLoss;"
                        + " https://juliaml.github.io/LossFunctions.jl/stable/losses/distance/");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(PERIOD));
    }

    record Equation(double period) implements AnalyticFormula {
        // 1 - cos(2 π r / c) = 2 sin(π r / c)²
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return turns(y, f).dividedBy(2).sin2Pi().squared().times(2);
        }

        // (2 π / c) sin(2 π (f - y) / c)
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return turns(f, y).sin2Pi().times(rate(y));
        }

        // (2 π / c)² cos(2 π r / c)
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            return turns(y, f).cos2Pi().times(rate(y)).times(rate(y));
        }

        private <R extends Real<R>> R rate(R any) {
            return any.pi().times(2).dividedBy(period);
        }

        /** (a - b) / c, from -½ to ½. */
        private <R extends Real<R>> R turns(R a, R b) {
            R rest = rest(a).minus(rest(b));
            R nearest = rest.abs().compareTo(period / 2) > 0 ? rest.minus(rest.signum() * period) : rest;
            return nearest.dividedBy(period);
        }

        /** A target or prediction, which is a double, without whole periods: exactly. */
        private <R extends Real<R>> R rest(R x) {
            return x.constant(Math.IEEEremainder(x.toDouble(), period));
        }
    }
}

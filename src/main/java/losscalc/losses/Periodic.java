package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.PointFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.DoubleDouble;
import losscalc.num.Scaled;

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

    record Equation(double period) implements PointFormula {
        // 1 - cos(2 π r / c) = 2 sin(π r / c)²
        @Override
        public DoubleDouble loss(double y, double f) {
            return turns(y, f).scalb(-1).sin2Pi().squared().scalb(1);
        }

        // (2 π / c) sin(2 π (f - y) / c), which is (2 π / c)² (f - y) where that is tiny
        @Override
        public DoubleDouble gradient(double y, double f) {
            DoubleDouble rest = rest(f, y);
            if (Math.abs(rest.hi()) < 0x1p-200 * period) {
                return Scaled.of(rest).times(Scaled.of(rate()).squared()).toDoubleDouble();
            }
            return rest.dividedBy(period).sin2Pi().times(rate());
        }

        // (2 π / c)² cos(2 π r / c)
        @Override
        public DoubleDouble hessian(double y, double f) {
            return turns(y, f).cos2Pi().times(rate()).times(rate());
        }

        private DoubleDouble rate() {
            return DoubleDouble.PI.scalb(1).dividedBy(period);
        }

        private DoubleDouble turns(double a, double b) {
            return rest(a, b).dividedBy(period);
        }

        /** a - b without whole periods, exactly. */
        private DoubleDouble rest(double a, double b) {
            DoubleDouble rest = DoubleDouble.difference(Math.IEEEremainder(a, period), Math.IEEEremainder(b, period));
            if (Math.abs(rest.hi()) > period / 2) {
                rest = rest.minus(Math.copySign(period, rest.hi()));
            }
            return rest;
        }
    }
}

package losscalc.losses;

import losscalc.loss.Interval;
import losscalc.loss.Param;
import losscalc.loss.PointFormula;
import losscalc.num.DoubleDouble;

/**
 * A formula whose target or prediction is held from below, as some libraries do it against logarithms of 0 and
 * poles. A prediction that is held has no slope.
 *
 * @param formula the formula of what is held
 * @param target the least target; -Infinity for any
 * @param prediction the least prediction
 */
record Floored(PointFormula formula, double target, double prediction) implements PointFormula {
    /** A parameter that says how low a prediction may be. */
    static final Param OF_PREDICTION =
            new Param("floor", 0, Interval.NON_NEGATIVE, "a prediction that is less is taken for this");

    /** The formula, its predictions held where the floor is above 0. */
    static PointFormula prediction(PointFormula formula, double floor) {
        return floor > 0 ? new Floored(formula, Double.NEGATIVE_INFINITY, floor) : formula;
    }

    @Override
    public DoubleDouble loss(double y, double f) {
        return formula.loss(Math.max(y, target), Math.max(f, prediction));
    }

    @Override
    public DoubleDouble gradient(double y, double f) {
        return f < prediction ? DoubleDouble.ZERO : formula.gradient(Math.max(y, target), f);
    }

    @Override
    public DoubleDouble hessian(double y, double f) {
        return f < prediction ? DoubleDouble.ZERO : formula.hessian(Math.max(y, target), f);
    }
}

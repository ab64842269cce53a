package losscalc.losses;

import losscalc.loss.AnalyticFormula;
import losscalc.loss.Interval;
import losscalc.loss.Param;
import losscalc.num.Real;

/**
 * A formula whose target or prediction is held from below, as some libraries do it against logarithms of 0 and
 * poles. A prediction that is held has no slope.
 *
 * @param formula the formula of what is held
 * @param target the least target; -Infinity for any
 * @param prediction the least prediction
 */
record Floored(AnalyticFormula formula, double target, double prediction) implements AnalyticFormula {
    /** A parameter that says how low a prediction may be. */
    static final Param OF_PREDICTION =
            new Param("floor", 0, Interval.NON_NEGATIVE, "a prediction that is less is taken for this");

    /** The formula, its predictions held where the floor is above 0. */
    static AnalyticFormula prediction(AnalyticFormula formula, double floor) {
        return floor > 0 ? new Floored(formula, Double.NEGATIVE_INFINITY, floor) : formula;
    }

    @Override
    public <R extends Real<R>> R loss(R y, R f) {
        return formula.loss(held(y), f.compareTo(prediction) < 0 ? f.constant(prediction) : f);
    }

    @Override
    public boolean cancels() {
        return formula.cancels();
    }

    @Override
    public <R extends Real<R>> R gradient(R y, R f) {
        return f.compareTo(prediction) < 0 ? f.constant(0) : formula.gradient(held(y), f);
    }

    @Override
    public <R extends Real<R>> R hessian(R y, R f) {
        return f.compareTo(prediction) < 0 ? f.constant(0) : formula.hessian(held(y), f);
    }

    private <R extends Real<R>> R held(R y) {
        return y.compareTo(target) < 0 ? y.constant(target) : y;
    }
}

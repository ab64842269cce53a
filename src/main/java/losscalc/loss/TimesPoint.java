package losscalc.loss;

import losscalc.num.Real;

/**
 * A loss of one target and one prediction times a factor, its logarithms to another base, rounded after that.
 *
 * @param logBase the base; NaN for e
 */
record TimesPoint(AnalyticFormula formula, double factor, double logBase) implements AnalyticFormula {
    @Override
    public <R extends Real<R>> R loss(R y, R f) {
        return times(formula.loss(y, f), factor, logBase);
    }

    @Override
    public boolean cancels() {
        return formula.cancels();
    }

    @Override
    public <R extends Real<R>> R gradient(R y, R f) {
        return times(formula.gradient(y, f), factor, logBase);
    }

    @Override
    public <R extends Real<R>> R hessian(R y, R f) {
        return times(formula.hessian(y, f), factor, logBase);
    }

    static <R extends Real<R>> R times(R x, double factor, double logBase) {
        R product = factor == 1 ? x : x.times(factor);
        return Double.isNaN(logBase)
                ? product
                : product.dividedBy(x.constant(logBase).log());
    }
}

package losscalc.loss;

import losscalc.num.Real;

/** A loss made of + - * / alone, as one that may have more in it: for options that lay an arithmetic of their own over it. */
record Unrestricted(AlgebraicFormula formula) implements AnalyticFormula {
    /** The formula, if it is such a one; or as it is. */
    static AnalyticFormula of(PointFormula formula) {
        return formula instanceof AnalyticFormula analytic ? analytic : new Unrestricted((AlgebraicFormula) formula);
    }

    @Override
    public <R extends Real<R>> R loss(R y, R f) {
        return formula.loss(y, f);
    }

    @Override
    public boolean cancels() {
        return true;
    }

    @Override
    public <R extends Real<R>> R gradient(R y, R f) {
        return formula.gradient(y, f);
    }

    @Override
    public <R extends Real<R>> R hessian(R y, R f) {
        return formula.hessian(y, f);
    }

    @Override
    public boolean isMeanOverLabels() {
        return formula.isMeanOverLabels();
    }
}

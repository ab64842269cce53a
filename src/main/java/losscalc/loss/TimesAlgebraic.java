package losscalc.loss;

import losscalc.num.Field;

/** An algebraic loss times a factor, rounded after it. */
record TimesAlgebraic(AlgebraicFormula formula, double factor) implements AlgebraicFormula {
    @Override
    public <R extends Field<R>> R loss(R y, R f) {
        return formula.loss(y, f).times(factor);
    }

    @Override
    public <R extends Field<R>> R gradient(R y, R f) {
        return formula.gradient(y, f).times(factor);
    }

    @Override
    public <R extends Field<R>> R hessian(R y, R f) {
        return formula.hessian(y, f).times(factor);
    }
}

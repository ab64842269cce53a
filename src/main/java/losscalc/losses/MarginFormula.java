package losscalc.losses;

import losscalc.loss.AlgebraicFormula;
import losscalc.num.Field;

/**
 * A loss of the margin a = y f alone, y = -1 or +1, made of + - * / and comparisons. As y^2 = 1, its
 * derivatives with respect to f are y L'(a) and L''(a).
 */
interface MarginFormula extends AlgebraicFormula {
    /** L(a). */
    <R extends Field<R>> R of(R a);

    /** L'(a). */
    <R extends Field<R>> R slope(R a);

    /** L''(a). */
    <R extends Field<R>> R curvature(R a);

    @Override
    default <R extends Field<R>> R loss(R y, R f) {
        return of(y.times(f));
    }

    @Override
    default <R extends Field<R>> R gradient(R y, R f) {
        R slope = slope(y.times(f));
        return slope.signum() == 0 ? y.constant(0) : slope.times(y);
    }

    @Override
    default <R extends Field<R>> R hessian(R y, R f) {
        return curvature(y.times(f));
    }
}

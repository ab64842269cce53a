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

    /**
     * The loss in plain doubles, rounded as {@link #of} is; or NaN, where it takes that to know.
     *
     * @param a the margin, which is exact
     */
    default double quick(double a) {
        return Double.NaN;
    }

    @Override
    default double rounded(double y, double f) {
        double quick = quick(y * f);
        return quick == quick ? quick + 0.0 : AlgebraicFormula.super.rounded(y, f);
    }

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

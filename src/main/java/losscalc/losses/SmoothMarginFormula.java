package losscalc.losses;

import losscalc.loss.AnalyticFormula;
import losscalc.num.Real;

/**
 * A loss of the margin a = y f alone, y = -1 or +1, with exponentials or powers in it. As y^2 = 1, its
 * derivatives with respect to f are y L'(a) and L''(a).
 */
interface SmoothMarginFormula extends AnalyticFormula {
    /** L(a). */
    <R extends Real<R>> R of(R a);

    /** L'(a). */
    <R extends Real<R>> R slope(R a);

    /** L''(a). */
    <R extends Real<R>> R curvature(R a);

    @Override
    default <R extends Real<R>> R loss(R y, R f) {
        return of(y.times(f));
    }

    @Override
    default <R extends Real<R>> R gradient(R y, R f) {
        R slope = slope(y.times(f));
        return slope.signum() == 0 ? y.constant(0) : slope.times(y);
    }

    @Override
    default <R extends Real<R>> R hessian(R y, R f) {
        return curvature(y.times(f));
    }
}

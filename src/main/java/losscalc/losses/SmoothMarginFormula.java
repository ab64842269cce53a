package losscalc.losses;

import losscalc.loss.PointFormula;
import losscalc.num.DoubleDouble;

/**
 * A loss of the margin a = y f alone, y = -1 or +1. As y^2 = 1, its derivatives with respect to f are
 * y L'(a) and L''(a).
 */
interface SmoothMarginFormula extends PointFormula {
    /** L(a). */
    DoubleDouble of(double a);

    /** L'(a). */
    DoubleDouble slope(double a);

    /** L''(a). */
    DoubleDouble curvature(double a);

    @Override
    default DoubleDouble loss(double y, double f) {
        return of(y * f);
    }

    @Override
    default DoubleDouble gradient(double y, double f) {
        return slope(y * f).times(y);
    }

    @Override
    default DoubleDouble hessian(double y, double f) {
        return curvature(y * f);
    }
}

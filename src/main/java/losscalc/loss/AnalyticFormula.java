package losscalc.loss;

import losscalc.num.DoubleDouble;
import losscalc.num.Real;
import losscalc.num.Scaled;

/**
 * A loss of one target and one prediction that has roots, logarithms, exponentials or powers in it. It is
 * written once, for any arithmetic: in double-double for speed; with exponents of their own where something
 * could leave the range of a double on the way, from which the result is rounded once.
 */
public interface AnalyticFormula extends PointFormula {
    /** The loss of target y and prediction f. */
    <R extends Real<R>> R loss(R y, R f);

    /** Its derivative with respect to f. */
    <R extends Real<R>> R gradient(R y, R f);

    /** Its second derivative with respect to f. */
    <R extends Real<R>> R hessian(R y, R f);

    @Override
    default DoubleDouble loss(double y, double f) {
        DoubleDouble quick = loss(DoubleDouble.of(y), DoubleDouble.of(f));
        return isSettled(y, f, quick) ? quick : loss(Scaled.of(y), Scaled.of(f)).toDoubleDouble();
    }

    @Override
    default DoubleDouble gradient(double y, double f) {
        DoubleDouble quick = gradient(DoubleDouble.of(y), DoubleDouble.of(f));
        return isSettled(y, f, quick)
                ? quick
                : gradient(Scaled.of(y), Scaled.of(f)).toDoubleDouble();
    }

    @Override
    default DoubleDouble hessian(double y, double f) {
        DoubleDouble quick = hessian(DoubleDouble.of(y), DoubleDouble.of(f));
        return isSettled(y, f, quick)
                ? quick
                : hessian(Scaled.of(y), Scaled.of(f)).toDoubleDouble();
    }

    /** Whether nothing can have been lost at the ends of the range. */
    private static boolean isSettled(double y, double f, DoubleDouble result) {
        double size = result.hi();
        return Range.isMiddling(y) && Range.isMiddling(f) && Range.isMiddling(size) && size != 0
                || Double.isNaN(y - f)
                || Double.isInfinite(y - f) && !(Double.isFinite(y) && Double.isFinite(f));
    }
}

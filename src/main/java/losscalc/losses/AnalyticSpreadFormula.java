package losscalc.losses;

import losscalc.loss.Range;
import losscalc.num.DoubleDouble;
import losscalc.num.Real;
import losscalc.num.Scaled;

/**
 * The same for an equation that is written once for any arithmetic: in double-double for speed; with
 * exponents of their own where something could leave the range of a double on the way.
 */
interface AnalyticSpreadFormula extends SpreadFormula {
    /** The loss of target y, prediction f and spread s. */
    <R extends Real<R>> R loss(R y, R f, R s);

    /** Its derivative with respect to f. */
    <R extends Real<R>> R gradient(R y, R f, R s);

    /** Its second derivative with respect to f. */
    <R extends Real<R>> R hessian(R y, R f, R s);

    @Override
    default DoubleDouble loss(double y, double f, double s) {
        DoubleDouble x = loss(DoubleDouble.of(y), DoubleDouble.of(f), DoubleDouble.of(s));
        return isSettled(y, f, s, x)
                ? x
                : loss(Scaled.of(y), Scaled.of(f), Scaled.of(s)).toDoubleDouble();
    }

    @Override
    default DoubleDouble gradient(double y, double f, double s) {
        DoubleDouble x = gradient(DoubleDouble.of(y), DoubleDouble.of(f), DoubleDouble.of(s));
        return isSettled(y, f, s, x)
                ? x
                : gradient(Scaled.of(y), Scaled.of(f), Scaled.of(s)).toDoubleDouble();
    }

    @Override
    default DoubleDouble hessian(double y, double f, double s) {
        DoubleDouble x = hessian(DoubleDouble.of(y), DoubleDouble.of(f), DoubleDouble.of(s));
        return isSettled(y, f, s, x)
                ? x
                : hessian(Scaled.of(y), Scaled.of(f), Scaled.of(s)).toDoubleDouble();
    }

    /** Whether nothing can have been lost at the ends of the range. */
    private static boolean isSettled(double y, double f, double s, DoubleDouble result) {
        return Range.isMiddling(y)
                        && Range.isMiddling(f)
                        && Range.isMiddling(s)
                        && Range.isMiddling(result.hi())
                        && result.hi() != 0
                || Double.isNaN(y - f)
                || !Double.isFinite(s);
    }
}

package losscalc.loss;

import losscalc.num.DoubleDouble;
import losscalc.num.Real;
import losscalc.num.Scaled;

/**
 * A loss of one target and one prediction that has roots, logarithms, exponentials or powers in it. It is
 * written once, for any arithmetic: in double-double for speed; with exponents of their own where something
 * could leave the range of a double on the way.
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
        return loss(DoubleDouble.of(y), DoubleDouble.of(f));
    }

    @Override
    default DoubleDouble gradient(double y, double f) {
        return Double.isNaN(y - f) ? DoubleDouble.of(Double.NaN) : gradient(DoubleDouble.of(y), DoubleDouble.of(f));
    }

    @Override
    default DoubleDouble hessian(double y, double f) {
        return Double.isNaN(y - f) ? DoubleDouble.of(Double.NaN) : hessian(DoubleDouble.of(y), DoubleDouble.of(f));
    }

    @Override
    default double rounded(double y, double f) {
        double loss = loss(y, f).toDouble();
        return isSettled(y, f, loss) ? loss : loss(Scaled.of(y), Scaled.of(f)).toDouble() + 0.0;
    }

    @Override
    default double roundedGradient(double y, double f) {
        double gradient = gradient(y, f).toDouble();
        return isSettled(y, f, gradient)
                ? gradient
                : gradient(Scaled.of(y), Scaled.of(f)).toDouble() + 0.0;
    }

    @Override
    default double roundedHessian(double y, double f) {
        double hessian = hessian(y, f).toDouble();
        return isSettled(y, f, hessian)
                ? hessian
                : hessian(Scaled.of(y), Scaled.of(f)).toDouble() + 0.0;
    }

    /** Whether nothing can have been lost at the ends of the range. */
    private static boolean isSettled(double y, double f, double result) {
        return Range.isMiddling(y) && Range.isMiddling(f) && Range.isMiddling(result) && result != 0
                || !Double.isFinite(y)
                || !Double.isFinite(f);
    }
}

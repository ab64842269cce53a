package losscalc.loss;

import losscalc.num.Ball;
import losscalc.num.DoubleDouble;
import losscalc.num.Field;
import losscalc.num.Rational;

/**
 * A loss of one target and one prediction that is made of + - * / and comparisons alone. It is written
 * once, for any arithmetic: in double-double for speed; in exact rationals where a square could leave
 * the range of a double, and where the user asks for the decimals of the file as they are written.
 */
public interface AlgebraicFormula extends PointFormula {
    /** More than the few operations of a loss in double-double can be wrong by. */
    double ERROR = 0x1p-97;

    /** The loss of target y and prediction f. */
    <R extends Field<R>> R loss(R y, R f);

    /** Its derivative with respect to f. */
    <R extends Field<R>> R gradient(R y, R f);

    /** Its second derivative with respect to f. */
    <R extends Field<R>> R hessian(R y, R f);

    /** The loss (order 0) or a derivative of it. */
    private <R extends Field<R>> R of(int order, R y, R f) {
        return order == 0 ? loss(y, f) : order == 1 ? gradient(y, f) : hessian(y, f);
    }

    @Override
    default DoubleDouble loss(double y, double f) {
        return loss(DoubleDouble.of(y), DoubleDouble.of(f));
    }

    @Override
    default double rounded(double y, double f) {
        return rounded(0, y, f, 1);
    }

    @Override
    default double roundedGradient(double y, double f, int pairs) {
        return rounded(1, y, f, pairs);
    }

    @Override
    default double nearGradient(double y, double f) {
        double near = gradient(DoubleDouble.of(y), DoubleDouble.of(f)).hi();
        return Range.isMiddling(y) && Range.isMiddling(f) && Range.isMiddling(near) ? near : Double.NaN;
    }

    @Override
    default double roundedHessian(double y, double f, int pairs) {
        return rounded(2, y, f, pairs);
    }

    private double rounded(int order, double y, double f, int pairs) {
        boolean isFinite = Double.isFinite(y) && Double.isFinite(f);
        if (!isFinite && Double.isNaN(y - f)) {
            // Where there is no residual there is no loss and no slope; comparisons alone would find one.
            return Double.NaN;
        }
        if (!isFinite || Range.isMiddling(y) && Range.isMiddling(f)) {
            DoubleDouble whole = of(order, DoubleDouble.of(y), DoubleDouble.of(f));
            DoubleDouble quick = pairs == 1 ? whole : whole.dividedBy(pairs);
            if (Double.isNaN(quick.hi()) && AtInfinity.isThere(y, f)) {
                return atInfinity(order, y, f, pairs);
            }
            if (!isFinite || Range.isMiddling(quick.hi()) && quick.isDecided(ERROR)) {
                return SampleFormula.rounded(quick);
            }
        }
        Rational whole = of(order, Rational.of(y), Rational.of(f));
        return (pairs > 1 && whole.isFinite() ? whole.dividedBy(pairs) : whole).toDouble();
    }

    private double atInfinity(int order, double y, double f, int pairs) {
        return new AtInfinity(1) {
            @Override
            Ball[] of(Ball[] x) {
                return new Ball[] {AlgebraicFormula.this.of(order, x[0], x[1]).dividedBy(pairs)};
            }
        }.limits(y, f)[0];
    }

    @Override
    default double exactMean(double[] y, double[] f) {
        Rational sum = Rational.of(0);
        double poles = 0;
        for (int k = 0; k < y.length; k++) {
            Rational loss = loss(Rational.of(y[k]), Rational.of(f[k]));
            if (loss.isFinite()) {
                sum = sum.plus(loss);
            } else {
                poles += loss.toDouble();
            }
        }
        return poles == 0 ? sum.dividedBy(y.length).toDouble() : poles;
    }
}

package losscalc.loss;

import losscalc.num.Ball;
import losscalc.num.DoubleDouble;
import losscalc.num.Exactly;
import losscalc.num.Real;

/**
 * A loss of one target and one prediction that has roots, logarithms, exponentials or powers in it. It is
 * written once, for any arithmetic: in double-double for speed; with as many bits as it takes where that
 * does not tell how the result rounds ({@link Settled}).
 */
public interface AnalyticFormula extends PointFormula {
    /** The loss of target y and prediction f. */
    <R extends Real<R>> R loss(R y, R f);

    /** Its derivative with respect to f. */
    <R extends Real<R>> R gradient(R y, R f);

    /** Its second derivative with respect to f. */
    <R extends Real<R>> R hessian(R y, R f);

    /** The loss (order 0) or a derivative of it. */
    private <R extends Real<R>> R of(int order, R y, R f) {
        return order == 0 ? loss(y, f) : order == 1 ? gradient(y, f) : hessian(y, f);
    }

    /** Whether the loss can be a small difference of larger numbers, as where it changes its sign. */
    default boolean cancels() {
        return false;
    }

    @Override
    default double termSize(double y, double f) {
        return cancels() ? Settled.size(y, f) : 0;
    }

    @Override
    default DoubleDouble loss(double y, double f) {
        return loss(DoubleDouble.of(y), DoubleDouble.of(f));
    }

    @Override
    default double rounded(double y, double f) {
        DoubleDouble quick = loss(y, f);
        return Settled.by(y, f, quick, termSize(y, f)) ? settled(0, y, f, 1, quick) : exactly(0, y, f, 1);
    }

    @Override
    default double roundedGradient(double y, double f, int pairs) {
        return derivative(1, y, f, pairs);
    }

    @Override
    default double nearGradient(double y, double f) {
        DoubleDouble near = gradient(DoubleDouble.of(y), DoubleDouble.of(f));
        return Settled.inRange(y, f, near) && Settled.isNear(near, Settled.size(y, f)) ? near.hi() : Double.NaN;
    }

    @Override
    default double roundedHessian(double y, double f, int pairs) {
        return derivative(2, y, f, pairs);
    }

    private double derivative(int order, double y, double f, int pairs) {
        DoubleDouble quick = of(order, DoubleDouble.of(y), DoubleDouble.of(f)).dividedBy(pairs);
        return Settled.by(y, f, quick, Settled.size(y, f))
                ? settled(order, y, f, pairs, quick)
                : exactly(order, y, f, pairs);
    }

    private double settled(int order, double y, double f, int pairs, DoubleDouble quick) {
        double rounded = SampleFormula.rounded(quick);
        if (!Double.isNaN(rounded) || !AtInfinity.isThere(y, f)) {
            return rounded;
        }
        return new AtInfinity(1) {
            @Override
            Ball[] of(Ball[] x) {
                return new Ball[] {AnalyticFormula.this.of(order, x[0], x[1]).dividedBy(pairs)};
            }
        }.limits(y, f)[0];
    }

    private double exactly(int order, double y, double f, int pairs) {
        Exactly value = new Exactly() {
            @Override
            public Ball[] at(int bits) {
                Ball whole = of(order, Ball.of(y, bits), Ball.of(f, bits));
                return new Ball[] {pairs == 1 ? whole : whole.dividedBy(pairs)};
            }
        };
        return Exactly.rounded(value)[0];
    }

    @Override
    default double exactMean(double[] y, double[] f) {
        Exactly mean = new Exactly() {
            @Override
            public Ball[] at(int bits) {
                Ball sum = Ball.of(0, bits);
                for (int k = 0; k < y.length; k++) {
                    sum = sum.plus(loss(Ball.of(y[k], bits), Ball.of(f[k], bits)));
                }
                return new Ball[] {sum.dividedBy(y.length)};
            }
        };
        return Exactly.rounded(mean)[0];
    }
}

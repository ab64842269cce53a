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

    /** Whether the loss can be a small difference of larger numbers, as where it changes its sign. */
    default boolean cancels() {
        return false;
    }

    @Override
    default DoubleDouble loss(double y, double f) {
        return loss(DoubleDouble.of(y), DoubleDouble.of(f));
    }

    @Override
    default DoubleDouble gradient(double y, double f) {
        return gradient(DoubleDouble.of(y), DoubleDouble.of(f));
    }

    @Override
    default DoubleDouble hessian(double y, double f) {
        return hessian(DoubleDouble.of(y), DoubleDouble.of(f));
    }

    @Override
    default double rounded(double y, double f) {
        DoubleDouble quick = loss(y, f);
        return Settled.by(y, f, quick, cancels() ? Settled.size(y, f) : 0)
                ? SampleFormula.rounded(quick)
                : Settled.exactly(this, 0, 1, y, f);
    }

    @Override
    default double roundedMean(Block rows, int i) {
        Row row = new Row(rows.layout());
        row.take(rows, i);
        double[] y = row.target();
        double[] f = row.prediction();
        DoubleDouble sum = DoubleDouble.ZERO;
        double size = 0;
        boolean inRange = true;
        for (int k = 0; k < y.length; k++) {
            DoubleDouble quick = loss(y[k], f[k]);
            inRange &= Settled.inRange(y[k], f[k], quick);
            size = cancels() ? Math.max(size, Settled.size(y[k], f[k])) : 0;
            sum = sum.plus(quick);
        }
        DoubleDouble mean = sum.dividedBy(y.length);
        return inRange && Settled.isDecided(mean, size) ? SampleFormula.rounded(mean) : exactMean(y, f);
    }

    private double exactMean(double[] y, double[] f) {
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

    @Override
    default double roundedGradient(double y, double f, int pairs) {
        DoubleDouble quick = gradient(y, f).dividedBy(pairs);
        return Settled.by(y, f, quick, Settled.size(y, f))
                ? SampleFormula.rounded(quick)
                : Settled.exactly(this, 1, pairs, y, f);
    }

    @Override
    default double roundedHessian(double y, double f, int pairs) {
        DoubleDouble quick = hessian(y, f).dividedBy(pairs);
        return Settled.by(y, f, quick, Settled.size(y, f))
                ? SampleFormula.rounded(quick)
                : Settled.exactly(this, 2, pairs, y, f);
    }
}

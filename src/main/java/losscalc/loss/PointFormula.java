package losscalc.loss;

import losscalc.num.DoubleDouble;

/**
 * A loss of one target and one prediction. Rows of several pairs are handled here: a row's loss is the
 * mean over its pairs.
 */
public interface PointFormula extends SampleFormula {
    /** The loss of target y and prediction f, to about 31 digits. */
    DoubleDouble loss(double y, double f);

    /** The loss rounded once. */
    double rounded(double y, double f);

    /** The derivative of the mean of so many pairs by the prediction of one, rounded once. */
    double roundedGradient(double y, double f, int pairs);

    /** The derivative by the prediction, off by no more than a double's rounding; NaN where that takes {@link #roundedGradient}. */
    double nearGradient(double y, double f);

    /** The second derivative of the mean of so many pairs by the prediction of one, rounded once. */
    double roundedHessian(double y, double f, int pairs);

    /** The mean loss of the pairs, rounded once, where 31 digits do not tell how. */
    double exactMean(double[] y, double[] f);

    /** How large terms are that the loss may be a small difference of; 0 where it is none. */
    default double termSize(double y, double f) {
        return 0;
    }

    /** The mean loss of the pairs of row i, rounded once. */
    private double roundedMean(Block rows, int i) {
        Row row = new Row(rows.layout());
        row.take(rows, i);
        double[] y = row.target();
        double[] f = row.prediction();
        DoubleDouble sum = DoubleDouble.ZERO;
        double size = 0;
        boolean inRange = true;
        boolean isFinite = true;
        for (int k = 0; k < y.length; k++) {
            boolean isNumber = Double.isFinite(y[k]) && Double.isFinite(f[k]);
            DoubleDouble quick = isNumber ? loss(y[k], f[k]) : DoubleDouble.of(rounded(y[k], f[k]));
            inRange &= Settled.inRange(y[k], f[k], quick);
            isFinite &= isNumber;
            size = Math.max(size, Math.max(Math.abs(quick.hi()), termSize(y[k], f[k])));
            sum = sum.plus(quick);
        }
        DoubleDouble mean = sum.dividedBy(y.length);
        return !isFinite || inRange && Settled.isDecided(mean, size) ? SampleFormula.rounded(mean) : exactMean(y, f);
    }

    @Override
    default void evaluate(Block rows, double[] loss) {
        int n = rows.rows();
        int pairs = rows.layout().targets();
        if (pairs == 1) {
            double[] y = rows.target(0);
            double[] f = rows.prediction(0);
            for (int i = 0; i < n; i++) {
                loss[i] = rounded(y[i], f[i]);
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            loss[i] = roundedMean(rows, i);
        }
    }

    @Override
    default void gradient(Block rows, double[][] gradient) {
        int pairs = rows.layout().targets();
        for (int k = 0; k < pairs; k++) {
            double[] y = rows.target(k);
            double[] f = rows.prediction(k);
            for (int i = 0; i < rows.rows(); i++) {
                gradient[k][i] = roundedGradient(y[i], f[i], pairs);
            }
        }
    }

    @Override
    default void hessian(Block rows, double[][] hessian) {
        int pairs = rows.layout().targets();
        for (int k = 0; k < pairs; k++) {
            double[] y = rows.target(k);
            double[] f = rows.prediction(k);
            for (int i = 0; i < rows.rows(); i++) {
                hessian[k][i] = roundedHessian(y[i], f[i], pairs);
            }
        }
    }
}

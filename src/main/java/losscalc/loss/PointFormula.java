package losscalc.loss;

import losscalc.num.DoubleDouble;

/**
 * A loss of one target and one prediction. Rows of several pairs are handled here: a row's loss is the
 * mean over its pairs.
 */
public interface PointFormula extends SampleFormula {
    /** The loss of target y and prediction f, to about 31 digits. */
    DoubleDouble loss(double y, double f);

    /** Its derivative with respect to f, to about 31 digits. */
    DoubleDouble gradient(double y, double f);

    /** Its second derivative with respect to f, to about 31 digits. */
    DoubleDouble hessian(double y, double f);

    /** The loss rounded once; a formula that has a quicker way to the same bits overrides this. */
    default double rounded(double y, double f) {
        return SampleFormula.rounded(loss(y, f));
    }

    /** The derivative rounded once. */
    default double roundedGradient(double y, double f) {
        return SampleFormula.rounded(gradient(y, f));
    }

    /** The second derivative rounded once. */
    default double roundedHessian(double y, double f) {
        return SampleFormula.rounded(hessian(y, f));
    }

    /** The derivative of the mean of so many pairs by the prediction of one, rounded once. */
    default double roundedGradient(double y, double f, int pairs) {
        return pairs == 1
                ? roundedGradient(y, f)
                : SampleFormula.rounded(gradient(y, f).dividedBy(pairs));
    }

    /** The second derivative of the mean of so many pairs by the prediction of one, rounded once. */
    default double roundedHessian(double y, double f, int pairs) {
        return pairs == 1
                ? roundedHessian(y, f)
                : SampleFormula.rounded(hessian(y, f).dividedBy(pairs));
    }

    /** The mean loss of the pairs of row i, rounded once. */
    default double roundedMean(Block rows, int i) {
        int pairs = rows.layout().targets();
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int k = 0; k < pairs; k++) {
            sum = sum.plus(loss(rows.target(k)[i], rows.prediction(k)[i]));
        }
        return SampleFormula.rounded(sum.dividedBy(pairs));
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

package losscalc.loss;

import java.util.Arrays;
import losscalc.num.DoubleDouble;

/**
 * A loss of one true class and a row of predictions, one for each class. Where the target is a distribution
 * over the classes, the loss is the mean over it.
 */
public interface ClassFormula extends RowFormula {
    /** The loss of the row when class c is the true one, to about 31 digits. */
    DoubleDouble loss(double[] row, int c);

    /** Its derivatives with respect to each prediction, to about 31 digits. */
    void gradient(double[] row, int c, DoubleDouble[] gradient);

    /** Its second derivatives with respect to each prediction, to about 31 digits. */
    void hessian(double[] row, int c, DoubleDouble[] hessian);

    /** What all of the above are still to be divided by: dividing last loses nothing of what cancels in the mean. */
    default double divisor(int classes) {
        return 1;
    }

    @Override
    default boolean isMeanOverLabels() {
        return true;
    }

    @Override
    default DoubleDouble loss(Row sample) {
        double[] t = sample.target();
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int c = 0; c < t.length; c++) {
            if (t[c] != 0) {
                sum = sum.plus(loss(sample.prediction(), c).times(t[c]));
            }
        }
        return sum.dividedBy(divisor(t.length));
    }

    @Override
    default void gradient(Row sample, DoubleDouble[] gradient) {
        derivatives(sample, gradient, false);
    }

    @Override
    default void hessian(Row sample, DoubleDouble[] hessian) {
        derivatives(sample, hessian, true);
    }

    private void derivatives(Row sample, DoubleDouble[] into, boolean second) {
        double[] t = sample.target();
        Arrays.fill(into, DoubleDouble.ZERO);
        DoubleDouble[] ofClass = new DoubleDouble[into.length];
        for (int c = 0; c < t.length; c++) {
            if (t[c] != 0) {
                if (second) {
                    hessian(sample.prediction(), c, ofClass);
                } else {
                    gradient(sample.prediction(), c, ofClass);
                }
                for (int k = 0; k < into.length; k++) {
                    into[k] = into[k].plus(ofClass[k].times(t[c]));
                }
            }
        }
        for (int k = 0; k < into.length; k++) {
            into[k] = into[k].dividedBy(divisor(t.length));
        }
    }
}

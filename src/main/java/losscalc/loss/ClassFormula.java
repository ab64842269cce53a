package losscalc.loss;

import java.util.Arrays;
import losscalc.num.Real;

/**
 * A loss of one true class and a row of predictions, one for each class. Where the target is a distribution
 * over the classes, the loss is the mean over it.
 */
public interface ClassFormula extends RowFormula {
    /** The loss of predictions f when class c is the true one. */
    <R extends Real<R>> R loss(R[] f, int c);

    /** Its derivatives with respect to each prediction. */
    <R extends Real<R>> void gradient(R[] f, int c, R[] gradient);

    /** Its second derivatives with respect to each prediction. */
    <R extends Real<R>> void hessian(R[] f, int c, R[] hessian);

    /** What all of the above are still to be divided by: dividing last loses nothing of what cancels in the mean. */
    default double divisor(int classes) {
        return 1;
    }

    @Override
    default boolean isMeanOverLabels() {
        return true;
    }

    @Override
    default <R extends Real<R>> R loss(Row row, R[] f) {
        double[] t = row.target();
        R sum = f[0].constant(0);
        for (int c = 0; c < t.length; c++) {
            if (t[c] != 0) {
                sum = sum.plus(loss(f, c).times(t[c]));
            }
        }
        return sum.dividedBy(divisor(t.length));
    }

    @Override
    default <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
        derivatives(row.target(), f, gradient, false);
    }

    @Override
    default <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
        derivatives(row.target(), f, hessian, true);
    }

    private <R extends Real<R>> void derivatives(double[] t, R[] f, R[] into, boolean second) {
        Arrays.fill(into, f[0].constant(0));
        R[] ofClass = f.clone();
        for (int c = 0; c < t.length; c++) {
            if (t[c] != 0) {
                if (second) {
                    hessian(f, c, ofClass);
                } else {
                    gradient(f, c, ofClass);
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

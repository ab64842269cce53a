package losscalc.loss;

import java.util.Arrays;
import losscalc.num.Real;

/**
 * A loss of C classes, smoothed or weighted: t_c becomes t_c (1 - S) + S/C, and each class's part of the loss
 * is multiplied by the weight of the class.
 *
 * @param smoothing S
 * @param weights of the classes; null where all weigh 1
 */
record LabelsOfRow(RowFormula formula, double smoothing, double[] weights) implements RowFormula {
    @Override
    public <R extends Real<R>> R loss(Row row, R[] f) {
        R[] loss = Arrays.copyOf(f, 1);
        compute(0, row, f, loss);
        return loss[0];
    }

    @Override
    public double termSize(Row row, int order) {
        return formula.termSize(row, order);
    }

    @Override
    public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
        compute(1, row, f, gradient);
    }

    @Override
    public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
        compute(2, row, f, hessian);
    }

    /** The loss (order 0), or its derivatives of that order. */
    private <R extends Real<R>> void compute(int order, Row row, R[] f, R[] into) {
        if (!formula.isMeanOverLabels()) {
            evaluate(order, row.smoothed(smoothing), f, into);
            scale(into, weight(row, f[0]));
            return;
        }
        Row smoothed = row.smoothed(smoothing);
        R[] each = into.clone();
        Arrays.fill(into, f[0].constant(0));
        for (int c = 0; c < row.target().length; c++) {
            R share = smoothed.target(c, f[0]);
            share = weights == null ? share : share.times(weights[c]);
            if (share.signum() != 0) {
                evaluate(order, row.ofClass(c), f, each);
                scale(each, share);
                for (int k = 0; k < into.length; k++) {
                    into[k] = into[k].plus(each[k]);
                }
            }
        }
    }

    private <R extends Real<R>> void evaluate(int order, Row row, R[] f, R[] into) {
        if (order == 0) {
            into[0] = formula.loss(row, f);
        } else if (order == 1) {
            formula.gradient(row, f, into);
        } else {
            formula.hessian(row, f, into);
        }
    }

    private static <R extends Real<R>> void scale(R[] numbers, R factor) {
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = numbers[k].times(factor);
        }
    }

    /** The weight of the label -1 or +1, or the mean weight of the target's classes. */
    private <R extends Real<R>> R weight(Row row, R any) {
        if (weights == null) {
            return any.constant(1);
        }
        if (row.target().length == 1) {
            return any.constant(weights[row.target()[0] > 0 ? 1 : 0]);
        }
        R sum = any.constant(0);
        for (int c = 0; c < weights.length; c++) {
            sum = sum.plus(any.constant(row.target()[c]).times(weights[c]));
        }
        return sum;
    }
}

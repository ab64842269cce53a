package losscalc.loss;

import java.util.Arrays;
import losscalc.num.DoubleDouble;

/**
 * A loss of C classes, smoothed or weighted: t_c becomes t_c (1 - S) + S/C, and each class's part of the loss
 * is multiplied by the weight of the class.
 *
 * <p>Where the loss of a distribution over the classes is the mean of their losses, the smoothed target is not
 * rounded; where it is not (the Brier score), it is the row of the nearest doubles.
 *
 * @param smoothing S
 * @param weights of the classes; null where all weigh 1
 */
record LabelsOfRow(RowFormula formula, double smoothing, double[] weights) implements RowFormula {
    /** One of the three things that a formula can compute of a row. */
    private enum Part {
        LOSS,
        GRADIENT,
        HESSIAN
    }

    @Override
    public DoubleDouble loss(Row row) {
        DoubleDouble[] loss = new DoubleDouble[1];
        compute(Part.LOSS, row, loss);
        return loss[0];
    }

    @Override
    public void gradient(Row row, DoubleDouble[] gradient) {
        compute(Part.GRADIENT, row, gradient);
    }

    @Override
    public void hessian(Row row, DoubleDouble[] hessian) {
        compute(Part.HESSIAN, row, hessian);
    }

    private void compute(Part part, Row row, DoubleDouble[] into) {
        double[] t = row.target();
        double[] whole = t.clone();
        Arrays.fill(into, DoubleDouble.ZERO);
        DoubleDouble[] each = new DoubleDouble[into.length];
        if (formula.isMeanOverLabels()) {
            for (int c = 0; c < t.length; c++) {
                DoubleDouble share = smoothed(whole, c);
                share = weights == null ? share : share.times(weights[c]);
                if (share.signum() != 0) {
                    Arrays.fill(t, 0);
                    t[c] = 1;
                    evaluate(part, row, each);
                    addTo(into, each, share);
                }
            }
        } else {
            DoubleDouble weight = weights == null ? DoubleDouble.ONE : DoubleDouble.ZERO;
            for (int c = 0; c < t.length; c++) {
                weight = weights == null ? weight : weight.plus(DoubleDouble.product(whole[c], weights[c]));
                t[c] = smoothed(whole, c).hi();
            }
            evaluate(part, row, each);
            addTo(into, each, weight);
        }
        System.arraycopy(whole, 0, t, 0, t.length);
    }

    private void evaluate(Part part, Row row, DoubleDouble[] into) {
        switch (part) {
            case GRADIENT:
                formula.gradient(row, into);
                break;
            case HESSIAN:
                formula.hessian(row, into);
                break;
            default:
                into[0] = formula.loss(row);
        }
    }

    private static void addTo(DoubleDouble[] sums, DoubleDouble[] terms, DoubleDouble factor) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] = sums[k].plus(terms[k].times(factor));
        }
    }

    /** t_c (1 - S) + S/C. */
    private DoubleDouble smoothed(double[] t, int c) {
        return smoothing == 0
                ? DoubleDouble.of(t[c])
                : DoubleDouble.difference(1, smoothing)
                        .times(t[c])
                        .plus(DoubleDouble.of(smoothing).dividedBy(t.length));
    }
}

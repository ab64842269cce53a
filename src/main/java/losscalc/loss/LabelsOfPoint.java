package losscalc.loss;

import losscalc.num.DoubleDouble;

/**
 * A loss of two labels, smoothed or weighted: y becomes y (1 - S) + S/2, and each label's part of the loss is
 * multiplied by the label's weight.
 *
 * <p>Where the loss of a soft label is the mean of the losses of the two labels, the smoothed target is not
 * rounded; where it is not (the Brier score), the target is the nearest double.
 *
 * @param smoothing S
 * @param weights of the label 0 (or -1) and of the label 1; null where both weigh 1
 */
record LabelsOfPoint(PointFormula formula, double smoothing, double[] weights) implements PointFormula {
    @Override
    public DoubleDouble loss(double y, double f) {
        if (!formula.isMeanOverLabels() || y < 0) {
            return formula.loss(smoothed(y).hi(), f).times(weight(y));
        }
        DoubleDouble one = part(y, 1);
        DoubleDouble zero = part(y, 0);
        DoubleDouble sum =
                one.signum() == 0 ? DoubleDouble.ZERO : formula.loss(1, f).times(one);
        return zero.signum() == 0 ? sum : sum.plus(formula.loss(0, f).times(zero));
    }

    @Override
    public DoubleDouble gradient(double y, double f) {
        if (!formula.isMeanOverLabels() || y < 0) {
            return formula.gradient(smoothed(y).hi(), f).times(weight(y));
        }
        DoubleDouble one = part(y, 1);
        DoubleDouble zero = part(y, 0);
        DoubleDouble sum =
                one.signum() == 0 ? DoubleDouble.ZERO : formula.gradient(1, f).times(one);
        return zero.signum() == 0 ? sum : sum.plus(formula.gradient(0, f).times(zero));
    }

    @Override
    public DoubleDouble hessian(double y, double f) {
        if (!formula.isMeanOverLabels() || y < 0) {
            return formula.hessian(smoothed(y).hi(), f).times(weight(y));
        }
        DoubleDouble one = part(y, 1);
        DoubleDouble zero = part(y, 0);
        DoubleDouble sum =
                one.signum() == 0 ? DoubleDouble.ZERO : formula.hessian(1, f).times(one);
        return zero.signum() == 0 ? sum : sum.plus(formula.hessian(0, f).times(zero));
    }

    /** y (1 - S) + S/2. */
    private DoubleDouble smoothed(double y) {
        return smoothing == 0
                ? DoubleDouble.of(y)
                : DoubleDouble.difference(1, smoothing).times(y).plus(smoothing / 2);
    }

    /** How much of the label there is, times its weight. */
    private DoubleDouble part(double y, int label) {
        DoubleDouble share = smoothed(y);
        share = label == 1 ? share : DoubleDouble.ONE.minus(share);
        return weights == null ? share : share.times(weights[label]);
    }

    /** The mean weight of the target's labels. */
    private DoubleDouble weight(double y) {
        if (weights == null) {
            return DoubleDouble.ONE;
        }
        double share = Math.max(y, 0);
        return DoubleDouble.product(share, weights[1])
                .plus(DoubleDouble.difference(1, share).times(weights[0]));
    }
}

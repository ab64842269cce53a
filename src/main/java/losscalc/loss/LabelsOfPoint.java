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
        return derivative(0, y, f);
    }

    @Override
    public DoubleDouble gradient(double y, double f) {
        return derivative(1, y, f);
    }

    @Override
    public DoubleDouble hessian(double y, double f) {
        return derivative(2, y, f);
    }

    /** The loss, or its derivative of that order. */
    private DoubleDouble derivative(int order, double y, double f) {
        if (!formula.isMeanOverLabels() || y < 0) {
            return plain(order, smoothed(y).hi(), f).times(weight(y));
        }
        DoubleDouble one = part(y, 1);
        DoubleDouble zero = part(y, 0);
        DoubleDouble sum =
                one.signum() == 0 ? DoubleDouble.ZERO : plain(order, 1, f).times(one);
        return zero.signum() == 0 ? sum : sum.plus(plain(order, 0, f).times(zero));
    }

    /** The same of the target as it is. */
    private DoubleDouble plain(int order, double y, double f) {
        switch (order) {
            case 0:
                return formula.loss(y, f);
            case 1:
                return formula.gradient(y, f);
            default:
                return formula.hessian(y, f);
        }
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

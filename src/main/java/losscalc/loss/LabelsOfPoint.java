package losscalc.loss;

import losscalc.num.Real;

/**
 * A loss of two labels, smoothed or weighted: y becomes y (1 - S) + S/2, and each label's part of the loss is
 * multiplied by the label's weight.
 *
 * @param smoothing S
 * @param weights of the label 0 (or -1) and of the label 1; null where both weigh 1
 */
record LabelsOfPoint(AnalyticFormula formula, double smoothing, double[] weights) implements AnalyticFormula {
    @Override
    public <R extends Real<R>> R loss(R y, R f) {
        return derivative(0, y, f);
    }

    @Override
    public boolean cancels() {
        return formula.cancels();
    }

    @Override
    public <R extends Real<R>> R gradient(R y, R f) {
        return derivative(1, y, f);
    }

    @Override
    public <R extends Real<R>> R hessian(R y, R f) {
        return derivative(2, y, f);
    }

    /** The loss, or its derivative of that order. */
    private <R extends Real<R>> R derivative(int order, R y, R f) {
        if (!formula.isMeanOverLabels() || y.signum() < 0) {
            return plain(order, smoothed(y), f).times(weight(y));
        }
        R one = part(y, 1);
        R zero = part(y, 0);
        R sum = one.signum() == 0 ? one : plain(order, y.constant(1), f).times(one);
        return zero.signum() == 0
                ? sum
                : sum.plus(plain(order, y.constant(0), f).times(zero));
    }

    /** The same of the target as it is. */
    private <R extends Real<R>> R plain(int order, R y, R f) {
        return order == 0 ? formula.loss(y, f) : order == 1 ? formula.gradient(y, f) : formula.hessian(y, f);
    }

    /** y (1 - S) + S/2. */
    private <R extends Real<R>> R smoothed(R y) {
        return smoothing == 0
                ? y
                : y.constant(1)
                        .minus(smoothing)
                        .times(y)
                        .plus(y.constant(smoothing).dividedBy(2));
    }

    /** How much of the label there is, times its weight. */
    private <R extends Real<R>> R part(R y, int label) {
        R share = label == 1 ? smoothed(y) : smoothed(y).negate().plus(1);
        return weights == null ? share : share.times(weights[label]);
    }

    /** The mean weight of the target's labels. */
    private <R extends Real<R>> R weight(R y) {
        if (weights == null) {
            return y.constant(1);
        }
        R share = y.signum() < 0 ? y.constant(0) : y;
        return share.times(weights[1]).plus(share.negate().plus(1).times(weights[0]));
    }
}

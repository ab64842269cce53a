package losscalc.loss;

import losscalc.num.Real;

/**
 * A loss of a whole row times a factor and divided by another, its logarithms to another base, rounded after that.
 *
 * @param logBase the base; NaN for e
 */
public record TimesRow(RowFormula formula, double factor, double divisor, double logBase) implements RowFormula {
    @Override
    public <R extends Real<R>> R loss(Row row, R[] f) {
        return times(formula.loss(row, f));
    }

    @Override
    public double termSize(Row row, int order) {
        return formula.termSize(row, order) * factor / divisor;
    }

    @Override
    public boolean isFlat(Row row, int k) {
        return formula.isFlat(row, k);
    }

    @Override
    public boolean isLossless(Row row) {
        return formula.isLossless(row);
    }

    @Override
    public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
        formula.gradient(row, f, gradient);
        scale(gradient);
    }

    @Override
    public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
        formula.hessian(row, f, hessian);
        scale(hessian);
    }

    private <R extends Real<R>> void scale(R[] derivatives) {
        for (int k = 0; k < derivatives.length; k++) {
            derivatives[k] = times(derivatives[k]);
        }
    }

    private <R extends Real<R>> R times(R x) {
        R product = TimesPoint.times(x, factor, logBase);
        return divisor == 1 ? product : product.dividedBy(divisor);
    }
}

package losscalc.loss;

import losscalc.num.DoubleDouble;

/** A loss of a whole row times a factor and in another unit, rounded after that. */
record TimesRow(RowFormula formula, double factor, DoubleDouble unit) implements RowFormula {
    @Override
    public DoubleDouble loss(Row row) {
        return formula.loss(row).times(factor).dividedBy(unit);
    }

    @Override
    public void gradient(Row row, DoubleDouble[] gradient) {
        formula.gradient(row, gradient);
        scale(gradient);
    }

    @Override
    public void hessian(Row row, DoubleDouble[] hessian) {
        formula.hessian(row, hessian);
        scale(hessian);
    }

    private void scale(DoubleDouble[] derivatives) {
        for (int k = 0; k < derivatives.length; k++) {
            derivatives[k] = derivatives[k].times(factor).dividedBy(unit);
        }
    }
}

package losscalc.loss;

import losscalc.num.DoubleDouble;

/** A loss of one target and one prediction times a factor and in another unit, rounded after that. */
record TimesPoint(PointFormula formula, double factor, DoubleDouble unit) implements PointFormula {
    @Override
    public DoubleDouble loss(double y, double f) {
        return formula.loss(y, f).times(factor).dividedBy(unit);
    }

    @Override
    public DoubleDouble gradient(double y, double f) {
        return formula.gradient(y, f).times(factor).dividedBy(unit);
    }

    @Override
    public DoubleDouble hessian(double y, double f) {
        return formula.hessian(y, f).times(factor).dividedBy(unit);
    }
}

package losscalc.losses;

import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.num.Real;

/**
 * A loss of a target, a prediction and one further column: how far the target is expected to spread about the
 * prediction. Where a row has several pairs, its loss is the mean over them, with the same spread.
 */
interface SpreadFormula extends RowFormula {
    /** The loss of target y, prediction f and spread s. */
    <R extends Real<R>> R loss(R y, R f, R s);

    /** Its derivative with respect to f. */
    <R extends Real<R>> R gradient(R y, R f, R s);

    /** Its second derivative with respect to f. */
    <R extends Real<R>> R hessian(R y, R f, R s);

    @Override
    default boolean cancels() {
        return true;
    }

    @Override
    default <R extends Real<R>> R loss(Row row, R[] f) {
        R s = f[0].constant(row.extra()[0]);
        R sum = f[0].constant(0);
        for (int k = 0; k < f.length; k++) {
            sum = sum.plus(loss(s.constant(row.target()[k]), f[k], s));
        }
        return sum.dividedBy(f.length);
    }

    @Override
    default <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
        R s = f[0].constant(row.extra()[0]);
        for (int k = 0; k < f.length; k++) {
            gradient[k] = gradient(s.constant(row.target()[k]), f[k], s).dividedBy(f.length);
        }
    }

    @Override
    default <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
        R s = f[0].constant(row.extra()[0]);
        for (int k = 0; k < f.length; k++) {
            hessian[k] = hessian(s.constant(row.target()[k]), f[k], s).dividedBy(f.length);
        }
    }
}

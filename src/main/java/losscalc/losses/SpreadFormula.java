package losscalc.losses;

import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.num.DoubleDouble;

/**
 * A loss of a target, a prediction and one further column: how far the target is expected to spread about the
 * prediction. Where a row has several pairs, its loss is the mean over them, with the same spread.
 */
interface SpreadFormula extends RowFormula {
    /** The loss of target y, prediction f and spread s, to about 31 digits. */
    DoubleDouble loss(double y, double f, double s);

    /** Its derivative with respect to f, to about 31 digits. */
    DoubleDouble gradient(double y, double f, double s);

    /** Its second derivative with respect to f, to about 31 digits. */
    DoubleDouble hessian(double y, double f, double s);

    @Override
    default DoubleDouble loss(Row row) {
        int pairs = row.target().length;
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int k = 0; k < pairs; k++) {
            sum = sum.plus(loss(row.target()[k], row.prediction()[k], row.extra()[0]));
        }
        return sum.dividedBy(pairs);
    }

    @Override
    default void gradient(Row row, DoubleDouble[] gradient) {
        int pairs = row.target().length;
        for (int k = 0; k < pairs; k++) {
            gradient[k] = gradient(row.target()[k], row.prediction()[k], row.extra()[0])
                    .dividedBy(pairs);
        }
    }

    @Override
    default void hessian(Row row, DoubleDouble[] hessian) {
        int pairs = row.target().length;
        for (int k = 0; k < pairs; k++) {
            hessian[k] = hessian(row.target()[k], row.prediction()[k], row.extra()[0])
                    .dividedBy(pairs);
        }
    }
}

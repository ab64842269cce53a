package losscalc.loss;

import java.util.Arrays;
import losscalc.num.Ball;
import losscalc.num.DoubleDouble;
import losscalc.num.Exactly;
import losscalc.num.Real;

/**
 * A loss of a whole row, written once for any arithmetic: in double-double for speed; with as many bits as it
 * takes where that does not tell how the result rounds. Targets and further columns are taken from the row,
 * as numbers of the equation; predictions come in the arithmetic.
 */
public interface AnalyticRowFormula extends RowFormula {
    /** The loss of the row with predictions f. */
    <R extends Real<R>> R loss(Row row, R[] f);

    /** Its derivatives with respect to each prediction. */
    <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient);

    /** Its second derivatives with respect to each prediction. */
    <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian);

    /** Whether the loss can be a small difference of larger numbers, as where it changes its sign. */
    default boolean cancels() {
        return false;
    }

    /** Whether the derivatives with respect to prediction k are 0 for this row by its form, and not as a difference. */
    default boolean isFlat(Row row, int k) {
        return false;
    }

    @Override
    default DoubleDouble loss(Row row) {
        return loss(row, DoubleDouble.of(row.prediction()));
    }

    @Override
    default void gradient(Row row, DoubleDouble[] gradient) {
        gradient(row, DoubleDouble.of(row.prediction()), gradient);
    }

    @Override
    default void hessian(Row row, DoubleDouble[] hessian) {
        hessian(row, DoubleDouble.of(row.prediction()), hessian);
    }

    @Override
    default double rounded(Row row) {
        DoubleDouble quick = loss(row);
        return Settled.by(row, cancels(), quick) ? SampleFormula.rounded(quick) : exactly(row, 0)[0];
    }

    @Override
    default void derivatives(Row row, DoubleDouble[] quick, double[] into, boolean second) {
        RowFormula.super.derivatives(row, quick, into, second);
        if (!Settled.by(row, true, withoutFlat(row, quick))) {
            System.arraycopy(exactly(row, second ? 2 : 1), 0, into, 0, into.length);
        }
    }

    private DoubleDouble[] withoutFlat(Row row, DoubleDouble[] derivatives) {
        DoubleDouble[] others = new DoubleDouble[derivatives.length];
        int n = 0;
        for (int k = 0; k < derivatives.length; k++) {
            if (!isFlat(row, k)) {
                others[n++] = derivatives[k];
            }
        }
        return n == derivatives.length ? derivatives : Arrays.copyOf(others, n);
    }

    private double[] exactly(Row row, int order) {
        Exactly values = new Exactly() {
            @Override
            public Ball[] at(int bits) {
                Ball[] f = Ball.of(row.prediction(), bits);
                if (order == 0) {
                    return new Ball[] {loss(row, f)};
                }
                Ball[] derivatives = new Ball[f.length];
                if (order == 1) {
                    gradient(row, f, derivatives);
                } else {
                    hessian(row, f, derivatives);
                }
                return derivatives;
            }
        };
        return Exactly.rounded(values);
    }
}

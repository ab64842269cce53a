package losscalc.loss;

import java.util.Arrays;
import losscalc.num.Ball;
import losscalc.num.DoubleDouble;
import losscalc.num.Exactly;
import losscalc.num.Real;

/**
 * A loss of a whole row: several targets and several predictions at once, and further columns. It is written
 * once, for any arithmetic: in double-double for speed; with as many bits as it takes where that does not
 * tell how the result rounds. Targets and further columns are taken from the row, as numbers of the equation;
 * predictions come in the arithmetic.
 */
public interface RowFormula extends SampleFormula {
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

    /**
     * How large terms are that the loss (order 0) or a derivative may be a small difference of: 0 where it is no
     * difference, infinite where 31 digits are not to be trusted.
     */
    default double termSize(Row row, int order) {
        return order == 0 && !cancels() ? 0 : row.size();
    }

    /** Whether the derivatives with respect to prediction k are 0 for this row by its form, and not as a difference. */
    default boolean isFlat(Row row, int k) {
        return false;
    }

    /** Whether the row is beyond doubt one without a loss, and without a slope. */
    default boolean isLossless(Row row) {
        return false;
    }

    /** The loss rounded once; a formula that has a quicker way to the same bits overrides this. */
    default double rounded(Row row) {
        if (isLossless(row)) {
            return 0;
        }
        DoubleDouble quick = loss(row, DoubleDouble.of(row.prediction()));
        if (!Settled.by(row, termSize(row, 0), quick)) {
            return exactly(row, 0)[0];
        }
        return Double.isNaN(quick.hi()) && isInfinite(row) ? atInfinity(row, 0)[0] : SampleFormula.rounded(quick);
    }

    /** The derivatives of that order, rounded once. */
    private double[] derivatives(Row row, int order) {
        double[] rounded = new double[row.prediction().length];
        if (isLossless(row)) {
            return rounded;
        }
        DoubleDouble[] quick = new DoubleDouble[rounded.length];
        derivatives(row, order, DoubleDouble.of(row.prediction()), quick);
        if (!Settled.by(row, termSize(row, order), withoutFlat(row, quick))) {
            return exactly(row, order);
        }
        double[] limits = null;
        for (int k = 0; k < rounded.length; k++) {
            rounded[k] = SampleFormula.rounded(quick[k]);
            if (Double.isNaN(rounded[k]) && isInfinite(row)) {
                limits = limits == null ? atInfinity(row, order) : limits;
                rounded[k] = limits[k];
            }
        }
        return rounded;
    }

    private <R extends Real<R>> void derivatives(Row row, int order, R[] f, R[] into) {
        if (order == 1) {
            gradient(row, f, into);
        } else {
            hessian(row, f, into);
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

    /** Whether there are infinite predictions, and else nothing but finite numbers. */
    private static boolean isInfinite(Row row) {
        return AtInfinity.isThere(row.prediction())
                && !AtInfinity.isThere(row.target())
                && !AtInfinity.isThere(row.extra());
    }

    private double[] exactly(Row row, int order) {
        Exactly values = new Exactly() {
            @Override
            public Ball[] at(int bits) {
                return values(row, order, Ball.of(row.prediction(), bits));
            }
        };
        return Exactly.rounded(values);
    }

    private double[] atInfinity(Row row, int order) {
        return new AtInfinity(order == 0 ? 1 : row.prediction().length) {
            @Override
            Ball[] of(Ball[] f) {
                return values(row, order, f);
            }
        }.limits(row.prediction());
    }

    /** The loss, or the derivatives of that order. */
    private Ball[] values(Row row, int order, Ball[] f) {
        if (order == 0) {
            return new Ball[] {loss(row, f)};
        }
        Ball[] derivatives = new Ball[f.length];
        derivatives(row, order, f, derivatives);
        return derivatives;
    }

    @Override
    default void evaluate(Block rows, double[] loss) {
        Row row = new Row(rows.layout());
        for (int i = 0; i < rows.rows(); i++) {
            row.take(rows, i);
            loss[i] = rounded(row);
        }
    }

    @Override
    default void gradient(Block rows, double[][] gradient) {
        derivatives(rows, 1, gradient);
    }

    @Override
    default void hessian(Block rows, double[][] hessian) {
        derivatives(rows, 2, hessian);
    }

    private void derivatives(Block rows, int order, double[][] into) {
        Row row = new Row(rows.layout());
        for (int i = 0; i < rows.rows(); i++) {
            row.take(rows, i);
            double[] rounded = derivatives(row, order);
            for (int k = 0; k < rounded.length; k++) {
                into[k][i] = rounded[k];
            }
        }
    }
}

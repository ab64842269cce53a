package losscalc.losses;

import losscalc.loss.AlgebraicFormula;
import losscalc.loss.Block;
import losscalc.num.Twofold;

/**
 * A loss of the residual y - f alone, made of + - * / and comparisons, that has a quick form too.
 *
 * <p>A block is gone through twice. The first time every row takes the quick form; where that has no branch, the compiler makes
 * vector instructions of the loop, which do eight rows at a time. The second time the few rows are put right that it could not
 * tell: it is then that branches and exact arithmetic have their place.
 */
interface ResidualFormula extends AlgebraicFormula {
    /**
     * The loss in plain doubles, rounded as {@link #loss} is; or NaN, where it takes that to know.
     *
     * @param r the residual, rounded
     * @param dr what was lost in that: r + dr is y - f exactly; NaN where r is not finite
     */
    double quick(double r, double dr);

    /** Whether {@link #quick} is for such a residual: for all of them, unless the loss is one of several pieces. */
    default boolean isQuick(double r) {
        return true;
    }

    /** The same as {@link #quick}, for the residuals that it is not for. */
    default double quickElsewhere(double r, double dr) {
        return Double.NaN;
    }

    @Override
    default void evaluate(Block rows, double[] loss) {
        if (rows.layout().targets() > 1) {
            AlgebraicFormula.super.evaluate(rows, loss);
            return;
        }
        quickly(rows.target(0), rows.prediction(0), loss, rows.rows());
        putRight(rows.target(0), rows.prediction(0), loss, rows.rows());
    }

    private void quickly(double[] y, double[] f, double[] loss, int n) {
        for (int i = 0; i < n; i++) {
            double r = y[i] - f[i];
            loss[i] = quick(r, Twofold.lost(y[i], -f[i], r)) + 0.0;
        }
    }

    private void putRight(double[] y, double[] f, double[] loss, int n) {
        for (int i = 0; i < n; i++) {
            double r = y[i] - f[i];
            double quick = isQuick(r) ? loss[i] : quickElsewhere(r, Twofold.lost(y[i], -f[i], r)) + 0.0;
            loss[i] = quick == quick ? quick : AlgebraicFormula.super.rounded(y[i], f[i]);
        }
    }

    @Override
    default double rounded(double y, double f) {
        double r = y - f;
        double dr = Twofold.lost(y, -f, r);
        double quick = isQuick(r) ? quick(r, dr) : quickElsewhere(r, dr);
        return quick == quick ? quick + 0.0 : AlgebraicFormula.super.rounded(y, f);
    }
}

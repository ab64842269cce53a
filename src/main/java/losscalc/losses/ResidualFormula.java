package losscalc.losses;

import losscalc.loss.AlgebraicFormula;
import losscalc.loss.Block;
import losscalc.num.Twofold;

/** A loss of the residual y - f alone, made of + - * / and comparisons, that has a quick form too. */
interface ResidualFormula extends AlgebraicFormula {
    /**
     * The loss in plain doubles, rounded as {@link #loss} is; or NaN, where it takes that to know.
     *
     * @param r the residual, rounded
     * @param dr what was lost in that: r + dr is y - f exactly; NaN where r is not finite
     */
    double quick(double r, double dr);

    @Override
    default void evaluate(Block rows, double[] loss) {
        if (rows.layout().targets() > 1) {
            AlgebraicFormula.super.evaluate(rows, loss);
            return;
        }
        double[] y = rows.target(0);
        double[] f = rows.prediction(0);
        int n = rows.rows();
        for (int i = 0; i < n; i++) {
            double r = y[i] - f[i];
            loss[i] = quick(r, Twofold.lost(y[i], -f[i], r)) + 0.0;
        }
        for (int i = 0; i < n; i++) {
            if (loss[i] != loss[i]) {
                loss[i] = AlgebraicFormula.super.rounded(y[i], f[i]);
            }
        }
    }

    @Override
    default double rounded(double y, double f) {
        double r = y - f;
        double quick = quick(r, Twofold.lost(y, -f, r));
        return quick == quick ? quick + 0.0 : AlgebraicFormula.super.rounded(y, f);
    }
}

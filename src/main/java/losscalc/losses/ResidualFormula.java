package losscalc.losses;

import losscalc.loss.AlgebraicFormula;
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
    default double rounded(double y, double f) {
        double r = y - f;
        double quick = quick(r, Twofold.lost(y, -f, r));
        return quick == quick ? quick + 0.0 : AlgebraicFormula.super.rounded(y, f);
    }
}

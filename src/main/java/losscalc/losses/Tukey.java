package losscalc.losses;

import losscalc.loss.AlgebraicFormula;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Field;

/** Tukey's biweight loss. */
final class Tukey implements Loss {
    private static final Param C = new Param(
            "c",
            4.685,
            Interval.POSITIVE,
            "the size of residual from which on the loss is constant; 4.685 standard deviations keep 95 % efficiency");

    @Override
    public Card card() {
        return Card.of("tukey", "Tukey's biweight loss")
                .aliases("biweight", "bisquare", "tukey_biweight")
                .about(Family.REGRESSION, "squared for small residuals, constant for large ones: outliers do not pull")
                .use("Gross outliers are errors in the data, and should not count beyond a fixed cost.")
                .avoid("A few far residuals are real: beyond c it cannot tell bad from worse.")
                .formula("""
                        c^2/6 (1 - (1 - (r/c)^2)^3)    if |r| <= c
                        c^2/6                          if |r| >  c,    r = y - f
                        """)
                .gradient("-r (1 - (r/c)^2)^2 if |r| <= c, else 0")
                .hessian("(1 - (r/c)^2) (1 - 5 (r/c)^2) if |r| <= c, else 0")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(C)
                .working(Working.RESIDUAL)
                .twin("statsmodels", "TukeyBiweight", "", "rho of a residual that was divided by its scale")
                .note("Some texts leave the factor c^2/6 out, so that the loss ends at 1.")
                .note("It is not convex: from |r| = c / sqrt 5 on the second derivative is negative.")
                .source("A. E. Beaton and J. W. Tukey, The fitting of power series, 1974;"
                        + " https://doi.org/10.1080/00401706.1974.10489171");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(C));
    }

    record Equation(double c) implements AlgebraicFormula {
        // c²/6 (1 - (1 - w)³) = r²/6 (3 - 3 w + w²),  w = (r / c)²;  beyond c it is c²/6
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            R r = y.minus(f).abs();
            if (r.compareTo(c) > 0) {
                return r.constant(c).squared().dividedBy(6);
            }
            R w = r.dividedBy(c).squared();
            return w.minus(3).times(w).plus(3).times(r.squared()).dividedBy(6);
        }

        // (f - y) (1 - w)²
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            R slope = f.minus(y);
            return slope.times(rest(slope).squared());
        }

        // (1 - w) (1 - 5 w)
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            R r = f.minus(y);
            R five = r.dividedBy(c).squared().times(5);
            return rest(r).times(five.constant(1).minus(five));
        }

        /** 1 - w as (c - |r|) (c + |r|) / c², which does not cancel where |r| is near c; 0 beyond c. */
        private <R extends Field<R>> R rest(R residual) {
            R r = residual.abs();
            R distance = r.constant(c).minus(r).max(r.constant(0));
            return distance.dividedBy(c).times(r.plus(c).dividedBy(c));
        }
    }
}

package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.DoubleDouble;

/** Negative log-likelihood of a negative binomial distribution whose mean and dispersion are predicted. */
final class NegativeBinomialNll implements Loss {
    @Override
    public Card card() {
        return Card.of("negbin-nll", "Negative binomial negative log-likelihood")
                .aliases("negative_binomial", "negative_binomial_nll", "nb2")
                .about(
                        Family.LIKELIHOOD,
                        "for counts that spread more than Poisson's: mean and dispersion are predicted")
                .formula("""
                        log Gamma(r) + log y! - log Gamma(y + r) + r log(1 + f/r) - y log(f / (f + r))
                        f = mean,  r = 1 / dispersion;  the variance is f + dispersion f^2
                        """)
                .gradient("(f - y) / (f (1 + dispersion f))")
                .hessian("(y + 2 dispersion f y - dispersion f^2) / (f (1 + dispersion f))^2")
                .signed()
                .target(Target.NUMBER, Interval.NON_NEGATIVE)
                .prediction(Interval.POSITIVE)
                .column(new Extra(
                        "dispersion", Interval.POSITIVE, "the dispersion that is predicted; 0 would be Poisson"))
                .note("All terms are there, those of the target alone too: it is the surprise at the count.")
                .note("Some libraries take r = 1 / dispersion and call it size, alpha or total_count.")
                .source("J. M. Hilbe, Negative Binomial Regression, 2011; https://doi.org/10.1017/CBO9780511973420");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements SpreadFormula {
        // With n = y + r and S what Stirling's formula leaves out, Loader's sum of small terms:
        // S(r) + S(y) - S(n) + ½ log(2 π y n / r) - r L(d) - y L(-d r / y),  d = (y - f) / (f + r),  L(x) = log(1 + x)
        // - x
        @Override
        public DoubleDouble loss(double y, double f, double dispersion) {
            // Below 1e-300 the dispersion changes no bit, and its reciprocal is no double.
            DoubleDouble r = DoubleDouble.of(Math.max(dispersion, 1e-300)).reciprocal();
            if (y < 1e-290) {
                return DoubleDouble.product(dispersion, f).log1p().dividedBy(dispersion);
            }
            DoubleDouble n = r.plus(y);
            DoubleDouble d = DoubleDouble.difference(y, f).dividedBy(r.plus(f));
            DoubleDouble bends = d.log1pMinus()
                    .times(r)
                    .plus(d.negate().times(r).dividedBy(y).log1pMinus().times(y));
            DoubleDouble root =
                    DoubleDouble.LOG_2PI.plus(n.dividedBy(r).times(y).log()).scalb(-1);
            return DoubleDouble.of(y)
                    .stirlingError()
                    .plus(r.stirlingError())
                    .minus(n.stirlingError())
                    .plus(root)
                    .minus(bends);
        }

        // (f - y) / (f (1 + α f))
        @Override
        public DoubleDouble gradient(double y, double f, double dispersion) {
            DoubleDouble base = DoubleDouble.product(dispersion, f).plus(1);
            return DoubleDouble.difference(f, y).dividedBy(f).dividedBy(base);
        }

        // (y + 2 α f y - α f²) / (f (1 + α f))²
        @Override
        public DoubleDouble hessian(double y, double f, double dispersion) {
            DoubleDouble a = DoubleDouble.product(dispersion, f);
            DoubleDouble base = a.plus(1);
            DoubleDouble sum = DoubleDouble.difference(2 * y, f).times(a).plus(y);
            return sum.dividedBy(f).dividedBy(base).dividedBy(f).dividedBy(base);
        }
    }
}

package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Real;

/** Negative log-likelihood of a negative binomial distribution whose mean and dispersion are predicted. */
final class NegativeBinomialNll implements Loss {
    @Override
    public Card card() {
        return Card.of("negbin-nll", "Negative binomial negative log-likelihood")
                .aliases("negative_binomial", "negative_binomial_nll", "nb2")
                .about(
                        Family.LIKELIHOOD,
                        "for counts that spread more than Poisson's: mean and dispersion are predicted")
                .use("Counts that vary more than a Poisson distribution allows.")
                .avoid("Counts that vary less than their mean: no dispersion describes them.")
                .formula("""
                        log Gamma(r) + log y! - log Gamma(y + r) + r log(1 + f/r) - y log(f / (f + r))
                        f = mean,  r = 1 / dispersion;  the variance is f + dispersion f^2
                        """)
                .gradient("(f - y) / (f (1 + dispersion f))")
                .hessian("(y + 2 dispersion f y - dispersion f^2) / (f (1 + dispersion f))^2")
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
        public <R extends Real<R>> R loss(R y, R f, R dispersion) {
            if (y.signum() == 0) {
                return f.times(dispersion).log1p().dividedBy(dispersion);
            }
            R r = y.constant(1).dividedBy(dispersion);
            R d = y.minus(f).dividedBy(f.plus(r));
            R e = d.times(r).dividedBy(y).negate();
            R n = y.plus(r);
            R bends = bend(d, n.dividedBy(f.plus(r)))
                    .times(r)
                    .plus(bend(e, f.dividedBy(y).times(n).dividedBy(f.plus(r))).times(y));
            R root = y.times(dispersion)
                    .plus(1)
                    .times(y)
                    .log()
                    .plus(y.logTwoPi())
                    .dividedBy(2);
            return root.plus(stirlingErrors(y, r)).minus(bends);
        }

        /** L(x), where 1 + x is known better than x near -1. */
        private static <R extends Real<R>> R bend(R x, R onePlusX) {
            return x.abs().compareTo(0.5) < 0 ? x.log1pMinus() : onePlusX.log().minus(x);
        }

        /** S(r) + S(y) - S(n), the difference of S(r) and S(n) being nothing where r is beyond the doubles. */
        private static <R extends Real<R>> R stirlingErrors(R y, R r) {
            R sum = y.stirlingError();
            return r.toDouble() <= Double.MAX_VALUE
                    ? sum.plus(r.stirlingError()).minus(r.plus(y).stirlingError())
                    : sum;
        }

        // (f - y) / (f (1 + α f))
        @Override
        public <R extends Real<R>> R gradient(R y, R f, R dispersion) {
            return f.minus(y).dividedBy(f).dividedBy(f.times(dispersion).plus(1));
        }

        // (y + 2 α f y - α f²) / (f (1 + α f))²
        @Override
        public <R extends Real<R>> R hessian(R y, R f, R dispersion) {
            R a = f.times(dispersion);
            R sum = y.times(2).minus(f).times(a).plus(y);
            return sum.dividedBy(f.times(a.plus(1)).squared());
        }
    }
}

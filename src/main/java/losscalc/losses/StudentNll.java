package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.DoubleDouble;
import losscalc.num.Real;

/** Negative log-likelihood of Student's t distribution whose location and scale are predicted. */
final class StudentNll implements Loss {
    private static final Param DF = new Param(
                    "df", 4, Interval.POSITIVE, "the degrees of freedom: 1 is the Cauchy distribution, many the normal")
            .required();

    @Override
    public Card card() {
        return Card.of("student-nll", "Student's t negative log-likelihood")
                .aliases("student_t", "student_t_nll", "t_nll")
                .about(Family.LIKELIHOOD, "like gaussian-nll, but heavy tails: an outlier is no great surprise")
                .use("A location and a scale are predicted, and outliers are to be expected.")
                .avoid("Residuals are close to normal: gaussian-nll has one parameter less to choose.")
                .formula("""
                        log s + (df+1)/2 log(1 + ((y - f)/s)^2 / df) + c(df),    s = scale
                        c(df) = log Gamma(df/2) - log Gamma((df+1)/2) + 1/2 log(df pi)
                        """)
                .gradient("(df + 1) (f - y) / (df s^2 + (f - y)^2)")
                .hessian("(df + 1) (df s^2 - (f - y)^2) / (df s^2 + (f - y)^2)^2")
                .signed()
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .column(new Extra("scale", Interval.POSITIVE, "the scale that is predicted"))
                .param(DF)
                .working(Working.RESIDUAL)
                .note("The scale is not the standard deviation, which is scale sqrt(df / (df - 2)) for df above 2.")
                .note("All constants are there: at large df it is gaussian-nll --full exact with variance = scale^2.")
                .source("K. L. Lange, R. J. A. Little and J. M. G. Taylor, Robust statistical modeling using the t"
                        + " distribution, 1989; https://doi.org/10.1080/01621459.1989.10478852");
    }

    @Override
    public Formula formula(Setup setup) {
        double df = setup.value(DF);
        return new Equation(df, constant(DoubleDouble.of(df)));
    }

    /** With a = df/2: ½ log 2π - a (log(1 + h) - h) + S(a) - S(a + ½), h = 1/(2a), S what Stirling's formula leaves out. */
    private static <R extends Real<R>> R constant(R df) {
        R a = df.dividedBy(2);
        R bend = df.constant(1).dividedBy(df).log1pMinus().times(a);
        return df.logTwoPi()
                .dividedBy(2)
                .minus(bend)
                .plus(a.stirlingError())
                .minus(a.plus(0.5).stirlingError());
    }

    record Equation(double df, DoubleDouble constant) implements SpreadFormula {
        // log s + (ν+1)/2 log(1 + (r/s)²/ν) + c
        @Override
        public <R extends Real<R>> R loss(R y, R f, R s) {
            R w = y.minus(f).dividedBy(s).squared().dividedBy(df);
            R half = y.constant(df).plus(1).dividedBy(2);
            R rest = y.isFine()
                    ? StudentNll.constant(y.constant(df))
                    : y.constant(constant.hi()).plus(constant.lo());
            return w.log1p().times(half).plus(s.log()).plus(rest);
        }

        // (ν+1) (f - y) / (ν s² + r²)
        @Override
        public <R extends Real<R>> R gradient(R y, R f, R s) {
            R slope = f.minus(y);
            R base = s.squared().times(df).plus(slope.squared());
            return y.constant(df).plus(1).times(slope).dividedBy(base);
        }

        // (ν+1) (ν s² - r²) / (ν s² + r²)²
        @Override
        public <R extends Real<R>> R hessian(R y, R f, R s) {
            R spread = s.squared().times(df);
            R square = y.minus(f).squared();
            R base = spread.plus(square);
            return y.constant(df)
                    .plus(1)
                    .times(spread.minus(square))
                    .dividedBy(base)
                    .dividedBy(base);
        }
    }
}

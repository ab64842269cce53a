package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Real;

/** Interval score of a central prediction interval. */
final class IntervalScore implements Loss {
    private static final Param ALPHA = new Param(
                    "alpha",
                    0.1,
                    Interval.open(0, 1),
                    "the share of targets that may lie outside: 0.1 for 90 % intervals")
            .required();

    @Override
    public Card card() {
        return Card.of("interval", "Interval score")
                .aliases("interval_score", "winkler", "winkler_score")
                .about(Family.LIKELIHOOD, "for a lower and an upper end: narrow is good, missing the target is not")
                .use("An interval is predicted for a stated coverage: width and misses in one number.")
                .avoid("Several intervals or quantiles are given: wis.")
                .formula("(u - l) + 2/alpha max(0, l - y) + 2/alpha max(0, y - u),    l and u the predictions")
                .gradient("l: 2/alpha [y < l] - 1,    u: 1 - 2/alpha [y > u]")
                .hessian("0")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .predictions(2, 2)
                .param(ALPHA)
                .twin("scoringutils", "interval_score", "", "divided by 2/alpha when weigh=TRUE")
                .note("The first prediction column is the lower end, the second the upper one.")
                .note("It is 2/alpha times the sum of pinball at alpha/2 for l and at 1 - alpha/2 for u.")
                .source("R. L. Winkler, A decision-theoretic approach to interval estimation, 1972;"
                        + " https://doi.org/10.1080/01621459.1972.10481224");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(ALPHA));
    }

    record Equation(double alpha) implements RowFormula {
        // (u - l) + 2/α max(0, l - y) + 2/α max(0, y - u)
        @Override
        public <R extends Real<R>> R loss(Row row, R[] f) {
            R y = row.target(0, f[0]);
            R zero = y.constant(0);
            R outside = f[0].minus(y).max(zero).plus(y.minus(f[1]).max(zero));
            return outside.times(2).dividedBy(alpha).plus(f[1].minus(f[0]));
        }

        /** An interval turned round has a negative width. */
        @Override
        public double termSize(Row row, int order) {
            return RowFormula.super.termSize(row, 1) * 2 / alpha;
        }

        // 2/α [y < l] - 1  and  1 - 2/α [y > u]
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
            R y = row.target(0, f[0]);
            R one = y.constant(1);
            R price = y.constant(2).dividedBy(alpha);
            gradient[0] = y.compareTo(f[0]) < 0 ? price.minus(one) : one.negate();
            gradient[1] = y.compareTo(f[1]) > 0 ? one.minus(price) : one;
        }

        // 0
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
            Arrays.fill(hessian, f[0].constant(0));
        }
    }
}

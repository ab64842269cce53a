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
import losscalc.num.DoubleDouble;

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
        return new Equation(DoubleDouble.of(2).dividedBy(setup.value(ALPHA)));
    }

    /**
     * @param price 2/α
     */
    record Equation(DoubleDouble price) implements RowFormula {
        // (u - l) + 2/α max(0, l - y) + 2/α max(0, y - u)
        @Override
        public DoubleDouble loss(Row row) {
            double y = row.target()[0];
            double low = row.prediction()[0];
            double high = row.prediction()[1];
            DoubleDouble below = DoubleDouble.difference(low, y).max(DoubleDouble.ZERO);
            DoubleDouble above = DoubleDouble.difference(y, high).max(DoubleDouble.ZERO);
            return below.plus(above).times(price).plus(DoubleDouble.difference(high, low));
        }

        // 2/α [y < l] - 1  and  1 - 2/α [y > u]
        @Override
        public void gradient(Row row, DoubleDouble[] gradient) {
            double y = row.target()[0];
            DoubleDouble one = DoubleDouble.ONE;
            gradient[0] = y < row.prediction()[0] ? price.minus(1) : one.negate();
            gradient[1] = y > row.prediction()[1] ? one.minus(price) : one;
        }

        // 0
        @Override
        public void hessian(Row row, DoubleDouble[] hessian) {
            Arrays.fill(hessian, DoubleDouble.ZERO);
        }
    }
}

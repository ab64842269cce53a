package losscalc.losses;

import losscalc.loss.AlgebraicFormula;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Field;

/** The expected cost of a decision, where the two kinds of error cost differently. */
final class ClassificationCost implements Loss {
    private static final Param FALSE_POSITIVE =
            new Param("fp", 1, Interval.NON_NEGATIVE, "what a false positive costs: 1 predicted, 0 true");
    private static final Param FALSE_NEGATIVE =
            new Param("fn", 1, Interval.NON_NEGATIVE, "what a false negative costs: 0 predicted, 1 true");

    @Override
    public Card card() {
        return Card.of("cost", "Classification cost")
                .aliases("classification_cost", "expected_cost")
                .about(Family.BINARY, "the cost to be expected, when false alarms and misses cost differently")
                .use("False alarms and misses have known prices.")
                .avoid("The prices are not known: bce judges the probabilities themselves.")
                .formula("fn y (1 - p) + fp (1 - y) p")
                .gradient("fp (1 - y) - fn y")
                .hessian("0")
                .target(Target.BINARY, Interval.UNIT)
                .prediction(Scale.PROBABILITY)
                .param(FALSE_POSITIVE)
                .param(FALSE_NEGATIVE)
                .working(Working.TRUE_PROBABILITY)
                .twin("yardstick", "classification_cost", "", "takes a table of costs, for more classes as well")
                .note("A right decision costs nothing. With decisions 0 and 1 as predictions, and both costs 1,"
                        + " the mean is the error rate.")
                .source("C. Elkan, The foundations of cost-sensitive learning, 2001;"
                        + " https://dl.acm.org/doi/10.5555/1642194.1642224");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(FALSE_POSITIVE), setup.value(FALSE_NEGATIVE));
    }

    record Equation(double fp, double fn) implements AlgebraicFormula {
        // fn y (1 - p) + fp (1 - y) p
        @Override
        public <R extends Field<R>> R loss(R y, R p) {
            R one = y.constant(1);
            return y.times(one.minus(p)).times(fn).plus(one.minus(y).times(p).times(fp));
        }

        // fp (1 - y) - fn y
        @Override
        public <R extends Field<R>> R gradient(R y, R p) {
            return y.constant(1).minus(y).times(fp).minus(y.times(fn));
        }

        // 0
        @Override
        public <R extends Field<R>> R hessian(R y, R p) {
            return y.constant(0);
        }
    }
}

package losscalc.losses;

import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Field;

/** Squared margin loss: least squares as a classifier. */
final class SquaredMargin implements Loss {
    @Override
    public Card card() {
        return Card.of("squared-margin", "Squared margin loss")
                .aliases("L2MarginLoss", "least_squares_margin")
                .about(Family.BINARY, "the square of the distance to a margin of 1, on both sides of it")
                .use("Least squares classification: scores regressed on -1 and +1.")
                .avoid("Scores beyond the margin are good: here they cost as much as those before it.")
                .formula("(1 - a)^2,    a = y f")
                .gradient("-2 y (1 - a)")
                .hessian("2")
                .target(Target.SIGN, Interval.closed(-1, 1))
                .prediction(Interval.REAL)
                .bestConstant(BestConstant.SEARCH)
                .twin("juliaml", "L2MarginLoss")
                .note("Labels being -1 and +1, it is (y - f)^2, and also counts scores that are too right.")
                .note("Labels are -1 and +1. For others, --positive LABEL names the one that is +1.")
                .source("J. A. K. Suykens, J. Vandewalle, Least squares support vector machine classifiers, 1999;"
                        + " https://doi.org/10.1023/A:1018628609742");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements MarginFormula {
        // (1 - a)²
        @Override
        public <R extends Field<R>> R of(R a) {
            return a.minus(1).squared();
        }

        // -2 (1 - a)
        @Override
        public <R extends Field<R>> R slope(R a) {
            return a.minus(1).times(2);
        }

        // 2
        @Override
        public <R extends Field<R>> R curvature(R a) {
            return a.constant(2);
        }
    }
}

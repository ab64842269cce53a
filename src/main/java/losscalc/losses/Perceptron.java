package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Field;

/** Perceptron loss. */
final class Perceptron implements Loss {
    @Override
    public Card card() {
        return Card.of("perceptron", "Perceptron loss")
                .aliases("perceptron_loss")
                .about(Family.BINARY, "how far a score lies on the wrong side of 0; nothing on the right side")
                .use("Only errors count, by how far they are on the wrong side.")
                .avoid("Scores may be all zero: that has no loss and no use.")
                .formula("max(0, -a),    a = y f")
                .gradient("-y if a < 0, else 0")
                .hessian("0")
                .target(Target.SIGN, Interval.closed(-1, 1))
                .prediction(Interval.REAL)
                .twin("optax", "perceptron_loss")
                .twin("sklearn", "SGDClassifier(loss='perceptron')")
                .twin("juliaml", "PerceptronLoss")
                .note("It is the hinge loss with margin 0: a score of 0 costs nothing.")
                .note("Labels are -1 and +1. For others, --positive LABEL names the one that is +1.")
                .source("F. Rosenblatt, The perceptron: a probabilistic model for information storage and organization"
                        + " in the brain, 1958; https://doi.org/10.1037/h0042519");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements MarginFormula {
        // max(0, -a)
        @Override
        public <R extends Field<R>> R of(R a) {
            return a.negate().max(a.constant(0));
        }

        @Override
        public double quick(double a) {
            return Math.max(0, -a);
        }

        // -1 below 0, else 0
        @Override
        public <R extends Field<R>> R slope(R a) {
            return a.constant(a.signum() < 0 ? -1 : 0);
        }

        // 0
        @Override
        public <R extends Field<R>> R curvature(R a) {
            return a.constant(0);
        }
    }
}

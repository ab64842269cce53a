package losscalc.losses;

import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Field;

/** Hinge loss, that of the support vector machine. */
final class Hinge implements Loss {
    private static final Param MARGIN =
            new Param("margin", 1, Interval.POSITIVE, "the score from which on there is no loss");

    @Override
    public Card card() {
        return Card.of("hinge", "Hinge loss")
                .aliases("hinge_loss", "L1HingeLoss")
                .aliases("binary_hinge_loss")
                .about(
                        Family.BINARY,
                        "nothing for scores beyond the margin on the right side, then linear; support vector machines")
                .use("Scores of a classifier where only the side and the margin count; support vectors.")
                .avoid("Probabilities: any score beyond the margin is as good as any other.")
                .formula("max(0, margin - a),    a = y f")
                .gradient("-y if a < margin, else 0")
                .hessian("0")
                .target(Target.SIGN, Interval.closed(-1, 1))
                .prediction(Interval.REAL)
                .param(MARGIN)
                .bestConstant(BestConstant.SEARCH)
                .twin(
                        "keras",
                        "Hinge",
                        "--positive 1 --mean-over rows",
                        "when a label is neither 0 nor 1, it takes all as they are")
                .twin(
                        "sklearn",
                        "hinge_loss",
                        "--positive 1",
                        "two labels of any kind, the greater is +1; with one label alone in the file its value is not this")
                .twin("optax", "hinge_loss")
                .twin(
                        "torchmetrics",
                        "BinaryHingeLoss",
                        "--positive 1",
                        "puts scores through the logistic function when one lies outside [0, 1]")
                .twin("catboost", "HingeLoss")
                .twin("vw", "hinge")
                .twin("juliaml", "L1HingeLoss")
                .note("The prediction is a raw score, not a probability.")
                .note("Labels are -1 and +1. For others, --positive LABEL names the one that is +1.")
                .source("C. Cortes, V. Vapnik, Support-vector networks, 1995; https://doi.org/10.1007/BF00994018");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(MARGIN));
    }

    record Equation(double margin) implements MarginFormula {
        // max(0, m - a)
        @Override
        public <R extends Field<R>> R of(R a) {
            R rest = a.constant(margin).minus(a);
            return rest.max(a.constant(0));
        }

        @Override
        public double quick(double a) {
            return Math.max(0, margin - a);
        }

        // -1 below m, else 0
        @Override
        public <R extends Field<R>> R slope(R a) {
            return a.constant(a.compareTo(margin) < 0 ? -1 : 0);
        }

        // 0
        @Override
        public <R extends Field<R>> R curvature(R a) {
            return a.constant(0);
        }
    }
}

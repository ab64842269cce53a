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
import losscalc.num.Twofold;

/** Squared hinge loss. */
final class SquaredHinge implements Loss {
    private static final Param MARGIN =
            new Param("margin", 1, Interval.POSITIVE, "the score from which on there is no loss");

    @Override
    public Card card() {
        return Card.of("squared-hinge", "Squared hinge loss")
                .aliases("squared_hinge_loss", "L2HingeLoss")
                .about(
                        Family.BINARY,
                        "the square of the hinge loss: smooth at the margin, harder on what lies far behind it")
                .use("As hinge, smooth, with large violations weighing more.")
                .avoid("Mislabelled rows far on the wrong side: they dominate.")
                .formula("max(0, margin - a)^2,    a = y f")
                .gradient("-2 y (margin - a) if a < margin, else 0")
                .hessian("2 if a < margin, else 0")
                .target(Target.SIGN, Interval.closed(-1, 1))
                .prediction(Interval.REAL)
                .param(MARGIN)
                .bestConstant(BestConstant.SEARCH)
                .twin(
                        "keras",
                        "SquaredHinge",
                        "--positive 1 --mean-over rows",
                        "when a label is neither 0 nor 1, it takes all as they are")
                .twin("torchmetrics", "BinaryHingeLoss", "--positive 1", "with squared=True; see hinge")
                .twin("sklearn", "SGDClassifier(loss='squared_hinge')")
                .twin("juliaml", "L2HingeLoss")
                .note("No one-half. The prediction is a raw score, not a probability.")
                .note("Labels are -1 and +1. For others, --positive LABEL names the one that is +1.")
                .source(
                        "Y. Tang, Deep learning using linear support vector machines, 2013; https://doi.org/10.48550/arXiv.1306.0239");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(MARGIN));
    }

    record Equation(double margin) implements MarginFormula {
        // max(0, m - a)²
        @Override
        public <R extends Field<R>> R of(R a) {
            R rest = a.constant(margin).minus(a);
            return rest.max(a.constant(0)).squared();
        }

        @Override
        public double quick(double a) {
            double rest = margin - a;
            return rest > 0 ? Twofold.squared(rest, Twofold.lost(margin, -a, rest)) : rest * 0;
        }

        // -2 max(0, m - a)
        @Override
        public <R extends Field<R>> R slope(R a) {
            R rest = a.constant(margin).minus(a);
            return rest.max(a.constant(0)).times(-2);
        }

        // 2 below m, else 0
        @Override
        public <R extends Field<R>> R curvature(R a) {
            return a.constant(a.compareTo(margin) < 0 ? 2 : 0);
        }
    }
}

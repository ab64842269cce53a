package losscalc.losses;

import losscalc.loss.AlgebraicFormula;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Field;

/** Hinge embedding loss, of a distance. */
final class HingeEmbedding implements Loss {
    private static final Param MARGIN =
            new Param("margin", 1, Interval.REAL, "the distance from which on a pair that is unlike costs nothing");

    @Override
    public Card card() {
        return Card.of("hinge-embedding", "Hinge embedding loss")
                .aliases("HingeEmbeddingLoss")
                .about(Family.BINARY, "a distance, to be small for pairs that are alike and large for the others")
                .use("The prediction is a distance, and pairs are alike (+1) or not (-1).")
                .avoid("The prediction is a score with a sign: hinge.")
                .formula("""
                        d                        if y = +1
                        max(0, margin - d)       if y = -1
                        """)
                .gradient("1 if y = +1; -1 if y = -1 and d < margin; else 0")
                .hessian("0")
                .signed()
                .target(Target.SIGN, Interval.closed(-1, 1))
                .prediction(Interval.REAL)
                .param(MARGIN)
                .twin("torch", "HingeEmbeddingLoss", "", "a label that is neither +1 nor -1 costs the sum of both")
                .note("The prediction is the distance of a pair, not a score.")
                .note("Labels are -1 and +1. For others, --positive LABEL names the one that is +1.")
                .source("PyTorch, HingeEmbeddingLoss;"
                        + " https://docs.pytorch.org/docs/stable/generated/torch.nn.HingeEmbeddingLoss.html");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(MARGIN));
    }

    record Equation(double margin) implements AlgebraicFormula {
        // d  if y = 1,  else  max(0, m - d)
        @Override
        public <R extends Field<R>> R loss(R y, R d) {
            return y.signum() > 0 ? d : d.constant(margin).minus(d).max(d.constant(0));
        }

        // 1  if y = 1,  else  -1 below m
        @Override
        public <R extends Field<R>> R gradient(R y, R d) {
            return d.constant(y.signum() > 0 ? 1 : d.compareTo(margin) < 0 ? -1 : 0);
        }

        // 0
        @Override
        public <R extends Field<R>> R hessian(R y, R d) {
            return d.constant(0);
        }
    }
}

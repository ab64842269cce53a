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

/** Binary sparsemax loss. */
final class BinarySparsemax implements Loss {
    @Override
    public Card card() {
        return Card.of("sparsemax-binary", "Binary sparsemax loss")
                .aliases("sparsemax_loss")
                .about(Family.BINARY, "the logistic loss's sparse relative: exactly 0 from a margin of 1 on")
                .use("Probabilities may be exactly 0 and 1 from scores beyond a margin of 1.")
                .avoid("You read the scores as logits: bce.")
                .formula("""
                        0                  if a >= 1,    a = y f
                        (1 - a)^2 / 4      if -1 < a < 1
                        -a                 if a <= -1
                        """)
                .gradient("y times: 0 if a >= 1, -(1 - a) / 2 if -1 < a < 1, else -1")
                .hessian("1/2 if -1 < a < 1, else 0")
                .target(Target.SIGN, Interval.closed(-1, 1))
                .prediction(Interval.REAL)
                .bestConstant(BestConstant.SEARCH)
                .twin("optax", "sparsemax_loss", "--positive 1")
                .note("A quarter of modified-huber; smoothed-hinge with gamma 2. C classes: multiclass-sparsemax.")
                .note("Labels are -1 and +1. For others, --positive LABEL names the one that is +1.")
                .source("A. F. T. Martins, R. F. Astudillo, From softmax to sparsemax, 2016;"
                        + " https://doi.org/10.48550/arXiv.1602.02068");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements MarginFormula {
        // max(0, 1 - a)² / 4  if a > -1,  else  -a
        @Override
        public <R extends Field<R>> R of(R a) {
            R rest = a.constant(1).minus(a).max(a.constant(0));
            return a.compareTo(-1) > 0 ? rest.squared().dividedBy(4) : a.negate();
        }

        // -max(0, 1 - a) / 2  if a > -1,  else  -1
        @Override
        public <R extends Field<R>> R slope(R a) {
            R rest = a.constant(1).minus(a).max(a.constant(0));
            return a.compareTo(-1) > 0 ? rest.dividedBy(-2) : a.constant(-1);
        }

        // ½  if -1 < a < 1,  else  0
        @Override
        public <R extends Field<R>> R curvature(R a) {
            return a.constant(a.compareTo(-1) > 0 && a.compareTo(1) < 0 ? 0.5 : 0);
        }
    }
}

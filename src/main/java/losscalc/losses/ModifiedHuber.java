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

/** Modified Huber loss, for classification. */
final class ModifiedHuber implements Loss {
    @Override
    public Card card() {
        return Card.of("modified-huber", "Modified Huber loss")
                .aliases("ModifiedHuberLoss", "modified_huber_loss")
                .about(Family.BINARY, "squared hinge near the margin, linear far behind it; outliers weigh less")
                .use("A margin loss that is smooth and does not explode for outliers.")
                .avoid("Scores are not scaled to margins around 1.")
                .formula("""
                        max(0, 1 - a)^2        if a >= -1,    a = y f
                        -4 a                   if a < -1
                        """)
                .gradient("y times: -2 max(0, 1 - a) if a >= -1, else -4")
                .hessian("2 if -1 <= a < 1, else 0")
                .target(Target.SIGN, Interval.closed(-1, 1))
                .prediction(Interval.REAL)
                .bestConstant(BestConstant.SEARCH)
                .twin("sklearn", "SGDClassifier(loss='modified_huber')")
                .twin("juliaml", "ModifiedHuberLoss")
                .note("For classification: the Huber loss of regression is huber.")
                .note("Labels are -1 and +1. For others, --positive LABEL names the one that is +1.")
                .source("T. Zhang, Solving large scale linear prediction problems using stochastic gradient descent"
                        + " algorithms, 2004; https://doi.org/10.1145/1015330.1015332");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements MarginFormula {
        // max(0, 1 - a)²  if a ≥ -1,  else  -4 a
        @Override
        public <R extends Field<R>> R of(R a) {
            R rest = a.constant(1).minus(a).max(a.constant(0));
            return a.compareTo(-1) >= 0 ? rest.squared() : a.times(-4);
        }

        // -2 max(0, 1 - a)  if a ≥ -1,  else  -4
        @Override
        public <R extends Field<R>> R slope(R a) {
            R rest = a.constant(1).minus(a).max(a.constant(0));
            return a.compareTo(-1) >= 0 ? rest.times(-2) : a.constant(-4);
        }

        // 2  if -1 ≤ a < 1,  else  0
        @Override
        public <R extends Field<R>> R curvature(R a) {
            return a.constant(a.compareTo(-1) >= 0 && a.compareTo(1) < 0 ? 2 : 0);
        }
    }
}

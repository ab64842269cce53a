package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.ClassFormula;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Real;

/** Poly-1 loss: cross-entropy and a term of first order. */
final class PolyCrossEntropy implements Loss {
    private static final Param EPSILON =
            new Param("epsilon", 2, Interval.atLeast(-1), "how much 1 - p is added; 0 is cross-entropy");

    @Override
    public Card card() {
        return Card.of("poly1", "Poly-1 loss")
                .aliases("poly_loss", "poly1_cross_entropy")
                .aliases(Scale.LOGIT, "poly_loss_cross_entropy")
                .about(Family.MULTICLASS, "cross-entropy whose leading term, 1 - p, has a weight of its own")
                .use("A model was trained with it, and its own number is wanted.")
                .avoid("A standard number to publish: cross-entropy.")
                .formula("-log p + epsilon (1 - p),    p the probability of the true class")
                .gradient("(1 + epsilon p) ds/df,    s = -log p")
                .hessian("(1 + epsilon p) d^2 s/df^2 - epsilon p (ds/df)^2")
                .target(Target.CLASS, Interval.UNIT)
                .probabilities()
                .prediction(Scale.PROBABILITY, Scale.LOGIT, Scale.LOG_PROBABILITY)
                .shares()
                .predictions(2, Integer.MAX_VALUE)
                .param(EPSILON)
                .working(Working.TRUE_PROBABILITY)
                .twin("optax", "poly_loss_cross_entropy", "--from logit")
                .note("Natural logarithm. Nothing is clipped: a true class of probability 0 has an infinite loss.")
                .note("Where the target is a distribution over the classes, the loss is the mean over it.")
                .source("Z. Leng et al., PolyLoss: a polynomial expansion perspective of classification loss functions,"
                        + " 2022; https://doi.org/10.48550/arXiv.2204.12511");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(Categorical.of(setup), setup.value(EPSILON));
    }

    record Equation(Categorical p, double epsilon) implements ClassFormula {
        // -log p + ε (1 - p) = (1 + ε) q - (log(1 - q) + q),  q = 1 - p
        @Override
        public <R extends Real<R>> R loss(R[] row, int c) {
            R q = p.rest(row, c);
            return epsilon < 0 && !p.isLimited(row, c) && q.compareTo(0.5) < 0
                    ? q.times(q.constant(1).plus(epsilon)).minus(q.negate().log1pMinus())
                    : p.surprise(row, c).plus(q.times(epsilon));
        }

        // (1 + ε p) s',  s = -log p
        @Override
        public <R extends Real<R>> void gradient(R[] row, int c, R[] gradient) {
            if (p.isLimited(row, c)) {
                p.probabilitySlopes(row, c, gradient);
                scale(gradient, -epsilon);
                return;
            }
            R factor = factor(row, c);
            p.slopes(row, c, gradient);
            for (int k = 0; k < row.length; k++) {
                gradient[k] = gradient[k].times(factor);
            }
        }

        // (1 + ε p) s'' - ε p s'²
        @Override
        public <R extends Real<R>> void hessian(R[] row, int c, R[] hessian) {
            if (p.isLimited(row, c)) {
                p.probabilityCurvatures(row, c, hessian);
                scale(hessian, -epsilon);
                return;
            }
            R factor = factor(row, c);
            R weight = p.probability(row, c).times(epsilon);
            R[] slopes = row.clone();
            p.slopes(row, c, slopes);
            p.curvatures(row, c, hessian);
            for (int k = 0; k < row.length; k++) {
                // Where s'' is infinite, it is all that counts.
                hessian[k] = hessian[k].compareTo(Double.POSITIVE_INFINITY) < 0
                        ? hessian[k].times(factor).minus(slopes[k].squared().times(weight))
                        : hessian[k];
            }
        }

        /** Where log p is at its limit, only ε (1 - p) has derivatives. */
        private static <R extends Real<R>> void scale(R[] derivatives, double factor) {
            for (int k = 0; k < derivatives.length; k++) {
                derivatives[k] = derivatives[k].times(factor);
            }
        }

        /** 1 + ε p, which is 1 + ε - ε q: without cancellation where ε is near -1 and p near 1. */
        private <R extends Real<R>> R factor(R[] row, int c) {
            return epsilon < 0
                    ? row[c].constant(1).plus(epsilon).minus(p.rest(row, c).times(epsilon))
                    : p.probability(row, c).times(epsilon).plus(1);
        }
    }
}

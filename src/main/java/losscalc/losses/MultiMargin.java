package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.ClassFormula;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Real;

/** Multi-class margin loss of Weston and Watkins. */
final class MultiMargin implements Loss {
    private static final Param P = Param.whole("p", 1, Interval.closed(1, 2), "the power of each violation");
    private static final Param MARGIN =
            new Param("margin", 1, Interval.REAL, "how far the true class is to stay ahead of each other one");

    @Override
    public Card card() {
        return Card.of("multi-margin", "Multi-class margin loss")
                .aliases("MultiMarginLoss", "weston_watkins")
                .about(Family.MULTICLASS, "every class that comes too near the true one costs; the mean over C classes")
                .use("Scores of several classes: the true one should lead every other by a margin.")
                .avoid("Probabilities are wanted: cross-entropy.")
                .formula("1/C sum over j, not c, of max(0, margin - z_c + z_j)^p,    c the true class")
                .gradient("for j: p/C max(0, margin - z_c + z_j)^(p - 1) where that is positive; for c: less their sum")
                .hessian("for j: (p - 1) 2/C where margin - z_c + z_j is positive; for c: their sum")
                .target(Target.CLASS, Interval.UNIT)
                .prediction(Interval.REAL)
                .predictions(2, Integer.MAX_VALUE)
                .param(P)
                .param(MARGIN)
                .twin("torch", "MultiMarginLoss", "--mean-over rows")
                .note("The predictions are raw scores. The sum is divided by C, not by C - 1, as in torch.")
                .note("Where the target is a distribution over the classes, the loss is the mean over it.")
                .source("J. Weston, C. Watkins, Support vector machines for multi-class pattern recognition, 1999;"
                        + " https://www.esann.org/sites/default/files/proceedings/legacy/es1999-461.pdf");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(P) == 2, setup.value(MARGIN));
    }

    record Equation(boolean squared, double margin) implements ClassFormula {
        // 1/C Σ max(0, m - z_c + z_j)^p  over j ≠ c
        @Override
        public <R extends Real<R>> R loss(R[] z, int c) {
            R sum = z[c].constant(0);
            for (int j = 0; j < z.length; j++) {
                R violation = violation(z, c, j);
                sum = sum.plus(squared ? violation.squared() : violation);
            }
            return sum;
        }

        // p/C max(0, m - z_c + z_j)^(p - 1)  for j ≠ c,  less their sum for c
        @Override
        public <R extends Real<R>> void gradient(R[] z, int c, R[] gradient) {
            R sum = z[c].constant(0);
            for (int j = 0; j < z.length; j++) {
                R violation = violation(z, c, j);
                R slope = squared ? violation.times(2) : violation.constant(violation.signum());
                gradient[j] = slope;
                sum = sum.plus(slope);
            }
            gradient[c] = sum.negate();
        }

        // (p - 1) 2/C  for j ≠ c,  their sum for c
        @Override
        public <R extends Real<R>> void hessian(R[] z, int c, R[] hessian) {
            int count = 0;
            for (int j = 0; j < z.length; j++) {
                int curved = squared ? violation(z, c, j).signum() : 0;
                hessian[j] = z[c].constant(2 * curved);
                count += curved;
            }
            hessian[c] = z[c].constant(2 * count);
        }

        @Override
        public double divisor(int classes) {
            return classes;
        }

        private <R extends Real<R>> R violation(R[] z, int c, int j) {
            return j == c ? z[c].constant(0) : z[j].minus(z[c]).plus(margin).max(z[c].constant(0));
        }
    }
}

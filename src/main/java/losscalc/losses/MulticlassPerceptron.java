package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.Card;
import losscalc.loss.ClassFormula;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Real;

/** Multi-class perceptron loss. */
final class MulticlassPerceptron implements Loss {
    @Override
    public Card card() {
        return Card.of("multiclass-perceptron", "Multi-class perceptron loss")
                .aliases("multiclass_perceptron_loss")
                .about(Family.MULTICLASS, "by how much the true class is behind the leading one; 0 when it leads")
                .use("How far the winner leads the true class; 0 when it wins.")
                .avoid("A margin is wanted: multiclass-hinge.")
                .formula("max z_j - z_c,    j over all classes, c the true one")
                .gradient("1 for the leading class, -1 for c; 0 where c leads")
                .hessian("0")
                .target(Target.CLASS, Interval.UNIT)
                .prediction(Interval.REAL)
                .predictions(2, Integer.MAX_VALUE)
                .twin("optax", "multiclass_perceptron_loss")
                .note("The predictions are raw scores. Of leaders with equal scores the first has the gradient.")
                .note("Where the target is a distribution over the classes, the loss is the mean over it.")
                .source("M. Collins, Discriminative training methods for hidden Markov models, 2002;"
                        + " https://doi.org/10.3115/1118693.1118694");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements ClassFormula {
        // max z_j - z_c
        @Override
        public <R extends Real<R>> R loss(R[] z, int c) {
            int leader = leader(z, c);
            // An infinite score of the true class leads by no less.
            return leader == c && z[c].toDouble() == Double.POSITIVE_INFINITY
                    ? z[c].constant(0)
                    : z[leader].minus(z[c]);
        }

        // 1 for the leader, -1 for c
        @Override
        public <R extends Real<R>> void gradient(R[] z, int c, R[] gradient) {
            Arrays.fill(gradient, z[c].constant(0));
            int leader = leader(z, c);
            if (leader != c) {
                gradient[leader] = z[c].constant(1);
                gradient[c] = z[c].constant(-1);
            }
        }

        // 0
        @Override
        public <R extends Real<R>> void hessian(R[] z, int c, R[] hessian) {
            Arrays.fill(hessian, z[c].constant(0));
        }

        /** The first class of those with the highest score, or c when it is among them. */
        private static <R extends Real<R>> int leader(R[] z, int c) {
            int leader = c;
            for (int j = z.length - 1; j >= 0; j--) {
                if (z[j].compareTo(z[c]) > 0 && (leader == c || z[j].compareTo(z[leader]) >= 0)) {
                    leader = j;
                }
            }
            return leader;
        }
    }
}

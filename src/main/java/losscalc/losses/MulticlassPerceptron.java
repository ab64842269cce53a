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
import losscalc.num.DoubleDouble;

/** Multi-class perceptron loss. */
final class MulticlassPerceptron implements Loss {
    @Override
    public Card card() {
        return Card.of("multiclass-perceptron", "Multi-class perceptron loss")
                .aliases("multiclass_perceptron_loss")
                .about(Family.MULTICLASS, "by how much the true class is behind the leading one; 0 when it leads")
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
        public DoubleDouble loss(double[] z, int c) {
            return DoubleDouble.difference(z[leader(z, c)], z[c]);
        }

        // 1 for the leader, -1 for c
        @Override
        public void gradient(double[] z, int c, DoubleDouble[] gradient) {
            Arrays.fill(gradient, DoubleDouble.ZERO);
            int leader = leader(z, c);
            if (leader != c) {
                gradient[leader] = DoubleDouble.ONE;
                gradient[c] = DoubleDouble.of(-1);
            }
        }

        // 0
        @Override
        public void hessian(double[] z, int c, DoubleDouble[] hessian) {
            Arrays.fill(hessian, DoubleDouble.ZERO);
        }

        /** The first class of those with the highest score, or c when it is among them. */
        private static int leader(double[] z, int c) {
            int leader = c;
            for (int j = z.length - 1; j >= 0; j--) {
                if (z[j] > z[c] && (leader == c || z[j] >= z[leader])) {
                    leader = j;
                }
            }
            return leader;
        }
    }
}

package losscalc.losses;

import java.util.Arrays;
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

/** Top-k error; its mean is the share of rows whose true class is not among the k highest. */
final class TopK implements Loss {
    private static final Param K =
            Param.whole("k", 1, Interval.atLeast(1), "among how many of the highest the true class is to be");

    @Override
    public Card card() {
        return Card.of("top-k", "Top-k error")
                .aliases("top_k_error", "multi_error", "merror")
                .about(Family.MULTICLASS, "1 when the true class is not among the k highest; k = 1 is the error rate")
                .use("Is the true class among the first k: search, suggestions.")
                .avoid("The probabilities themselves are to be judged: cross-entropy.")
                .formula("1 if z_j >= z_c for k or more classes j other than the true one, c; else 0")
                .gradient("0")
                .hessian("0")
                .target(Target.CLASS, Interval.UNIT)
                .prediction(Interval.REAL)
                .predictions(2, Integer.MAX_VALUE)
                .param(K)
                .twin("lightgbm", "multi_error", "", "k is called multi_error_top_k")
                .twin("xgboost", "merror", "", "k = 1; of equal scores the first class is the decision")
                .twin("keras", "TopKCategoricalAccuracy", "", "one less it; k is 5 when not given; ties count as right")
                .note("A tie is an error: to give all classes the same score is never right.")
                .note("Scores, logits or probabilities: only their order matters.")
                .note("Where the target is a distribution over the classes, the loss is the mean over it.")
                .source("O. Russakovsky et al., ImageNet large scale visual recognition challenge, 2015;"
                        + " https://doi.org/10.1007/s11263-015-0816-y");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(K));
    }

    record Equation(double k) implements ClassFormula {
        // [#{j ≠ c: z_j ≥ z_c} ≥ k]
        @Override
        public <R extends Real<R>> R loss(R[] z, int c) {
            int ahead = -1;
            for (R score : z) {
                if (Double.isNaN(score.toDouble())) {
                    return score;
                }
                ahead += score.compareTo(z[c]) >= 0 ? 1 : 0;
            }
            return z[c].constant(ahead >= k ? 1 : 0);
        }

        // 0
        @Override
        public <R extends Real<R>> void gradient(R[] z, int c, R[] gradient) {
            Arrays.fill(gradient, z[c].constant(0));
        }

        // 0
        @Override
        public <R extends Real<R>> void hessian(R[] z, int c, R[] hessian) {
            Arrays.fill(hessian, z[c].constant(0));
        }
    }
}

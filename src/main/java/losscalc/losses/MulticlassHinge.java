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

/** Multi-class hinge loss. */
final class MulticlassHinge implements Loss {
    private static final Param VARIANT = Param.choice(
            "variant",
            "cs: Crammer and Singer; keras: the rival is 0 at least; ova: one class against all",
            "cs",
            "keras",
            "ova");

    @Override
    public Card card() {
        return Card.of("multiclass-hinge", "Multi-class hinge loss")
                .aliases("multiclass_hinge_loss", "crammer_singer")
                .shorthand("--variant", "keras", "categorical_hinge")
                .about(Family.MULTICLASS, "the true class is to lead its strongest rival by 1")
                .use("Scores of several classes: the true one should lead the strongest rival by 1.")
                .avoid("All rivals matter, not just the strongest: multi-margin.")
                .formula("""
                        max(0, 1 + max z_j - z_c)                    cs: j over all classes but the true one, c
                        max(0, 1 + max(0, max z_j) - z_c)            keras
                        1/C sum of max(0, 1 - s_j z_j)               ova: s_j = +1 for c, -1 for the others
                        """)
                .gradient(
                        "cs, keras: 1 for the rival, -1 for c, where the loss is positive; ova: -s_j/C where 1 - s_j z_j > 0")
                .hessian("0")
                .target(Target.CLASS, Interval.UNIT)
                .prediction(Interval.REAL)
                .predictions(2, Integer.MAX_VALUE)
                .param(VARIANT)
                .twin("sklearn", "hinge_loss", "", "for three classes and more")
                .twin("optax", "multiclass_hinge_loss")
                .twin("keras", "CategoricalHinge", "--variant keras --mean-over rows")
                .twin(
                        "torchmetrics",
                        "MulticlassHingeLoss",
                        "",
                        "softmax first, when a score lies outside [0, 1]; ova is given for each class")
                .note("The predictions are raw scores. Of rivals with equal scores the first has the gradient.")
                .note("Where the target is a distribution over the classes, the loss is the mean over it.")
                .source("K. Crammer, Y. Singer, On the algorithmic implementation of multiclass kernel-based vector"
                        + " machines, 2001; https://www.jmlr.org/papers/v2/crammer01a.html");
    }

    @Override
    public Formula formula(Setup setup) {
        return setup.value(VARIANT) == 2 ? new OneAgainstAll() : new Rival(setup.value(VARIANT) == 1);
    }

    /** @param floored whether the rival is 0 at least */
    record Rival(boolean floored) implements ClassFormula {
        // max(0, 1 + z_j - z_c),  j the strongest rival
        @Override
        public <R extends Real<R>> R loss(R[] z, int c) {
            int rival = rival(z, c);
            return (rival < 0 ? z[c].constant(0) : z[rival]).minus(z[c]).plus(1).max(z[c].constant(0));
        }

        // 1 for j, -1 for c
        @Override
        public <R extends Real<R>> void gradient(R[] z, int c, R[] gradient) {
            Arrays.fill(gradient, z[c].constant(0));
            if (loss(z, c).signum() > 0) {
                int rival = rival(z, c);
                gradient[c] = z[c].constant(-1);
                if (rival >= 0) {
                    gradient[rival] = z[c].constant(1);
                }
            }
        }

        // 0
        @Override
        public <R extends Real<R>> void hessian(R[] z, int c, R[] hessian) {
            Arrays.fill(hessian, z[c].constant(0));
        }

        /** The strongest class but c; -1 when that is the floor. */
        private <R extends Real<R>> int rival(R[] z, int c) {
            int rival = -1;
            for (int j = 0; j < z.length; j++) {
                boolean first = rival < 0 && (!floored || z[j].signum() > 0);
                if (j != c && (first || rival >= 0 && z[j].compareTo(z[rival]) > 0)) {
                    rival = j;
                }
            }
            return rival;
        }
    }

    record OneAgainstAll() implements ClassFormula {
        // 1/C Σ max(0, 1 - s_j z_j)
        @Override
        public <R extends Real<R>> R loss(R[] z, int c) {
            R sum = z[c].constant(0);
            for (int j = 0; j < z.length; j++) {
                sum = sum.plus(lack(z, c, j));
            }
            return sum;
        }

        // -s_j/C  where 1 - s_j z_j > 0
        @Override
        public <R extends Real<R>> void gradient(R[] z, int c, R[] gradient) {
            for (int j = 0; j < z.length; j++) {
                int slope = lack(z, c, j).signum();
                gradient[j] = z[c].constant(j == c ? 0 - slope : slope);
            }
        }

        // 0
        @Override
        public <R extends Real<R>> void hessian(R[] z, int c, R[] hessian) {
            Arrays.fill(hessian, z[c].constant(0));
        }

        @Override
        public double divisor(int classes) {
            return classes;
        }

        private static <R extends Real<R>> R lack(R[] z, int c, int j) {
            return (j == c ? z[j].negate() : z[j]).plus(1).max(z[c].constant(0));
        }
    }
}

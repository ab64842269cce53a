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

/** Contrastive loss, of a distance. */
final class Contrastive implements Loss {
    private static final Param MARGIN =
            new Param("margin", 1, Interval.POSITIVE, "the distance from which on a pair that is unlike costs nothing");

    @Override
    public Card card() {
        return Card.of("contrastive", "Contrastive loss")
                .aliases("contrastive_loss")
                .about(Family.BINARY, "the squared distance of pairs that are alike; others are pushed beyond a margin")
                .use("The prediction is a distance of a pair, and the label says whether it is one.")
                .avoid("Distances are relative to a third: triplet.")
                .formula("y d^2 + (1 - y) max(0, margin - d)^2")
                .gradient("2 y d - 2 (1 - y) max(0, margin - d)")
                .hessian("2 y + 2 (1 - y) [d < margin]")
                .target(Target.BINARY, Interval.UNIT)
                .prediction(Interval.NON_NEGATIVE)
                .param(MARGIN)
                .twin("tensorflow-addons", "contrastive_loss")
                .note("The prediction is the distance of a pair; the label is 1 for pairs that are alike.")
                .note("Hadsell's paper has the label the other way round, and one-half before both terms.")
                .source("R. Hadsell, S. Chopra, Y. LeCun, Dimensionality reduction by learning an invariant mapping,"
                        + " 2006; https://doi.org/10.1109/CVPR.2006.100");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(MARGIN));
    }

    record Equation(double margin) implements AlgebraicFormula {
        // y d² + (1 - y) max(0, m - d)²
        @Override
        public <R extends Field<R>> R loss(R y, R d) {
            return y.times(d.squared()).plus(unlike(y).times(lack(d).squared()));
        }

        // 2 y d - 2 (1 - y) max(0, m - d)
        @Override
        public <R extends Field<R>> R gradient(R y, R d) {
            return y.times(d).minus(unlike(y).times(lack(d))).times(2);
        }

        // 2 y + 2 (1 - y) [d < m]
        @Override
        public <R extends Field<R>> R hessian(R y, R d) {
            return d.compareTo(margin) < 0 ? y.constant(2) : y.times(2);
        }

        private static <R extends Field<R>> R unlike(R y) {
            return y.constant(1).minus(y);
        }

        private <R extends Field<R>> R lack(R d) {
            return d.constant(margin).minus(d).max(d.constant(0));
        }
    }
}

package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Real;

/** Margin ranking loss: of two scores, one of which is to be the higher. */
final class MarginRanking implements Loss {
    private static final Param MARGIN =
            new Param("margin", 0, Interval.REAL, "by how much the one that ranks higher is to lead");

    @Override
    public Card card() {
        return Card.of("margin-ranking", "Margin ranking loss")
                .aliases("MarginRankingLoss")
                .about(Family.DISTRIBUTION, "of two scores, the one that ranks higher is to lead by a margin")
                .use("Two scores and which should be higher: pairwise ranking.")
                .avoid("A whole list is to be ranked: ranking-softmax, pair-logit.")
                .formula(
                        "max(0, margin - y (f_1 - f_2)),    y = +1 when the first ranks higher, -1 when the second does")
                .gradient("-y for f_1 and y for f_2 where the loss is positive, else 0")
                .hessian("0")
                .target(Target.SIGN, Interval.closed(-1, 1))
                .prediction(Interval.REAL)
                .predictions(2, 2)
                .param(MARGIN)
                .twin("torch", "MarginRankingLoss")
                .note("Two prediction columns: the two scores of one pair. Whole lists: pair-logit, ranking-softmax.")
                .note("Labels are -1 and +1. For others, --positive LABEL names the one that is +1.")
                .source("R. Herbrich, T. Graepel, K. Obermayer, Large margin rank boundaries for ordinal regression,"
                        + " 2000; https://doi.org/10.7551/mitpress/1113.003.0010");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(MARGIN));
    }

    record Equation(double margin) implements RowFormula {
        // max(0, m - y (f_1 - f_2))
        @Override
        public <R extends Real<R>> R loss(Row row, R[] f) {
            R y = row.target(0, f[0]);
            return f[1].minus(f[0]).times(y).plus(margin).max(y.constant(0));
        }

        @Override
        public boolean cancels() {
            return true;
        }

        // -y, y  where the loss is positive
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
            R y = row.target(0, f[0]);
            R slope = loss(row, f).signum() > 0 ? y : y.constant(0);
            gradient[0] = slope.negate();
            gradient[1] = slope;
        }

        // 0
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
            Arrays.fill(hessian, f[0].constant(0));
        }
    }
}

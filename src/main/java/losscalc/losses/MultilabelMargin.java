package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Real;

/** Multi-label margin loss. */
final class MultilabelMargin implements Loss {
    @Override
    public Card card() {
        return Card.of("multilabel-margin", "Multi-label margin loss")
                .aliases("MultiLabelMarginLoss")
                .about(Family.MULTICLASS, "every true label is to lead every other one by 1")
                .use("Scores of labels: every true one should lead every false one by 1.")
                .avoid("Probabilities of labels are wanted: multilabel-soft-margin.")
                .formula("1/C sum over true j and other i of max(0, 1 - (z_j - z_i))")
                .gradient("1/C for i and -1/C for j of each pair with 1 - (z_j - z_i) > 0")
                .hessian("0")
                .target(Target.LABELS, Interval.UNIT)
                .prediction(Interval.REAL)
                .predictions(2, Integer.MAX_VALUE)
                .twin("torch", "MultiLabelMarginLoss", "", "the target is a list of true labels, ended by -1")
                .note(
                        "Any number of labels may be true at once: a column of 0 or 1 for each. With all or none it is 0.")
                .note("Soft labels: a pair counts t_j (1 - t_i).")
                .source("PyTorch, MultiLabelMarginLoss;"
                        + " https://docs.pytorch.org/docs/stable/generated/torch.nn.MultiLabelMarginLoss.html");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements RowFormula {
        // 1/C Σ t_j (1 - t_i) max(0, 1 - (z_j - z_i))  over i ≠ j
        @Override
        public <R extends Real<R>> R loss(Row row, R[] z) {
            R sum = z[0].constant(0);
            for (int j = 0; j < z.length; j++) {
                for (int i = 0; i < z.length; i++) {
                    R weight = weight(row, z, i, j);
                    if (weight.signum() > 0) {
                        sum = sum.plus(violation(z, i, j).times(weight));
                    }
                }
            }
            return sum.dividedBy(z.length);
        }

        // t_j (1 - t_i) / C  for i and less that for j, where 1 - (z_j - z_i) > 0
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] z, R[] gradient) {
            Arrays.fill(gradient, z[0].constant(0));
            for (int j = 0; j < z.length; j++) {
                for (int i = 0; i < z.length; i++) {
                    R weight = weight(row, z, i, j);
                    if (weight.signum() > 0 && violation(z, i, j).signum() > 0) {
                        gradient[i] = gradient[i].plus(weight);
                        gradient[j] = gradient[j].minus(weight);
                    }
                }
            }
            for (int k = 0; k < z.length; k++) {
                gradient[k] = gradient[k].dividedBy(z.length);
            }
        }

        // 0
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] z, R[] hessian) {
            Arrays.fill(hessian, z[0].constant(0));
        }

        private static <R extends Real<R>> R violation(R[] z, int i, int j) {
            return z[i].minus(z[j]).plus(1).max(z[i].constant(0));
        }

        private static <R extends Real<R>> R weight(Row row, R[] z, int i, int j) {
            double[] t = row.target();
            R one = z[i].constant(1);
            return i == j ? one.constant(0) : one.minus(t[i]).times(t[j]);
        }
    }
}

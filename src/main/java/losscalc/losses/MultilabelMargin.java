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
import losscalc.num.DoubleDouble;

/** Multi-label margin loss. */
final class MultilabelMargin implements Loss {
    @Override
    public Card card() {
        return Card.of("multilabel-margin", "Multi-label margin loss")
                .aliases("MultiLabelMarginLoss")
                .about(Family.MULTICLASS, "every true label is to lead every other one by 1")
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
        public DoubleDouble loss(Row row) {
            int n = row.prediction().length;
            DoubleDouble sum = DoubleDouble.ZERO;
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < n; i++) {
                    DoubleDouble weight = weight(row, i, j);
                    if (weight.signum() > 0) {
                        sum = sum.plus(violation(row, i, j).times(weight));
                    }
                }
            }
            return sum.dividedBy(n);
        }

        // t_j (1 - t_i) / C  for i and less that for j, where 1 - (z_j - z_i) > 0
        @Override
        public void gradient(Row row, DoubleDouble[] gradient) {
            int n = row.prediction().length;
            Arrays.fill(gradient, DoubleDouble.ZERO);
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < n; i++) {
                    DoubleDouble weight = weight(row, i, j);
                    if (weight.signum() > 0 && violation(row, i, j).signum() > 0) {
                        gradient[i] = gradient[i].plus(weight);
                        gradient[j] = gradient[j].minus(weight);
                    }
                }
            }
            for (int k = 0; k < n; k++) {
                gradient[k] = gradient[k].dividedBy(n);
            }
        }

        // 0
        @Override
        public void hessian(Row row, DoubleDouble[] hessian) {
            Arrays.fill(hessian, DoubleDouble.ZERO);
        }

        private static DoubleDouble violation(Row row, int i, int j) {
            double[] z = row.prediction();
            return DoubleDouble.difference(z[i], z[j]).plus(1).max(DoubleDouble.ZERO);
        }

        private static DoubleDouble weight(Row row, int i, int j) {
            double[] t = row.target();
            return i == j ? DoubleDouble.ZERO : DoubleDouble.difference(1, t[i]).times(t[j]);
        }
    }
}

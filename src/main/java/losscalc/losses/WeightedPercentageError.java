package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Row;
import losscalc.loss.SetFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.ExactSum;

/** The sum of the absolute errors in proportion to that of the targets. */
final class WeightedPercentageError implements Loss {
    @Override
    public Card card() {
        return Card.of("wmape", "Weighted mean absolute percentage error")
                .aliases("wape", "weighted_mape", "weighted_mean_absolute_percentage_error")
                .about(Family.REGRESSION, "percentage error of the total: small and zero targets do no harm")
                .use("A percentage over many series, small and zero targets among them.")
                .avoid("Every row is to count alike: here rows with large targets weigh more.")
                .formula("sum of |y - f| / sum of |y|")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .ofSets()
                .twin("torchmetrics", "weighted_mean_absolute_percentage_error", "", "divides by 1.17e-6 at least")
                .note("A fraction: 0.1 is ten percent.")
                .note("The targets are the weights: the mean of ape weighted by |y|. --weight multiplies both sums.")
                .source("S. Kolassa and W. Schuetz, Advantages of the MAD/mean ratio over the MAPE, 2007;"
                        + " https://ideas.repec.org/a/for/ijafaa/y2007i6p40-43.html");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements SetFormula {
        @Override
        public Accumulator start() {
            return new Sums();
        }
    }

    private static final class Sums implements SetFormula.Accumulator {
        private final ExactSum errors = new ExactSum();
        private final ExactSum targets = new ExactSum();

        @Override
        public void add(Row row, double weight) {
            for (int k = 0; k < row.target().length; k++) {
                double y = row.target()[k];
                addDistance(weight, y, row.prediction()[k], errors);
                targets.addProduct(weight, Math.abs(y));
            }
        }

        @Override
        public void merge(SetFormula.Accumulator other) {
            errors.merge(((Sums) other).errors);
            targets.merge(((Sums) other).targets);
        }

        // Σ |y - f| / Σ |y|
        @Override
        public double value() {
            return errors.ratio(targets);
        }
    }

    /** Adds w |a - b|, exactly. */
    static void addDistance(double w, double a, double b, ExactSum sum) {
        double sign = a < b ? -w : w;
        sum.addProduct(sign, a);
        sum.addProduct(-sign, b);
    }
}

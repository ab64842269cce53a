package losscalc.losses;

import java.util.Arrays;
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
import losscalc.num.Rational;

/** Absolute error in proportion to that of the mean. */
final class RelativeAbsoluteError implements Loss {
    @Override
    public Card card() {
        return Card.of("rae", "Relative absolute error")
                .aliases("relative_absolute_error")
                .about(Family.SCORE, "the absolute error in proportion to that of the targets' mean; 0 is perfect")
                .formula("sum of |y - f| / sum of |y - mean y|")
                .gradient("none: a set of rows has the score, not a row")
                .hessian("none: a set of rows has the score, not a row")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .ofSets()
                .twin("r-metrics", "rae")
                .note("1 is what the mean of the targets reaches; their median would reach less.")
                .note("The targets are kept in memory until the mean is known.")
                .source("I. H. Witten, E. Frank and M. A. Hall, Data Mining, 2011, section 5.8;"
                        + " https://doi.org/10.1016/C2009-0-19715-5");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements SetFormula {
        @Override
        public Accumulator start() {
            return new Kept();
        }
    }

    private static final class Kept implements SetFormula.Accumulator {
        private final ExactSum errors = new ExactSum();
        private final ExactSum targets = new ExactSum();
        private final ExactSum weights = new ExactSum();
        private double[] kept = new double[64];
        private int size;

        @Override
        public void add(Row row, double weight) {
            for (int k = 0; k < row.target().length; k++) {
                double y = row.target()[k];
                WeightedPercentageError.addDistance(weight, y, row.prediction()[k], errors);
                targets.addProduct(weight, y);
                weights.add(weight);
                keep(y);
                keep(weight);
            }
        }

        private void keep(double x) {
            if (size == kept.length) {
                kept = Arrays.copyOf(kept, 2 * size);
            }
            kept[size++] = x;
        }

        @Override
        public void merge(SetFormula.Accumulator other) {
            Kept more = (Kept) other;
            errors.merge(more.errors);
            targets.merge(more.targets);
            weights.merge(more.weights);
            for (int i = 0; i < more.size; i++) {
                keep(more.kept[i]);
            }
        }

        // Σ |y - f| / Σ |y - ȳ|
        @Override
        public double value() {
            if (!errors.isFinite() || !targets.isFinite() || weights.isZero()) {
                return Double.NaN;
            }
            return MomentScore.quotient(errors.toRational(), deviations());
        }

        /** Σ w |y - ȳ| = Σ ± w y - ȳ Σ ± w. What is above the mean is above the mean rounded, or is that itself. */
        private Rational deviations() {
            Rational mean = targets.toRational().dividedBy(weights.toRational());
            double rounded = mean.toDouble();
            int sideOfRounded = Rational.of(rounded).compareTo(mean);
            ExactSum distances = new ExactSum();
            ExactSum sides = new ExactSum();
            for (int i = 0; i < size; i += 2) {
                int side = kept[i] > rounded ? 1 : kept[i] < rounded ? -1 : sideOfRounded;
                distances.addProduct(side * kept[i + 1], kept[i]);
                sides.add(side * kept[i + 1]);
            }
            return distances.toRational().minus(mean.times(sides.toRational()));
        }
    }
}

package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Outputs;
import losscalc.loss.Row;
import losscalc.loss.SetFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.ExactSum;
import losscalc.num.Rational;
import losscalc.num.Sequence;

/** Absolute error in proportion to that of the mean. */
final class RelativeAbsoluteError implements Loss {
    @Override
    public Card card() {
        return Card.of("rae", "Relative absolute error")
                .aliases("relative_absolute_error")
                .about(Family.SCORE, "the absolute error in proportion to that of the targets' mean; 0 is perfect")
                .use("The absolute error in proportion to that of predicting the mean.")
                .avoid("A baseline of least absolute error is wanted: d2:mae uses the median.")
                .formula("sum of |y - f| / sum of |y - mean y|")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .ofSets()
                .twin("r-metrics", "rae")
                .twin("mlmetrics", "RAE")
                .note("1 is what the mean of the targets reaches; their median would reach less.")
                .note("The targets are kept until the mean is known, in bounded memory.")
                .note(Outputs.NOTE)
                .source("I. H. Witten, E. Frank and M. A. Hall, Data Mining, 2011, section 5.8;"
                        + " https://doi.org/10.1016/C2009-0-19715-5");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements SetFormula {
        @Override
        public boolean isOfOutputs() {
            return true;
        }

        @Override
        public Accumulator start() {
            return new Kept();
        }
    }

    private static final class Kept implements SetFormula.Accumulator {
        private final ExactSum errors = new ExactSum();
        private final ExactSum targets = new ExactSum();
        private final ExactSum weights = new ExactSum();
        /** Each target and its weight. */
        private final Sequence kept = new Sequence();

        @Override
        public void add(Row row, double weight) {
            double y = row.target()[0];
            WeightedPercentageError.addDistance(weight, y, row.prediction()[0], errors);
            targets.addProduct(weight, y);
            weights.add(weight);
            kept.add(y);
            kept.add(weight);
        }

        @Override
        public void merge(SetFormula.Accumulator other) {
            Kept more = (Kept) other;
            errors.merge(more.errors);
            targets.merge(more.targets);
            weights.merge(more.weights);
            kept.addAll(more.kept);
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
            double[] block = new double[8192];
            for (long at = 0; at < kept.count(); at += block.length) {
                int n = kept.read(at, block);
                for (int i = 0; i < n; i += 2) {
                    double y = block[i];
                    int side = y > rounded ? 1 : y < rounded ? -1 : sideOfRounded;
                    distances.addProduct(side * block[i + 1], y);
                    sides.add(side * block[i + 1]);
                }
            }
            return distances.toRational().minus(mean.times(sides.toRational()));
        }
    }
}

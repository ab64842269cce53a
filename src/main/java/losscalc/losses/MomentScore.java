package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.Param;
import losscalc.loss.Row;
import losscalc.loss.SetFormula;
import losscalc.num.ExactSum;
import losscalc.num.Rational;

/** A score that is made of the sums of targets, predictions, their squares and products over a set of rows. */
interface MomentScore extends SetFormula {
    /** Whether a score that is defined by a quotient is defined where all targets are the same. */
    Param FORCE_FINITE = Param.choice(
            "force-finite", "yes: where all targets are the same, 1 of perfect predictions, 0 of others", "no", "yes");

    /** The score, the exact value rounded once; NaN where it is not defined. All sums are finite. */
    double of(Moments sums);

    /** The {@linkplain SetFormula#details details}. */
    default double[] details(Moments sums) {
        return new double[0];
    }

    @Override
    default boolean isOfOutputs() {
        return true;
    }

    @Override
    default Accumulator start() {
        return new Moments(this);
    }

    /** The quotient rounded once; of nothing by nothing NaN, of anything else by nothing infinite. */
    static double quotient(Rational a, Rational b) {
        return b.signum() == 0 ? a.signum() / 0.0 : a.dividedBy(b).toDouble();
    }

    /** The same; of anything by nothing 1 where that is nothing, else 0. */
    static double finiteQuotient(Rational a, Rational b) {
        return b.signum() == 0 ? a.signum() == 0 ? 1 : 0 : quotient(a, b);
    }

    /** The exact sums. */
    final class Moments implements Accumulator {
        private final MomentScore score;
        private final ExactSum weight = new ExactSum();
        private final ExactSum target = new ExactSum();
        private final ExactSum prediction = new ExactSum();
        private final ExactSum targetSquared = new ExactSum();
        private final ExactSum predictionSquared = new ExactSum();
        private final ExactSum product = new ExactSum();
        private long count;
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;

        Moments(MomentScore score) {
            this.score = score;
        }

        @Override
        public void add(Row row, double w) {
            double y = row.target()[0];
            double f = row.prediction()[0];
            count++;
            weight.add(w);
            target.addProduct(w, y);
            prediction.addProduct(w, f);
            targetSquared.addWeightedSquare(w, y);
            predictionSquared.addWeightedSquare(w, f);
            product.addProduct(w, y, f);
            if (w > 0) {
                least = Math.min(least, y);
                greatest = Math.max(greatest, y);
            }
        }

        @Override
        public void merge(Accumulator other) {
            Moments sums = (Moments) other;
            count += sums.count;
            weight.merge(sums.weight);
            target.merge(sums.target);
            prediction.merge(sums.prediction);
            targetSquared.merge(sums.targetSquared);
            predictionSquared.merge(sums.predictionSquared);
            product.merge(sums.product);
            least = Math.min(least, sums.least);
            greatest = Math.max(greatest, sums.greatest);
        }

        @Override
        public double value() {
            return targetSquared.isFinite() && predictionSquared.isFinite() && !weight.isZero()
                    ? score.of(this)
                    : Double.NaN;
        }

        @Override
        public double[] details() {
            if (!Double.isNaN(value())) {
                return score.details(this);
            }
            double[] nothing = new double[score.details(1).size()];
            Arrays.fill(nothing, Double.NaN);
            return nothing;
        }

        /** How many pairs there are. */
        long count() {
            return count;
        }

        /** The sum of the weights. */
        Rational weight() {
            return weight.toRational();
        }

        /** The mean of the targets. */
        Rational meanTarget() {
            return target.toRational().dividedBy(weight());
        }

        /** The mean of target less prediction. */
        Rational meanError() {
            return target.toRational().minus(prediction.toRational()).dividedBy(weight());
        }

        /** The sum of the squared errors. */
        Rational squaredErrors() {
            return squaredTargets().minus(product.toRational().times(2)).plus(predictionSquared.toRational());
        }

        /** The sum of the squared targets. */
        Rational squaredTargets() {
            return targetSquared.toRational();
        }

        /** The sum of the squared differences of the targets from their mean. */
        Rational targetSpread() {
            return squaredTargets().minus(target.toRational().squared().dividedBy(weight()));
        }

        /** The sum of the squared differences of the predictions from their mean. */
        Rational predictionSpread() {
            Rational sum = prediction.toRational();
            return predictionSquared.toRational().minus(sum.squared().dividedBy(weight()));
        }

        /** The sum of the products of both differences. */
        Rational commonSpread() {
            Rational sums = target.toRational().times(prediction.toRational());
            return product.toRational().minus(sums.dividedBy(weight()));
        }

        /** The greatest target less the least. */
        Rational range() {
            return Rational.of(greatest).minus(Rational.of(least));
        }
    }
}

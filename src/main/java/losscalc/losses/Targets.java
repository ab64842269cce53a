package losscalc.losses;

import losscalc.loss.Layout;
import losscalc.loss.PointFormula;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.loss.SampleFormula;
import losscalc.num.ExactSum;
import losscalc.num.Sequence;
import losscalc.num.Twofold;

/** The targets of a set of rows, each row behind its weight: what can be asked of them when all are known. */
final class Targets {
    private static final int ROWS = 4096;

    private final Sequence kept;
    private final int width;
    private final double[] block;
    /** The slopes of rows that are not kept. */
    private final ExactSum others = new ExactSum();

    /**
     * @param kept for each row its weight and its targets
     * @param width how many targets a row has
     */
    Targets(Sequence kept, int width) {
        this.kept = kept;
        this.width = width;
        block = new double[ROWS * (width + 1)];
    }

    /**
     * What decides on the slope at constants between two: the rows whose slope is not the same at both. The slopes of a
     * convex loss rise, and so do they rounded: those of the other rows are the same all the way.
     */
    Targets between(PointFormula formula, double low, double high) {
        Targets some = new Targets(new Sequence(), 1);
        some.others.merge(others);
        for (long at = 0; at < kept.count(); at += block.length) {
            int n = kept.read(at, block);
            for (int i = 0; i < n; i += 2) {
                double slope = formula.roundedGradient(block[i + 1], low, 1);
                if (slope == formula.roundedGradient(block[i + 1], high, 1)) {
                    some.others.addProduct(block[i], slope);
                } else {
                    some.kept.add(block[i]);
                    some.kept.add(block[i + 1]);
                }
            }
        }
        return some;
    }

    /** The weighted mean of each column, the exact one rounded once. */
    double[] mean() {
        ExactSum weights = new ExactSum();
        ExactSum[] sums = new ExactSum[width];
        for (int k = 0; k < width; k++) {
            sums[k] = new ExactSum();
        }
        for (long at = 0; at < kept.count(); at += block.length) {
            int n = kept.read(at, block);
            for (int i = 0; i < n; i += width + 1) {
                weights.add(block[i]);
                for (int k = 0; k < width; k++) {
                    sums[k].addProduct(block[i], block[i + 1 + k]);
                }
            }
        }
        double[] mean = new double[width];
        for (int k = 0; k < width; k++) {
            mean[k] = sums[k].ratio(weights);
        }
        return mean;
    }

    /** The smallest and the greatest target of the first column that has a weight. */
    double[] range() {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (long at = 0; at < kept.count(); at += block.length) {
            int n = kept.read(at, block);
            for (int i = 0; i < n; i += width + 1) {
                if (block[i] > 0) {
                    range[0] = Math.min(range[0], block[i + 1]);
                    range[1] = Math.max(range[1], block[i + 1]);
                }
            }
        }
        return range;
    }

    /** The exact sum of the weighted losses of a constant prediction, each rounded once. */
    ExactSum sumOfLosses(SampleFormula formula, double[] constant) {
        ExactSum sum = new ExactSum();
        Row row = new Row(Layout.of(width, constant.length));
        System.arraycopy(constant, 0, row.prediction(), 0, constant.length);
        for (long at = 0; at < kept.count(); at += block.length) {
            int n = kept.read(at, block);
            for (int i = 0; i < n; i += width + 1) {
                System.arraycopy(block, i + 1, row.target(), 0, width);
                double loss = formula instanceof RowFormula
                        ? ((RowFormula) formula).rounded(row)
                        : ((PointFormula) formula).rounded(block[i + 1], constant[0]);
                sum.addProduct(block[i], loss);
            }
        }
        return sum;
    }

    /** The sign of the exact sum of the weighted slopes at a constant prediction, each rounded once; NaN where it has none. */
    double slope(PointFormula formula, double constant) {
        Slopes slopes = new Slopes(formula, constant, false);
        ExactSum sum = others.copy();
        for (long at = 0; at < kept.count(); at += block.length) {
            int n = kept.read(at, block);
            for (int i = 0; i < n; i += 2) {
                sum.addProduct(block[i], slopes.of(block[i + 1]));
            }
        }
        return sum.signum();
    }

    /** The same sum in doubles. */
    NearSlope nearSlope(PointFormula formula, double constant) {
        Slopes slopes = new Slopes(formula, constant, true);
        double sum = others.toDouble();
        double lost = 0;
        double size = Math.abs(sum);
        for (long at = 0; at < kept.count(); at += block.length) {
            int n = kept.read(at, block);
            for (int i = 0; i < n; i += 2) {
                double slope = block[i] * slopes.of(block[i + 1]);
                double whole = sum + slope;
                lost += Twofold.lost(sum, slope, whole);
                sum = whole;
                size += Math.abs(slope);
            }
        }
        return new NearSlope(sum + lost, size, kept.count());
    }

    /** The slopes at one constant. Those of the last two targets are remembered: of labels there are no more. */
    private static final class Slopes {
        private final PointFormula formula;
        private final double constant;
        private final boolean isNear;
        private double target = Double.NaN;
        private double slope;
        private double otherTarget = Double.NaN;
        private double otherSlope;

        Slopes(PointFormula formula, double constant, boolean isNear) {
            this.formula = formula;
            this.constant = constant;
            this.isNear = isNear;
        }

        double of(double y) {
            if (y == otherTarget) {
                return otherSlope;
            }
            if (y != target) {
                otherTarget = target;
                otherSlope = slope;
                target = y;
                double near = isNear ? formula.nearGradient(y, constant) : Double.NaN;
                slope = near == near ? near : formula.roundedGradient(y, constant, 1);
            }
            return slope;
        }
    }

    /**
     * A sum of slopes in doubles.
     *
     * @param sum the sum
     * @param size that of the absolute values
     * @param count no less than how many were added
     */
    record NearSlope(double sum, double size, double count) {
        private static final double ROUNDING = 0x1p-53;

        /**
         * More than the exact sum of the rounded slopes can be away: three roundings a row, that of the slope, of its product
         * with the weight and of the slope with which it is compared; and what a compensated sum is off by.
         */
        double error() {
            double sums = count * ROUNDING;
            return size * (5 * ROUNDING + 2 * sums * sums) + count * Double.MIN_NORMAL;
        }
    }
}

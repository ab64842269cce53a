package losscalc.losses;

import losscalc.loss.Layout;
import losscalc.loss.PointFormula;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.loss.SampleFormula;
import losscalc.num.ExactSum;
import losscalc.num.Sequence;

/** The targets of a set of rows, each row behind its weight: what can be asked of them when all are known. */
final class Targets {
    private static final int ROWS = 4096;

    private final Sequence kept;
    private final int width;
    private final double[] block;

    /**
     * @param kept for each row its weight and its targets
     * @param width how many targets a row has
     */
    Targets(Sequence kept, int width) {
        this.kept = kept;
        this.width = width;
        block = new double[ROWS * (width + 1)];
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
        ExactSum sum = new ExactSum();
        for (long at = 0; at < kept.count(); at += block.length) {
            int n = kept.read(at, block);
            for (int i = 0; i < n; i += 2) {
                sum.addProduct(block[i], formula.roundedGradient(block[i + 1], constant, 1));
            }
        }
        return sum.signum();
    }
}

package losscalc.engine;

import java.util.List;
import losscalc.loss.Block;
import losscalc.loss.Decimals;
import losscalc.loss.Row;
import losscalc.loss.SetFormula;
import losscalc.num.ExactSum;
import losscalc.num.Moments;
import losscalc.num.Quantiles;

/** What is kept of the losses of one set of rows and one model: a constant amount, but for quantiles. */
final class Bin {
    private static final double[] NOTHING = {};

    private final WantedFigures wanted;
    private final SetFormula.Accumulator set;
    private final ExactSum sum;
    /** The sum of the weights; null while no row has one. */
    private ExactSum weights;

    /** Sum and mean in decimals; null in ordinary arithmetic. */
    private DecimalMean decimals;

    private final Moments moments;
    private final Quantiles quantiles;
    /** Whether some row of a set weighs anything. */
    private boolean weighty;

    private long n;
    private final Extremes extremes = new Extremes();

    /**
     * @param wanted which figures are
     * @param set the set of rows itself, where only a set has a loss; else null
     */
    Bin(WantedFigures wanted, SetFormula.Accumulator set) {
        this.wanted = wanted;
        this.set = set;
        sum = wanted.spread() ? null : new ExactSum();
        moments = wanted.spread() ? new Moments() : null;
        boolean ordered =
                wanted.reduction() == Reduction.MEDIAN || !wanted.quantiles().isEmpty();
        quantiles = ordered ? new Quantiles() : null;
    }

    /** Takes in one row of a set that has a loss as a whole. */
    void add(Row row, double weight) {
        set.add(row, weight);
        weighty |= weight > 0;
        n++;
    }

    /** Says that the rows so far are a whole group of a loss that is one of groups. */
    void close() {
        set.close();
    }

    /** Takes in all losses of a block. */
    void addAll(Block rows, double[] loss) {
        int count = rows.rows();
        if (rows.weights() != null || moments != null || wanted.divisor() != null) {
            for (int i = 0; i < count; i++) {
                addToSums(rows, i, loss[i]);
            }
        } else {
            sum.addAll(loss, count);
        }
        if (quantiles != null) {
            quantiles.addAll(loss, count);
        }
        extremes.addAll(rows, loss);
        n += count;
    }

    /** Takes in the loss of row i of a block. */
    void add(Block rows, int i, double loss) {
        addToSums(rows, i, loss);
        if (quantiles != null) {
            quantiles.add(loss);
        }
        extremes.add(loss, rows.number(i));
        n++;
    }

    /** Takes in the exact loss of row i, and its exact weight. */
    void addExact(Decimals rows, int model, int i) {
        if (decimals == null) {
            decimals = new DecimalMean();
        }
        decimals.add(rows.losses(model)[i], rows.weights().length == 0 ? null : rows.weights()[i]);
    }

    /** Takes in all that another bin holds, but for decimals: these are read by one worker alone. */
    void merge(Bin other) {
        if (set != null) {
            set.merge(other.set);
            weighty |= other.weighty;
        }
        if (moments != null) {
            moments.merge(other.moments);
        } else {
            sum.merge(other.sum);
        }
        if (other.weights != null) {
            weights().merge(other.weights);
        }
        if (quantiles != null) {
            quantiles.merge(other.quantiles);
        }
        extremes.merge(other.extremes);
        n += other.n;
    }

    private void addToSums(Block rows, int i, double loss) {
        double weight = rows.weights() == null ? 1 : rows.weights()[i];
        if (moments != null) {
            moments.add(loss, weight);
        } else {
            sum.addProduct(weight, loss);
        }
        if (wanted.divisor() == null) {
            weights().add(weight);
        } else {
            wanted.divisor().add(weights(), weight, rows, i);
        }
    }

    private ExactSum weights() {
        if (weights == null) {
            weights = new ExactSum();
        }
        return weights;
    }

    /** Whether a loss may have been infinite. */
    boolean hasInfinity() {
        return extremes.hasInfinity();
    }

    long n() {
        return n;
    }

    /** Whether the weights, if there are any, sum to zero: then there is no mean. */
    boolean isWeightless() {
        return set != null ? !weighty : weights != null && weights.isZero();
    }

    Aggregate aggregate(List<String> group, String model) {
        return set != null
                ? new Aggregate(group, model, n, set.value(), null, set.details())
                : new Aggregate(group, model, n, mean(), samples(), NOTHING);
    }

    private SampleFigures samples() {
        SampleFigures.Spread spread =
                moments == null ? null : new SampleFigures.Spread(moments.standardDeviation(), moments.standardError());
        double[] values = new double[wanted.quantiles().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = quantiles.quantile(wanted.quantiles().get(i));
        }
        return new SampleFigures(total(), extremes.min(), extremes.max(), spread, values, reduced());
    }

    private double reduced() {
        Reduction reduction = wanted.reduction();
        if (reduction == Reduction.ROOT) {
            return isExact()
                    ? decimals.rootMean()
                    : moments == null ? dividend().rootOfRatio(weights()) : moments.rootMean();
        }
        if (reduction == Reduction.EXP) {
            return isExact()
                    ? decimals.expMean()
                    : moments == null ? dividend().expOfRatio(weights()) : moments.expMean();
        }
        return reduction == Reduction.MEDIAN ? quantiles.median() : Double.NaN;
    }

    /** What the weights divide for the mean. */
    private ExactSum dividend() {
        return wanted.divisor() == null ? sum : sum.times(wanted.divisor().times());
    }

    private boolean isExact() {
        return decimals != null && decimals.isDefined();
    }

    private double total() {
        if (isExact()) {
            return decimals.sum();
        }
        return moments != null ? moments.sum() : sum.toDouble();
    }

    private double mean() {
        if (isExact()) {
            return decimals.mean();
        }
        if (moments != null) {
            return moments.mean();
        }
        return weights == null ? sum.mean(n) : dividend().ratio(weights);
    }
}

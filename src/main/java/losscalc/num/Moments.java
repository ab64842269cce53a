package losscalc.num;

/**
 * Mean and spread of values, optionally weighted: every figure is the exact one rounded once.
 *
 * <p>Kept are the exact sums of the weights {@code w}, {@code wx}, {@code wx^2}, and, once a weight
 * other than 1 came, of {@code w^2}, {@code w^2 x},
 * {@code w^2 x^2}. So there is no cancellation (the
 * reason for Welford's recurrence), and order and partition do not matter.
 *
 * <p>With weights, the spread is that of Cochran's ratio estimator (W. G. Cochran, "Sampling
 * Techniques", 1977, section 6.4): scaling all weights changes nothing, and equal weights give the
 * unweighted figure. A value of weight 0 counts for none: n is how many weigh something (as in NIST's Dataplot).
 */
public final class Moments {
    /** How many values weigh something. */
    private long count;

    private final ExactSum x = new ExactSum();
    private final ExactSum xx = new ExactSum();

    /** Null as long as all weights are 1. */
    private Weights weights;

    /** The sums that only weights need. */
    private static final class Weights {
        private final ExactSum w = new ExactSum();
        private final ExactSum ww = new ExactSum();
        private final ExactSum wwx = new ExactSum();
        private final ExactSum wwxx = new ExactSum();

        void merge(Weights other) {
            w.merge(other.w);
            ww.merge(other.ww);
            wwx.merge(other.wwx);
            wwxx.merge(other.wwxx);
        }
    }

    /** Adds a value of weight 1. */
    public void add(double value) {
        if (weights != null) {
            add(value, 1);
            return;
        }
        count++;
        x.add(value);
        xx.addProduct(value, value);
    }

    /** Adds a value of the given weight, which is finite and not negative. */
    public void add(double value, double weight) {
        if (weights == null) {
            if (weight == 1) {
                add(value);
                return;
            }
            weights = unitWeights();
        }
        count += weight > 0 ? 1 : 0;
        x.addProduct(weight, value);
        xx.addWeightedSquare(weight, value);
        weights.w.add(weight);
        weights.ww.addProduct(weight, weight);
        weights.wwx.addWeightedSquare(value, weight);
        weights.wwxx.addSquaredProduct(weight, value);
    }

    /** What the sums of weights would be by now. */
    private Weights unitWeights() {
        Weights unit = new Weights();
        unit.w.merge(unitWeight());
        unit.ww.merge(unit.w);
        unit.wwx.merge(x);
        unit.wwxx.merge(xx);
        return unit;
    }

    /** As many ones as there are values. */
    private ExactSum unitWeight() {
        ExactSum ones = new ExactSum();
        // The upper 32 bits of the count and the lower ones are doubles each.
        ones.add((double) (count & ~0xFFFF_FFFFL));
        ones.add((double) (count & 0xFFFF_FFFFL));
        return ones;
    }

    /** Adds all that {@code other} holds. */
    public void merge(Moments other) {
        if (weights != null || other.weights != null) {
            Weights theirs = other.weights == null ? other.unitWeights() : other.weights;
            if (weights == null) {
                weights = unitWeights();
            }
            weights.merge(theirs);
        }
        count += other.count;
        x.merge(other.x);
        xx.merge(other.xx);
    }

    /** The sum of the values, each times its weight. */
    public double sum() {
        return x.toDouble();
    }

    /** The (weighted) mean; NaN of nothing. */
    public double mean() {
        return weights == null ? x.mean(count) : x.ratio(weights.w);
    }

    /** The square root of the exact (weighted) mean; NaN of nothing and of a negative mean. */
    public double rootMean() {
        return x.rootOfRatio(total());
    }

    /** e to the exact (weighted) mean, rounded once; NaN of nothing. */
    public double expMean() {
        return x.expOfRatio(total());
    }

    /** The square root of the exact variance. */
    public double standardDeviation() {
        return isSpread() ? exactVariance().root() : Double.NaN;
    }

    /**
     * The standard error of the mean: the standard deviation over the root of n; with weights, the
     * root of {@code n/(n-1) * sum(w^2 (x - mean)^2) / sum(w)^2}. NaN as the variance.
     */
    public double standardError() {
        if (!isSpread()) {
            return Double.NaN;
        }
        if (weights == null) {
            return exactVariance().over(Ratio.of(count)).root();
        }
        Ratio w = Ratio.of(weights.w);
        Ratio sum = Ratio.of(x);
        Ratio squares = Ratio.of(weights.wwxx).times(w).times(w);
        Ratio cross = Ratio.of(weights.wwx).times(w).times(sum).times(Ratio.of(2));
        Ratio rest = Ratio.of(weights.ww).times(sum).times(sum);
        return corrected(squares.minus(cross).plus(rest))
                .over(w.times(w).times(w).times(w))
                .root();
    }

    private Ratio exactVariance() {
        Ratio w = Ratio.of(total());
        Ratio sum = Ratio.of(x);
        return corrected(Ratio.of(xx).times(w).minus(sum.times(sum))).over(w.times(w));
    }

    /** Bessel's correction, n / (n - 1). */
    private Ratio corrected(Ratio r) {
        return r.times(Ratio.of(count)).over(Ratio.of(count - 1));
    }

    private boolean isSpread() {
        return count > 1 && xx.isFinite() && !total().isZero();
    }

    private ExactSum total() {
        return weights == null ? unitWeight() : weights.w;
    }
}

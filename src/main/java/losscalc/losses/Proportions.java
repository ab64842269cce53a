package losscalc.losses;

import java.util.Arrays;
import losscalc.num.Real;

/** The row holds non-negative numbers; the probabilities are their shares of the row's sum. */
record Proportions() implements Categorical {
    @Override
    public <R extends Real<R>> R surprise(R[] x, int c) {
        return sumBut(x, c).dividedBy(x[c]).log1p();
    }

    @Override
    public <R extends Real<R>> void slopes(R[] x, int c, R[] slopes) {
        R others = sumBut(x, c);
        R sum = others.plus(x[c]);
        Arrays.fill(slopes, sum.constant(1).dividedBy(sum));
        slopes[c] = others.negate().dividedBy(sum.times(x[c]));
    }

    @Override
    public <R extends Real<R>> void curvatures(R[] x, int c, R[] curvatures) {
        R others = sumBut(x, c);
        R sum = others.plus(x[c]);
        Arrays.fill(curvatures, sum.constant(-1).dividedBy(sum.squared()));
        R product = sum.times(x[c]);
        curvatures[c] = others.times(sum.plus(x[c])).dividedBy(product.squared());
    }

    @Override
    public <R extends Real<R>> void probabilitySlopes(R[] x, int c, R[] slopes) {
        R others = sumBut(x, c);
        R squared = others.plus(x[c]).squared();
        Arrays.fill(slopes, x[c].negate().dividedBy(squared));
        slopes[c] = others.dividedBy(squared);
    }

    @Override
    public <R extends Real<R>> void probabilityCurvatures(R[] x, int c, R[] curvatures) {
        R others = sumBut(x, c);
        R sum = others.plus(x[c]);
        R cubed = sum.squared().times(sum);
        Arrays.fill(curvatures, x[c].times(2).dividedBy(cubed));
        curvatures[c] = others.times(-2).dividedBy(cubed);
    }

    @Override
    public <R extends Real<R>> R probability(R[] x, int c) {
        return x[c].dividedBy(sumBut(x, c).plus(x[c]));
    }

    @Override
    public <R extends Real<R>> R rest(R[] x, int c) {
        R others = sumBut(x, c);
        return others.dividedBy(others.plus(x[c]));
    }

    /** The sum of all but number c; of all where that is -1. */
    static <R extends Real<R>> R sumBut(R[] x, int c) {
        R sum = x[0].constant(0);
        for (int k = 0; k < x.length; k++) {
            sum = k == c ? sum : sum.plus(x[k]);
        }
        return sum;
    }
}

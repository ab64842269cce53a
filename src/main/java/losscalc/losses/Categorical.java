package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.Setup;
import losscalc.num.Real;

/**
 * How a row of predictions gives the probabilities of C classes. A surprise is the negative logarithm of
 * the probability of a class; each scale has its own form of it that neither cancels nor overflows.
 */
interface Categorical {
    /** -log of the probability of class c; 0 or more, infinite when the class was impossible. */
    <R extends Real<R>> R surprise(R[] row, int c);

    /** The derivatives of the surprise of class c with respect to each value of the row. */
    <R extends Real<R>> void slopes(R[] row, int c, R[] slopes);

    /** The second derivatives of the surprise of class c with respect to each value of the row. */
    <R extends Real<R>> void curvatures(R[] row, int c, R[] curvatures);

    /** The probability of class c. */
    <R extends Real<R>> R probability(R[] row, int c);

    /** One less the probability of class c. */
    <R extends Real<R>> R rest(R[] row, int c);

    /** The derivatives of the probability of class c with respect to each value of the row. */
    default <R extends Real<R>> void rises(R[] row, int c, R[] rises) {
        R p = probability(row, c);
        slopes(row, c, rises);
        for (int k = 0; k < row.length; k++) {
            rises[k] = rises[k].negate().times(p);
        }
    }

    /** The second derivatives of the probability of class c with respect to each value of the row. */
    default <R extends Real<R>> void bends(R[] row, int c, R[] bends) {
        R p = probability(row, c);
        R[] slopes = row.clone();
        slopes(row, c, slopes);
        curvatures(row, c, bends);
        for (int k = 0; k < row.length; k++) {
            bends[k] = slopes[k].squared().minus(bends[k]).times(p);
        }
    }

    /** Whether the surprise of class c is not what its probability says, but a limit. */
    default <R extends Real<R>> boolean isLimited(R[] row, int c) {
        return false;
    }

    /** Whether the probability of a class depends on nothing but its own prediction. */
    default boolean isApart() {
        return false;
    }

    /** The form for what the predictions are. */
    static Categorical of(Setup setup) {
        Categorical p = free(setup);
        return setup.adjustments().holdsProbabilities() ? HeldCategorical.of(p, setup) : p;
    }

    private static Categorical free(Setup setup) {
        switch (setup.scale()) {
            case LOGIT:
                return new OfLogits();
            case LOG_PROBABILITY:
                return new OfLogProbabilities();
            default:
                return setup.adjustments().normalized() ? new OfProportions() : new OfProbabilities();
        }
    }

    /** The row holds the probabilities themselves, taken as they are. */
    record OfProbabilities() implements Categorical {
        @Override
        public boolean isApart() {
            return true;
        }

        @Override
        public <R extends Real<R>> R surprise(R[] p, int c) {
            return p[c].log().negate();
        }

        @Override
        public <R extends Real<R>> void slopes(R[] p, int c, R[] slopes) {
            Arrays.fill(slopes, p[c].constant(0));
            slopes[c] = p[c].constant(-1).dividedBy(p[c]);
        }

        @Override
        public <R extends Real<R>> void curvatures(R[] p, int c, R[] curvatures) {
            slopes(p, c, curvatures);
            curvatures[c] = curvatures[c].squared();
        }

        @Override
        public <R extends Real<R>> void rises(R[] p, int c, R[] rises) {
            Arrays.fill(rises, p[c].constant(0));
            rises[c] = p[c].constant(1);
        }

        @Override
        public <R extends Real<R>> void bends(R[] p, int c, R[] bends) {
            Arrays.fill(bends, p[c].constant(0));
        }

        @Override
        public <R extends Real<R>> R probability(R[] p, int c) {
            return p[c];
        }

        @Override
        public <R extends Real<R>> R rest(R[] p, int c) {
            return p[c].negate().plus(1);
        }
    }

    /** The row holds non-negative numbers; the probabilities are their shares of the row's sum. */
    record OfProportions() implements Categorical {
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
        public <R extends Real<R>> void rises(R[] x, int c, R[] rises) {
            R others = sumBut(x, c);
            R squared = others.plus(x[c]).squared();
            Arrays.fill(rises, x[c].negate().dividedBy(squared));
            rises[c] = others.dividedBy(squared);
        }

        @Override
        public <R extends Real<R>> void bends(R[] x, int c, R[] bends) {
            R others = sumBut(x, c);
            R sum = others.plus(x[c]);
            R cubed = sum.squared().times(sum);
            Arrays.fill(bends, x[c].times(2).dividedBy(cubed));
            bends[c] = others.times(-2).dividedBy(cubed);
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

        private static <R extends Real<R>> R sumBut(R[] x, int c) {
            R sum = x[c].constant(0);
            for (int k = 0; k < x.length; k++) {
                if (k != c) {
                    sum = sum.plus(x[k]);
                }
            }
            return sum;
        }
    }

    /**
     * The row holds logits z: the probabilities are softmax(z). With m the largest of them,
     * -log p_c = (m - z_c) + log(1 + the sum of e^(z_k - m) over all k but the largest).
     */
    record OfLogits() implements Categorical {
        @Override
        public <R extends Real<R>> R surprise(R[] z, int c) {
            int top = largest(z);
            R behind = c == top ? z[c].constant(0) : z[top].minus(z[c]);
            return behind.plus(sumBut(z, top, top).log1p());
        }

        @Override
        public <R extends Real<R>> void slopes(R[] z, int c, R[] slopes) {
            int top = largest(z);
            R others = sumBut(z, c, top);
            R sum = others.plus(part(z, c, top));
            for (int k = 0; k < z.length; k++) {
                slopes[k] = part(z, k, top).dividedBy(sum);
            }
            slopes[c] = others.negate().dividedBy(sum);
        }

        @Override
        public <R extends Real<R>> void curvatures(R[] z, int c, R[] curvatures) {
            for (int k = 0; k < z.length; k++) {
                curvatures[k] = probability(z, k).times(rest(z, k));
            }
        }

        @Override
        public <R extends Real<R>> R probability(R[] z, int c) {
            int top = largest(z);
            R own = part(z, c, top);
            return own.dividedBy(sumBut(z, c, top).plus(own));
        }

        @Override
        public <R extends Real<R>> R rest(R[] z, int c) {
            int top = largest(z);
            R others = sumBut(z, c, top);
            return others.dividedBy(others.plus(part(z, c, top)));
        }

        /** Numbers that the probabilities are the shares of: e^(z_k - m). */
        static <R extends Real<R>> R[] parts(R[] z) {
            int top = largest(z);
            R[] parts = z.clone();
            for (int k = 0; k < z.length; k++) {
                parts[k] = part(z, k, top);
            }
            return parts;
        }

        /** e^(z_k - m), which is 1 for m itself, be it infinite. */
        private static <R extends Real<R>> R part(R[] z, int k, int top) {
            return k == top ? z[k].constant(1) : z[k].minus(z[top]).exp();
        }

        /** The sum of e^(z_k - m) over all k but c. */
        private static <R extends Real<R>> R sumBut(R[] z, int c, int top) {
            R sum = z[top].constant(0);
            for (int k = 0; k < z.length; k++) {
                if (k != c) {
                    sum = sum.plus(part(z, k, top));
                }
            }
            return sum;
        }

        private static <R extends Real<R>> int largest(R[] z) {
            int top = 0;
            for (int k = 1; k < z.length; k++) {
                if (z[k].compareTo(z[top]) > 0) {
                    top = k;
                }
            }
            return top;
        }
    }

    /** The row holds the logarithms of the probabilities. */
    record OfLogProbabilities() implements Categorical {
        @Override
        public boolean isApart() {
            return true;
        }

        @Override
        public <R extends Real<R>> R surprise(R[] log, int c) {
            return log[c].negate();
        }

        @Override
        public <R extends Real<R>> void slopes(R[] log, int c, R[] slopes) {
            Arrays.fill(slopes, log[c].constant(0));
            slopes[c] = log[c].constant(-1);
        }

        @Override
        public <R extends Real<R>> void curvatures(R[] log, int c, R[] curvatures) {
            Arrays.fill(curvatures, log[c].constant(0));
        }

        @Override
        public <R extends Real<R>> R probability(R[] log, int c) {
            return log[c].exp();
        }

        @Override
        public <R extends Real<R>> R rest(R[] log, int c) {
            return log[c].expm1().negate();
        }
    }
}

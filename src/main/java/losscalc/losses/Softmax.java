package losscalc.losses;

import losscalc.num.Real;

/**
 * The row holds logits z: the probabilities are softmax(z). With m the largest of them,
 * -log p_c = (m - z_c) + log(1 + the sum of e^(z_k - m) over all k but the largest).
 */
record Softmax() implements Categorical {
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

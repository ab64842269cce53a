package losscalc.losses;

import java.util.Arrays;
import losscalc.num.Real;

/**
 * The p-norm of a vector e and its derivatives.
 *
 * @param sum of |e_k|^p
 * @param length its root
 */
record Norm<R extends Real<R>>(R[] e, double p, R sum, R length) {
    /** Greater powers of a double have too many digits for their root to be tried. */
    private static final int MOST_EXACT = 16;

    /** Of x - y + eps, y being the half of f from there on. */
    static <R extends Real<R>> Norm<R> of(R[] x, R[] f, int from, double p, double eps) {
        R[] e = Arrays.copyOf(f, f.length / 2);
        R sum = f[0].constant(0);
        R only = sum;
        int parts = 0;
        for (int k = 0; k < e.length; k++) {
            e[k] = x[k].minus(f[from + k]).plus(eps);
            sum = sum.plus(power(e[k], p));
            if (e[k].signum() != 0) {
                only = e[k].abs();
                parts++;
            }
        }
        // Of a single part the length is that part, though its power may have no exact root.
        return new Norm<>(e, p, sum, parts < 2 ? only : root(sum, p));
    }

    private static <R extends Real<R>> R root(R sum, double p) {
        if (p <= 2 && p == Math.rint(p)) {
            return p == 1 ? sum : sum.sqrt();
        }
        R root = sum.log().dividedBy(p).exp();
        if (p != Math.rint(p) || p > MOST_EXACT) {
            return root;
        }
        // 3^3 + 4^3 + 5^3 = 6^3: such a root is exact.
        R nearest = root.constant(root.toDouble());
        return nearest.pow(p).compareTo(sum) == 0 ? nearest : root;
    }

    private static <R extends Real<R>> R power(R x, double p) {
        return p == 2 ? x.squared() : x.abs().pow(p);
    }

    /** The difference of the lengths; by that of the squares, which is nothing where they are equal, and known to be. */
    R excessOver(Norm<R> other) {
        if (p != 2) {
            return isOfSameParts(other) ? sum.constant(0) : length.minus(other.length);
        }
        R both = length.plus(other.length);
        return both.signum() > 0 ? sum.minus(other.sum).dividedBy(both) : both;
    }

    boolean isLess(Norm<R> other) {
        return (p == 2 || !isOfSameParts(other)) && sum.compareTo(other.sum) < 0;
    }

    /** Whether the parts have the same sizes in some order: then the lengths are equal, however many digits one has. */
    private boolean isOfSameParts(Norm<R> other) {
        R[] mine = sizes(e);
        R[] theirs = sizes(other.e);
        for (int k = 0; k < mine.length; k++) {
            if (mine[k].compareTo(theirs[k]) != 0) {
                return false;
            }
        }
        return true;
    }

    private static <R extends Real<R>> R[] sizes(R[] e) {
        R[] sizes = e.clone();
        for (int k = 0; k < e.length; k++) {
            sizes[k] = e[k].abs();
        }
        Arrays.sort(sizes);
        return sizes;
    }

    // |e_k|^(p-1) sign(e_k) / d^(p-1)
    R slope(int k) {
        int sign = e[k].signum();
        if (sign == 0 || p == 1) {
            return e[k].constant(sign);
        }
        return p == 2 ? e[k].dividedBy(length) : ratio(k).pow(p - 1).times(sign);
    }

    // (p - 1) |e_k|^(p-2) / d^(p-2) Σ |e_j|^p / d^p / d  over j ≠ k
    R curvature(int k) {
        R zero = sum.constant(0);
        if (p == 1 || sum.signum() == 0 || p > 2 && e[k].signum() == 0) {
            return zero;
        }
        R others = zero;
        for (int j = 0; j < e.length; j++) {
            others = j == k ? others : others.plus(power(e[j], p));
        }
        R share = others.dividedBy(sum).dividedBy(length);
        R whole = p == 2 ? share : share.times(ratio(k).pow(p - 2));
        return whole.times(sum.constant(p).minus(1));
    }

    private R ratio(int k) {
        return e[k].abs().dividedBy(length);
    }
}

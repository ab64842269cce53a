package losscalc.num;

import java.math.BigInteger;

/**
 * What Stirling's formula for the logarithm of the gamma function leaves out, to any number of bits: its asymptotic series
 * for large arguments, whose error is less than the first term that is left out; the recurrence for others.
 *
 * @see <a href="https://dlmf.nist.gov/5.11">NIST Digital Library of Mathematical Functions, 5.11</a>
 * @see <a href="https://arxiv.org/abs/1108.0286">R. P. Brent, D. Harvey, Fast computation of Bernoulli, tangent and secant
 *     numbers, 2011</a>
 */
final class Stirling {
    /** Bits beyond those asked for, for what cancels. */
    private static final int GUARD = 30;

    private Stirling() {}

    /** S(x) for a finite x above 0. */
    static Ball error(Ball x, int bits) {
        // From here on a term for every four bits is enough.
        int large = bits / 4 + 10;
        double near = x.toDouble();
        if (near >= large) {
            return series(x, large, bits);
        }
        // S(x) = S(y) + (y - 1/2) log y - (x - 1/2) log x - n - log(x (x + 1) ... (y - 1)),  y = x + n
        int n = (int) Math.ceil(large - near);
        Ball y = x.plus(n);
        Ball rising = x;
        for (int i = 1; i < n; i++) {
            rising = rising.times(x.plus(i));
        }
        return series(y, large, bits)
                .plus(y.minus(0.5).times(y.log()))
                .minus(x.minus(0.5).times(x.log()))
                .minus(n)
                .minus(rising.log());
    }

    /** The sum of {@code B(2k) / (2k (2k - 1) y^(2k - 1))}, the Bernoulli numbers B being made of tangent numbers. */
    private static Ball series(Ball y, int terms, int bits) {
        BigInteger[] tangents = tangents(terms);
        Ball factor = y.constant(1).dividedBy(y.squared()).negate();
        Ball power = y.constant(1).dividedBy(y);
        Ball sum = y.constant(0);
        for (int k = 1; ; k++) {
            BigInteger four = BigInteger.ONE.shiftLeft(2 * k);
            BigInteger divisor = four.multiply(four.subtract(BigInteger.ONE)).multiply(BigInteger.valueOf(2L * k - 1));
            Ball term = power.times(Ball.of(tangents[k], bits)).dividedBy(Ball.of(divisor, bits));
            if (k == terms || k > 1 && term.size() < sum.size() - bits - GUARD) {
                return sum.blurred(term.size());
            }
            sum = sum.plus(term);
            power = power.times(factor);
        }
    }

    /** The first n tangent numbers 1, 2, 16, 272, ..., from index 1. */
    private static BigInteger[] tangents(int n) {
        BigInteger[] t = new BigInteger[n + 1];
        t[1] = BigInteger.ONE;
        for (int k = 2; k <= n; k++) {
            t[k] = t[k - 1].multiply(BigInteger.valueOf(k - 1));
        }
        for (int k = 2; k <= n; k++) {
            for (int j = k; j <= n; j++) {
                t[j] = t[j - 1].multiply(BigInteger.valueOf(j - k)).add(t[j].multiply(BigInteger.valueOf(j - k + 2)));
            }
        }
        return t;
    }
}

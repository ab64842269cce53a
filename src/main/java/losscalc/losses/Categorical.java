package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.SampleFormula;
import losscalc.loss.Setup;
import losscalc.num.DoubleDouble;
import losscalc.num.Elementary;

/**
 * How a row of predictions gives the probabilities of C classes. A surprise is the negative logarithm of
 * the probability of a class; each scale has its own form of it that neither cancels nor overflows.
 */
interface Categorical {
    /** -log of the probability of class c; 0 or more, infinite when the class was impossible. */
    DoubleDouble surprise(double[] row, int c);

    /** The same, rounded once. */
    default double roundedSurprise(double[] row, int c) {
        return SampleFormula.rounded(surprise(row, c));
    }

    /** The derivatives of the surprise of class c with respect to each value of the row. */
    void slopes(double[] row, int c, DoubleDouble[] slopes);

    /** The second derivatives of the surprise of class c with respect to each value of the row. */
    void curvatures(double[] row, int c, DoubleDouble[] curvatures);

    /** The probability of class c. */
    DoubleDouble probability(double[] row, int c);

    /** One less the probability of class c. */
    DoubleDouble rest(double[] row, int c);

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
        public DoubleDouble surprise(double[] p, int c) {
            return DoubleDouble.of(p[c]).log().negate();
        }

        @Override
        public double roundedSurprise(double[] p, int c) {
            return 0 - Elementary.log(p[c]);
        }

        @Override
        public void slopes(double[] p, int c, DoubleDouble[] slopes) {
            Arrays.fill(slopes, DoubleDouble.ZERO);
            slopes[c] = DoubleDouble.of(-1).dividedBy(p[c]);
        }

        @Override
        public void curvatures(double[] p, int c, DoubleDouble[] curvatures) {
            slopes(p, c, curvatures);
            curvatures[c] = curvatures[c].squared();
        }

        @Override
        public DoubleDouble probability(double[] p, int c) {
            return DoubleDouble.of(p[c]);
        }

        @Override
        public DoubleDouble rest(double[] p, int c) {
            return DoubleDouble.difference(1, p[c]);
        }
    }

    /** The row holds non-negative numbers; the probabilities are their shares of the row's sum. */
    record OfProportions() implements Categorical {
        @Override
        public DoubleDouble surprise(double[] x, int c) {
            DoubleDouble others = sumBut(x, c);
            DoubleDouble odds = others.dividedBy(x[c]);
            // Odds beyond the greatest double, of which 1 is no part.
            boolean beyond = x[c] > 0 && !odds.isFinite();
            return beyond ? others.log().minus(DoubleDouble.of(x[c]).log()) : odds.log1p();
        }

        @Override
        public void slopes(double[] x, int c, DoubleDouble[] slopes) {
            DoubleDouble others = sumBut(x, c);
            DoubleDouble sum = others.plus(x[c]);
            Arrays.fill(slopes, DoubleDouble.ONE.dividedBy(sum));
            slopes[c] = others.negate().dividedBy(sum.times(x[c]));
        }

        @Override
        public void curvatures(double[] x, int c, DoubleDouble[] curvatures) {
            DoubleDouble others = sumBut(x, c);
            DoubleDouble sum = others.plus(x[c]);
            Arrays.fill(curvatures, DoubleDouble.of(-1).dividedBy(sum.squared()));
            DoubleDouble product = sum.times(x[c]);
            curvatures[c] = others.times(sum.plus(x[c])).dividedBy(product.squared());
        }

        @Override
        public DoubleDouble probability(double[] x, int c) {
            return DoubleDouble.of(x[c]).dividedBy(sumBut(x, c).plus(x[c]));
        }

        @Override
        public DoubleDouble rest(double[] x, int c) {
            DoubleDouble others = sumBut(x, c);
            return others.dividedBy(others.plus(x[c]));
        }

        private static DoubleDouble sumBut(double[] x, int c) {
            DoubleDouble sum = DoubleDouble.ZERO;
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
        public DoubleDouble surprise(double[] z, int c) {
            int top = largest(z);
            return DoubleDouble.difference(z[top], z[c])
                    .plus(sumExpBut(z, top, z[top]).log1p());
        }

        @Override
        public void slopes(double[] z, int c, DoubleDouble[] slopes) {
            double top = z[largest(z)];
            DoubleDouble others = sumExpBut(z, c, top);
            DoubleDouble sum = others.plus(DoubleDouble.difference(z[c], top).exp());
            for (int k = 0; k < z.length; k++) {
                slopes[k] = DoubleDouble.difference(z[k], top).exp().dividedBy(sum);
            }
            slopes[c] = others.negate().dividedBy(sum);
        }

        @Override
        public void curvatures(double[] z, int c, DoubleDouble[] curvatures) {
            for (int k = 0; k < z.length; k++) {
                curvatures[k] = probability(z, k).times(rest(z, k));
            }
        }

        @Override
        public DoubleDouble probability(double[] z, int c) {
            double top = z[largest(z)];
            DoubleDouble part = DoubleDouble.difference(z[c], top).exp();
            return part.dividedBy(sumExpBut(z, c, top).plus(part));
        }

        @Override
        public DoubleDouble rest(double[] z, int c) {
            double top = z[largest(z)];
            DoubleDouble others = sumExpBut(z, c, top);
            return others.dividedBy(
                    others.plus(DoubleDouble.difference(z[c], top).exp()));
        }

        /** The sum of e^(z_k - from) over all k but c. */
        private static DoubleDouble sumExpBut(double[] z, int c, double from) {
            DoubleDouble sum = DoubleDouble.ZERO;
            for (int k = 0; k < z.length; k++) {
                if (k != c) {
                    sum = sum.plus(DoubleDouble.difference(z[k], from).exp());
                }
            }
            return sum;
        }

        private static int largest(double[] z) {
            int top = 0;
            for (int k = 1; k < z.length; k++) {
                if (z[k] > z[top]) {
                    top = k;
                }
            }
            return top;
        }
    }

    /** The row holds the logarithms of the probabilities. */
    record OfLogProbabilities() implements Categorical {
        @Override
        public DoubleDouble surprise(double[] log, int c) {
            return DoubleDouble.of(0 - log[c]);
        }

        @Override
        public void slopes(double[] log, int c, DoubleDouble[] slopes) {
            Arrays.fill(slopes, DoubleDouble.ZERO);
            slopes[c] = DoubleDouble.of(-1);
        }

        @Override
        public void curvatures(double[] log, int c, DoubleDouble[] curvatures) {
            Arrays.fill(curvatures, DoubleDouble.ZERO);
        }

        @Override
        public DoubleDouble probability(double[] log, int c) {
            return DoubleDouble.of(log[c]).exp();
        }

        @Override
        public DoubleDouble rest(double[] log, int c) {
            return DoubleDouble.of(log[c]).expm1().negate();
        }
    }
}

package losscalc.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {
    private static final int N = 3000;

    private static ExactSum sum(double... x) {
        ExactSum sum = new ExactSum();
        sum.addAll(x, x.length);
        return sum;
    }

    /** The same, without the quicker way for many numbers. */
    private static ExactSum sumOneByOne(double[] x) {
        ExactSum sum = new ExactSum();
        for (double v : x) {
            sum.add(v);
        }
        return sum;
    }

    private static void assertSame(double expected, double actual) {
        assertEquals(
                Double.doubleToLongBits(expected), Double.doubleToLongBits(actual), () -> expected + " but " + actual);
    }

    /** Samples that naive sums get wrong. */
    private static List<double[]> stress() {
        Random random = new Random(5);
        double[] anyBits = new double[N];
        double[] cancelling = new double[N];
        double[] subnormal = new double[N];
        double[] overflowing = new double[N];
        double[] alternating = new double[N];
        double[] gauss = new double[N];
        for (int i = 0; i < N; i++) {
            anyBits[i] = anyFinite(random);
            cancelling[i] = i % 2 == 0 ? anyFinite(random) : -cancelling[i - 1];
            subnormal[i] = Double.longBitsToDouble(random.nextLong() & 0x801F_FFFF_FFFF_FFFFL);
            overflowing[i] = i < N / 2 ? Double.MAX_VALUE : -Double.MAX_VALUE;
            alternating[i] = (i % 2 == 0 ? 1 : -1) / (i + 1.0);
            gauss[i] = random.nextGaussian();
        }
        cancelling[N - 1] = 1e-300;
        overflowing[7] = 0.1;
        double[] ties = {1, 0x1p-53, 0x1p-53, -0x1p-106};
        double[] tenths = new double[1_000_000];
        Arrays.fill(tenths, 0.1);
        double[] largest = new double[5000];
        Arrays.fill(largest, Double.MAX_VALUE);
        return List.of(anyBits, cancelling, subnormal, overflowing, alternating, gauss, ties, tenths, largest);
    }

    private static double anyFinite(Random random) {
        double x = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(x) ? x : 0;
    }

    private static void shuffle(double[] x, Random random) {
        for (int i = x.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double t = x[i];
            x[i] = x[j];
            x[j] = t;
        }
    }

    @Test
    void sumAndMeanAreTheNearestToTheExactOnes() {
        for (double[] x : stress()) {
            ExactSum sum = sum(x);
            BigDecimal exact = Truth.sum(x);
            Truth.assertNearest(exact, BigDecimal.ONE, sum.toDouble());
            for (long n : new long[] {1, 3, x.length, Long.MAX_VALUE}) {
                Truth.assertNearest(exact, BigDecimal.valueOf(n), sum.mean(n));
            }
        }
    }

    @Test
    void orderAndPartitionDoNotMatter() {
        Random random = new Random(6);
        for (double[] x : stress()) {
            double expected = sum(x).toDouble();
            double mean = sum(x).mean(x.length);
            for (int round = 0; round < 3; round++) {
                shuffle(x, random);
                ExactSum merged = mergedParts(x, random);
                assertSame(expected, merged.toDouble());
                assertSame(mean, merged.mean(x.length));
            }
        }
    }

    /** Adds each value to one of some parts, by one method or the other, and merges the parts in random order. */
    private static ExactSum mergedParts(double[] x, Random random) {
        List<ExactSum> parts = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            parts.add(new ExactSum());
        }
        for (int i = 0; i < x.length; ) {
            ExactSum part = parts.get(random.nextInt(parts.size()));
            int n = Math.min(x.length - i, random.nextInt(2500));
            if (random.nextBoolean()) {
                part.addAll(Arrays.copyOfRange(x, i, i + n), n);
            } else {
                for (int k = i; k < i + n; k++) {
                    part.add(x[k]);
                }
            }
            i += n;
        }
        while (parts.size() > 1) {
            ExactSum one = parts.remove(random.nextInt(parts.size()));
            ExactSum other = parts.get(random.nextInt(parts.size()));
            other.merge(random.nextBoolean() ? one : one.copy());
        }
        return parts.get(0);
    }

    @Test
    void mergingMovesCarriesThatAreStillPending() {
        for (int pending : new int[] {1, 998, 999, 1000, 1001, 1999}) {
            double[] x = new double[pending];
            Arrays.fill(x, Math.nextDown(0x1p31));
            ExactSum doubled = sumOneByOne(x);
            doubled.merge(doubled);
            doubled.merge(sumOneByOne(x));
            Truth.assertNearest(Truth.sum(x).multiply(BigDecimal.valueOf(3)), BigDecimal.ONE, doubled.toDouble());
            Arrays.fill(x, -Double.MAX_VALUE);
            doubled.merge(sumOneByOne(x));
            doubled.merge(sumOneByOne(x));
            assertSame(-Double.MAX_VALUE, doubled.mean(2L * pending));
        }
    }

    /** Sums that are full merge, and go on: whichever of the two is full, its carries have moved before. */
    @Test
    void carriesMoveBeforeAMergeForEveryAlignment() {
        double[] x = new double[1000];
        for (int k = 0; k < 32; k++) {
            double largest = k % 2 == 0 ? Math.nextDown(Math.scalb(1.0, k)) : -Math.nextDown(Math.scalb(1.0, k));
            Arrays.fill(x, largest);
            BigDecimal expected =
                    new BigDecimal(largest).multiply(BigDecimal.valueOf(2000)).add(BigDecimal.ONE);
            ExactSum full = sumOneByOne(x);
            full.merge(sum(1));
            ExactSum other = sum(1);
            other.merge(sumOneByOne(x));
            for (double v : x) {
                full.add(v);
                other.add(v);
            }
            assertExact(expected, full);
            assertExact(expected, other);
            assertExact(expected.multiply(BigDecimal.valueOf(3)), other.times(3));
            assertEquals(0, other.times(0).toDouble());
        }
    }

    @Test
    void carriesMoveInTimeForEveryAlignment() {
        double[] x = new double[2500];
        for (int k = 0; k < 32; k++) {
            double largest = k % 2 == 0 ? Math.nextDown(Math.scalb(1.0, k)) : -Math.nextDown(Math.scalb(1.0, k));
            Arrays.fill(x, largest);
            ExactSum sum = sumOneByOne(x);
            sum.merge(sum);
            for (double v : x) {
                sum.add(v);
                sum.addProduct(v, v);
            }
            BigDecimal exact = new BigDecimal(largest);
            BigDecimal expected = exact.multiply(BigDecimal.valueOf(3)).add(exact.pow(2));
            assertExact(expected.multiply(BigDecimal.valueOf(x.length)), sum);
        }
    }

    /** Numbers of one size, of many, of two that are far apart, and near both ends of the range; at lengths around those of a cut. */
    @Test
    void manyNumbersAtOnceAreExact() {
        Random random = new Random(12);
        for (int n : new int[] {63, 64, 67, 1024, 1027}) {
            for (int spread : new int[] {1, 90, 2000}) {
                for (int middle : new int[] {-1074, -1000, 0, 1013, 1023}) {
                    double[] x = new double[n];
                    for (int i = 0; i < n; i++) {
                        int size = middle + random.nextInt(spread) - spread / 2;
                        double v = Math.scalb(random.nextDouble() - (n % 2 == 0 ? 0 : 0.5), size);
                        x[i] = Double.isFinite(v) ? v : Double.MAX_VALUE;
                    }
                    assertExact(Truth.sum(x), sum(x));
                    double[] copy = x.clone();
                    sum(x);
                    assertTrue(Arrays.equals(copy, x), "a sum leaves the numbers as they were");
                }
            }
        }
    }

    @Test
    void manyNumbersAtOnceKeepNonFiniteValuesApart() {
        double inf = Double.POSITIVE_INFINITY;
        double[] x = new double[1500];
        Arrays.fill(x, 0.1);
        x[1499] = inf;
        assertSame(inf, sum(x).toDouble());
        x[700] = inf;
        assertSame(inf, sum(x).toDouble());
        x[3] = -inf;
        assertSame(Double.NaN, sum(x).toDouble());
        Arrays.fill(x, -Double.MAX_VALUE);
        assertSame(-Double.MAX_VALUE, sum(x).mean(1500));
        x[64] = Double.NaN;
        assertSame(Double.NaN, sum(x).toDouble());
        Arrays.fill(x, -0.0);
        assertSame(0, sum(x).toDouble());
    }

    @Test
    void mergingLeavesTheOtherAsItWas() {
        ExactSum one = sum(1, 2, 3);
        ExactSum other = sum(1e300, -7);
        one.merge(other);
        one.add(5);
        assertSame(1e300, other.toDouble());
        ExactSum empty = new ExactSum();
        empty.merge(other);
        empty.add(-1e300);
        assertSame(-7, empty.toDouble());
        assertSame(1e300, other.toDouble());
    }

    @Test
    void zeroHasNoSign() {
        assertSame(0, sum().toDouble());
        assertSame(0, sum(-0.0, -0.0).toDouble());
        assertSame(0, sum(-0.0, 0.0).mean(2));
        assertSame(0, sum(5, -5).toDouble());
        assertSame(0, sum(5, -5).ratio(sum(-3)));
        assertSame(0, sum(-0x1p-1074).mean(2));
        ExactSum tiny = new ExactSum();
        tiny.addProduct(-0x1p-1074, 0.25);
        assertSame(0, tiny.toDouble());
        assertTrue(sum(5, -5, 0x1p-1074, -0x1p-1074).isZero());
        assertEquals(-1, sum(1, -2).signum());
        assertEquals(1, sum(1e300, -0x1p-1074).signum());
        assertSame(Double.NaN, sum().mean(0));
    }

    @Test
    void roundsTiesToEven() {
        assertSame(1, sum(1, 0x1p-53).toDouble());
        assertSame(1 + 0x1p-51, sum(1, 0x1p-52, 0x1p-53).toDouble());
        assertSame(1 + 0x1p-52, sum(1, 0x1p-53, 0x1p-1074).toDouble());
        assertSame(1, sum(1, 0x1p-53, -0x1p-1074).toDouble());
        assertSame(
                Double.MAX_VALUE, sum(Double.MAX_VALUE, Math.nextDown(0x1p970)).toDouble());
        assertSame(Double.POSITIVE_INFINITY, sum(Double.MAX_VALUE, 0x1p970).toDouble());
        assertSame(0, sum(0x1p-1074).mean(2));
        assertSame(0x1p-1073, sum(0x1p-1073, 0x1p-1074).mean(2));
        assertSame(0x1p-1074, sum(0x1p-1073, 0x1p-1074).mean(4));
    }

    @Test
    void keepsNonFiniteValuesApart() {
        double inf = Double.POSITIVE_INFINITY;
        assertSame(inf, sum(1, inf, Double.MAX_VALUE).toDouble());
        assertSame(-inf, sum(1, -inf).mean(2));
        assertSame(Double.NaN, sum(inf, -inf).toDouble());
        assertSame(Double.NaN, sum(1, Double.NaN).toDouble());
        ExactSum merged = sum(inf);
        merged.merge(sum(-inf));
        assertSame(Double.NaN, merged.copy().toDouble());
        ExactSum products = new ExactSum();
        products.addProduct(-2, inf);
        assertSame(-inf, products.toDouble());
        products.addProduct(0, inf);
        assertSame(Double.NaN, products.toDouble());
        products = new ExactSum();
        products.addWeightedSquare(1e-300, -inf);
        assertSame(inf, products.toDouble());
        products.addSquaredProduct(1e-300, Double.NaN);
        assertSame(Double.NaN, products.toDouble());
        assertSame(inf, sum(1).ratio(sum()));
        assertSame(Double.NaN, sum().ratio(sum()));
        assertSame(0, sum(1).ratio(sum(inf)));
    }

    @Test
    void productsAreExactOverTheWholeRange() {
        Random random = new Random(8);
        for (int round = 0; round < 60; round++) {
            ExactSum two = new ExactSum();
            ExactSum three = new ExactSum();
            ExactSum four = new ExactSum();
            ExactSum mixed = new ExactSum();
            BigDecimal exactTwo = BigDecimal.ZERO;
            BigDecimal exactThree = BigDecimal.ZERO;
            BigDecimal exactMixed = BigDecimal.ZERO;
            BigDecimal exactFour = BigDecimal.ZERO;
            for (int i = 0; i < 30; i++) {
                double a = round < 30 ? anyFinite(random) : random.nextGaussian();
                double b = round % 2 == 0 ? anyFinite(random) : random.nextInt(3) * 0x1p-1074;
                double c = round % 3 == 0 ? anyFinite(random) : random.nextGaussian();
                two.addProduct(a, b);
                three.addWeightedSquare(a, b);
                four.addSquaredProduct(a, b);
                mixed.addProduct(a, b, c);
                BigDecimal product = new BigDecimal(a).multiply(new BigDecimal(b));
                exactTwo = exactTwo.add(product);
                exactThree = exactThree.add(product.multiply(new BigDecimal(b)));
                exactFour = exactFour.add(product.multiply(product));
                exactMixed = exactMixed.add(product.multiply(new BigDecimal(c)));
            }
            assertExact(exactTwo, two);
            assertExact(exactThree, three);
            assertExact(exactFour, four);
            assertExact(exactMixed, mixed);
        }
    }

    @Test
    void pairsAndTheirProductsAreExact() {
        Random random = new Random(10);
        for (int round = 0; round < 100; round++) {
            ExactSum sum = new ExactSum();
            ExactSum products = new ExactSum();
            BigDecimal exact = BigDecimal.ZERO;
            BigDecimal exactProducts = BigDecimal.ZERO;
            for (int i = 0; i < 10; i++) {
                DoubleDouble a = pair(random);
                DoubleDouble b = pair(random);
                sum.add(a);
                products.addProduct(a.hi(), -a.lo(), b);
                Ball ball = Ball.of(b.hi(), 240).plus(b.lo()).times(a.lo());
                products.addProduct(b.lo(), a.hi(), ball.times(Math.scalb(1.0, -800)));
                exact = exact.add(exact(a));
                BigDecimal both = new BigDecimal(a.hi()).multiply(new BigDecimal(a.lo()));
                BigDecimal factor = new BigDecimal(b.lo()).multiply(new BigDecimal(Math.scalb(1.0, -800)));
                exactProducts = exactProducts.add(both.multiply(exact(b)).multiply(factor.subtract(BigDecimal.ONE)));
            }
            assertExact(exact, sum);
            assertExact(exactProducts, products);
            assertEquals(0, exact.compareTo(exact(sum.toRational())));
            // What two doubles hold of it: the nearest double, and the nearest to what that lacks.
            DoubleDouble read = sum.toDoubleDouble();
            Truth.assertNearest(exact, BigDecimal.ONE, read.hi());
            Truth.assertNearest(exact.subtract(new BigDecimal(read.hi())), BigDecimal.ONE, read.lo());
        }
    }

    private static DoubleDouble pair(Random random) {
        double hi = Math.scalb(random.nextGaussian(), random.nextInt(40));
        return DoubleDouble.sum(hi, hi * 0x1p-54 * random.nextGaussian());
    }

    private static BigDecimal exact(DoubleDouble x) {
        return new BigDecimal(x.hi()).add(new BigDecimal(x.lo()));
    }

    /** The fraction as a decimal, which it is where its denominator is a power of two: told by what it lacks, read in full. */
    private static BigDecimal exact(Rational x) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Rational rest = x; rest.signum() != 0; rest = rest.minus(rest.toDouble())) {
            sum = sum.add(new BigDecimal(rest.toDouble()));
        }
        return sum;
    }

    @Test
    void productsThatAreNotFinite() {
        double inf = Double.POSITIVE_INFINITY;
        DoubleDouble infinite = DoubleDouble.of(inf);
        ExactSum sum = new ExactSum();
        sum.addProduct(-2, 1, infinite);
        assertSame(-inf, sum.toDouble());
        assertSame(-1, sum.signum());
        assertEquals(DoubleDouble.of(-inf), sum.toDoubleDouble());
        sum = new ExactSum();
        sum.addProduct(2, -inf, -3);
        assertSame(inf, sum.toDouble());
        sum.addProduct(0, inf, 1);
        assertSame(Double.NaN, sum.toDouble());
        sum = new ExactSum();
        sum.addProduct(1, 2, Double.NaN);
        assertSame(Double.NaN, sum.signum());
        sum = new ExactSum();
        sum.addSquaredProduct(-3, inf);
        assertSame(inf, sum.toDouble());
        sum = new ExactSum();
        sum.addWeightedSquare(-3, inf);
        assertSame(-inf, sum.toDouble());
        assertSame(-inf, sum.ratio(sum(4)));
        assertSame(Double.NaN, sum(inf).mean(0));
    }

    private static void assertExact(BigDecimal expected, ExactSum sum) {
        BigDecimal units = new BigDecimal(sum.units().shiftLeft(Math.max(0, sum.unit())));
        BigDecimal power = new BigDecimal(BigInteger.ONE.shiftLeft(Math.max(0, -sum.unit())));
        assertEquals(0, expected.multiply(power).compareTo(units));
    }

    @Test
    void theRatioOfTwoSumsIsRoundedOnce() {
        Random random = new Random(9);
        for (int round = 0; round < 200; round++) {
            ExactSum weighted = new ExactSum();
            ExactSum weights = new ExactSum();
            BigDecimal exact = BigDecimal.ZERO;
            BigDecimal exactWeights = BigDecimal.ZERO;
            for (int i = 0; i < 10; i++) {
                double x = Math.scalb(random.nextGaussian(), random.nextInt(2000) - 1000);
                double w = Math.scalb(random.nextDouble(), random.nextInt(60));
                weighted.addProduct(w, x);
                weights.add(w);
                exact = exact.add(new BigDecimal(w).multiply(new BigDecimal(x)));
                exactWeights = exactWeights.add(new BigDecimal(w));
            }
            Truth.assertNearest(exact, exactWeights, weighted.ratio(weights));
        }
    }
}

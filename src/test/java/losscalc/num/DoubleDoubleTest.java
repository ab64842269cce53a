package losscalc.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The algebra against exact fractions, and what happens at the ends of the range. */
class DoubleDoubleTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final SplittableRandom random = new SplittableRandom(20261123);

    private DoubleDouble any(int exponents) {
        double hi = Math.scalb(random.nextDouble() * 2 - 1, random.nextInt(2 * exponents) - exponents);
        return random.nextInt(3) == 0
                ? DoubleDouble.of(hi)
                : DoubleDouble.sum(hi, hi * 0x1p-53 * (random.nextDouble() - 0.5));
    }

    private static Rational exact(DoubleDouble x) {
        return Rational.of(x.hi()).plus(x.lo());
    }

    private static void assertClose(Rational expected, DoubleDouble got, double error) {
        if (expected.signum() == 0) {
            assertEquals(0, got.hi());
            return;
        }
        double relative = exact(got).minus(expected).dividedBy(expected).abs().toDouble();
        assertTrue(relative <= error, () -> "relative error " + relative + " of " + got);
        assertEquals(got.hi(), got.hi() + got.lo(), "not normalised");
    }

    @Test
    void algebraIsGoodToMoreThanHundredBits() {
        for (int i = 0; i < 4_000; i++) {
            DoubleDouble x = any(i % 2 == 0 ? 3 : 300);
            DoubleDouble y = any(i % 2 == 0 ? 3 : 300);
            double d = any(3).hi();
            assertClose(exact(x).plus(exact(y)), x.plus(y), 0x1p-104);
            assertClose(exact(x).minus(exact(y)), x.minus(y), 0x1p-104);
            assertClose(exact(x).times(exact(y)), x.times(y), 0x1p-103);
            assertClose(exact(x).dividedBy(exact(y)), x.dividedBy(y), 0x1p-102);
            assertClose(exact(x).times(d), x.times(d), 0x1p-104);
            assertClose(exact(x).dividedBy(d), x.dividedBy(d), 0x1p-103);
            assertClose(exact(x).squared(), x.squared(), 0x1p-103);
            assertEquals(exact(x).compareTo(exact(y)), x.compareTo(y));
            assertEquals(exact(x).compareTo(d), x.compareTo(d));
            assertEquals(exact(x).toDouble(), x.toDouble());
        }
    }

    @Test
    void sumOfDoubleDoubleAndDoubleLosesNothingByCancellation() {
        for (int i = 0; i < 4_000; i++) {
            DoubleDouble x = any(3);
            double near = -x.hi() * (1 + (random.nextInt(5) - 2) * 0x1p-52);
            assertClose(exact(x).plus(near), x.plus(near), 0x1p-104);
            assertClose(exact(x).plus(Rational.of(near)), x.plus(DoubleDouble.of(near)), 0x1p-104);
        }
    }

    @Test
    void squareRootIsGoodToMoreThanHundredBits() {
        for (int i = 0; i < 5_000; i++) {
            DoubleDouble x = any(i % 2 == 0 ? 3 : 1000).abs();
            if (x.hi() > 1e-270) {
                BigDecimal exact =
                        new BigDecimal(x.hi()).add(new BigDecimal(x.lo())).sqrt(new MathContext(60));
                DoubleDouble root = x.sqrt();
                BigDecimal got = new BigDecimal(root.hi()).add(new BigDecimal(root.lo()));
                double error = got.subtract(exact).doubleValue() / root.hi();
                assertTrue(Math.abs(error) < 0x1p-103, () -> "error " + error + " at " + x);
            }
        }
        assertEquals(
                DoubleDouble.of(0x1p-537), DoubleDouble.of(Double.MIN_VALUE).sqrt());
        assertEquals(DoubleDouble.ZERO, DoubleDouble.ZERO.sqrt());
        assertEquals(DoubleDouble.of(INFINITY), DoubleDouble.of(INFINITY).sqrt());
        assertEquals(Double.NaN, DoubleDouble.of(-1).sqrt().hi());
    }

    @Test
    void exactOperationsAreExact() {
        for (int i = 0; i < 4_000; i++) {
            double a = any(300).hi();
            double b = any(i % 2 == 0 ? 3 : 300).hi();
            assertEquals(
                    0, exact(DoubleDouble.sum(a, b)).compareTo(Rational.of(a).plus(b)));
            assertEquals(
                    0,
                    exact(DoubleDouble.difference(a, b))
                            .compareTo(Rational.of(a).minus(b)));
            assertEquals(
                    0,
                    exact(DoubleDouble.product(a, b)).compareTo(Rational.of(a).times(b)));
        }
    }

    @Test
    void overflowIsInfiniteAndNotNaN() {
        DoubleDouble max = DoubleDouble.of(Double.MAX_VALUE);
        DoubleDouble infinite = DoubleDouble.of(INFINITY);
        assertEquals(infinite, DoubleDouble.sum(Double.MAX_VALUE, Double.MAX_VALUE));
        assertEquals(infinite, DoubleDouble.product(1e200, 1e200));
        assertEquals(infinite, DoubleDouble.quotient(1e200, 1e-200));
        assertEquals(infinite, max.plus(max));
        assertEquals(infinite, max.plus(Double.MAX_VALUE));
        assertEquals(infinite, max.times(max));
        assertEquals(infinite, max.times(2));
        assertEquals(infinite, max.dividedBy(0.5));
        assertEquals(infinite, DoubleDouble.ONE.dividedBy(0));
        assertEquals(infinite, infinite.plus(1).minus(max).times(2));
        assertEquals(infinite.negate(), max.negate().scalb(1));
        assertEquals(0, DoubleDouble.ONE.dividedBy(INFINITY).hi());
        assertTrue(Double.isNaN(infinite.minus(infinite).hi()));
        assertEquals(0, infinite.minus(infinite).lo());
        assertFalse(infinite.isFinite());
        assertTrue(max.isFinite());
    }

    @Test
    void functionsAtTheEndsOfTheirDomain() {
        DoubleDouble zero = DoubleDouble.ZERO;
        DoubleDouble one = DoubleDouble.ONE;
        DoubleDouble infinite = DoubleDouble.of(INFINITY);
        DoubleDouble minusInfinite = infinite.negate();
        assertEquals(minusInfinite, zero.log());
        assertEquals(zero, one.log());
        assertEquals(infinite, infinite.log());
        assertEquals(Double.NaN, DoubleDouble.of(-1).log().hi());
        assertEquals(minusInfinite, one.negate().log1p());
        assertEquals(infinite, infinite.log1p());
        assertEquals(zero, zero.log1p());
        assertEquals(one, zero.exp());
        assertEquals(zero, minusInfinite.exp());
        assertEquals(infinite, infinite.exp());
        assertEquals(infinite, DoubleDouble.of(710).exp());
        assertEquals(zero, DoubleDouble.of(-746).exp());
        assertEquals(zero, zero.expm1());
        assertEquals(one.negate(), minusInfinite.expm1());
        assertEquals(DoubleDouble.LN2, zero.softplus());
        assertEquals(zero, minusInfinite.softplus());
        assertEquals(infinite, infinite.softplus());
        assertEquals(DoubleDouble.of(0.5), zero.logistic());
        assertEquals(zero, minusInfinite.logistic());
        assertEquals(one, infinite.logistic());
        assertEquals(one, infinite.tanh());
        assertEquals(infinite, minusInfinite.logCosh());
        assertEquals(one, zero.pow(0));
        assertEquals(zero, zero.pow(2));
        assertEquals(zero, zero.pow(0.3));
        assertEquals(infinite, zero.pow(-0.3));
        assertEquals(infinite, zero.pow(-2));
        assertEquals(DoubleDouble.of(1024), DoubleDouble.of(2).pow(10));
        assertEquals(DoubleDouble.of(3), DoubleDouble.of(9).pow(0.5));
    }

    @Test
    void distributionsAtTheEndsOfTheirDomain() {
        DoubleDouble one = DoubleDouble.ONE;
        DoubleDouble infinite = DoubleDouble.of(INFINITY);
        assertEquals(one, Normal.cdf(DoubleDouble.of(39)));
        assertEquals(one, Normal.cdf(infinite));
        assertEquals(DoubleDouble.ZERO, Normal.cdf(DoubleDouble.of(-39)));
        assertEquals(DoubleDouble.ZERO, Normal.cdf(infinite.negate()));
        assertEquals(Double.NaN, Normal.cdf(DoubleDouble.of(Double.NaN)).hi());
        assertEquals(infinite, Gamma.logGamma(DoubleDouble.ZERO));
        assertEquals(infinite, Gamma.logGamma(infinite));
        assertEquals(Double.NaN, Gamma.logGamma(DoubleDouble.of(-0.5)).hi());
        assertEquals(Double.NaN, Gamma.logGamma(DoubleDouble.of(Double.NaN)).hi());
        assertEquals(Double.NaN, infinite.sin2Pi().hi());
        assertEquals(Double.NaN, infinite.negate().cos2Pi().hi());
        // log(2 pi) = 1.83787706640934548356065947281123527972..., by mpmath.
        assertEquals(1.8378770664093456, one.logTwoPi().hi());
        assertFalse(one.isFine());
        double[] numbers = {1.5, -2};
        assertEquals(DoubleDouble.of(-2), DoubleDouble.of(numbers)[1]);
        assertEquals(2, DoubleDouble.of(numbers).length);
    }

    /** Where quotients are out of range, or in the midst of the subnormal numbers; references by mpmath. */
    @Test
    void devianceAtTheEndsOfTheRange() {
        assertEquals(DoubleDouble.ZERO, Functions.bd0(0.3, 0.3));
        assertEquals(DoubleDouble.of(0.3), Functions.bd0(0, 0.3));
        DoubleDouble third = DoubleDouble.ONE.dividedBy(3);
        assertEquals(DoubleDouble.ZERO, Functions.bd0(third, third));
        assertEquals(third, Functions.bd0(DoubleDouble.ZERO, third));
        double[][] rows = {
            {3e-290, 4e-290, 1.3695378264465731e-291},
            {1e300, 1e-300, 1.3805510557964276e303},
            {1e-300, 1e300, 1e300},
            {1e-280, 3e-310, 6.6978940501153264e-279},
        };
        for (double[] row : rows) {
            assertEquals(row[2], Functions.bd0(row[0], row[1]).hi());
            DoubleDouble pair = Functions.bd0(DoubleDouble.of(row[0]), DoubleDouble.of(row[1]));
            assertEquals(row[2], pair.hi(), Math.ulp(row[2]));
        }
    }

    @Test
    void nanStaysNaN() {
        DoubleDouble nan = DoubleDouble.of(Double.NaN);
        DoubleDouble[] results = {
            nan.log(),
            nan.log1p(),
            nan.exp(),
            nan.expm1(),
            nan.softplus(),
            nan.logistic(),
            nan.tanh(),
            nan.pow(2),
            nan.pow(0.3),
            nan.sqrt(),
            nan.log1pMinus(),
            nan.expm1Minus(),
            nan.plus(1),
            nan.times(0),
            nan.dividedBy(nan),
            nan.logCosh(),
            Functions.bd0(Double.NaN, 1),
            Functions.logMinusLog(1, Double.NaN),
        };
        for (DoubleDouble result : results) {
            assertTrue(Double.isNaN(result.hi()), result.toString());
            assertEquals(0, result.lo());
        }
    }

    @Test
    void signsAndOrder() {
        DoubleDouble x = new DoubleDouble(1, 0x1p-60);
        assertEquals(1, x.compareTo(1));
        assertEquals(-1, x.negate().compareTo(-1));
        assertEquals(1, x.signum());
        assertEquals(0, DoubleDouble.of(-0.0).compareTo(DoubleDouble.ZERO));
        assertEquals(x, x.negate().abs());
        assertEquals(x, x.max(DoubleDouble.ONE));
    }

    @Test
    void decidedMeansThatTheNeighboursRoundAlike() {
        assertTrue(new DoubleDouble(1, 0x1p-55).isDecided(0x1p-64));
        assertFalse(new DoubleDouble(1, 0x1p-53).isDecided(0x1p-64));
        assertFalse(new DoubleDouble(3, 0x1p-52).isDecided(0x1p-100));
        assertTrue(DoubleDouble.ZERO.isDecided(0x1p-64));
        // Below a power of two the doubles are twice as close as above.
        assertTrue(new DoubleDouble(1, 0x1.8p-54).isDecided(0x1p-64));
        assertFalse(new DoubleDouble(1, -0x1p-54).isDecided(0x1p-64));
    }
}

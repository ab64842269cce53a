package losscalc.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Exact fractions, and the one rounding at their end. */
class RationalTest {
    private final SplittableRandom random = new SplittableRandom(11);

    private double anyFinite() {
        double x;
        do {
            x = Double.longBitsToDouble(random.nextLong());
        } while (!(Math.abs(x) <= Double.MAX_VALUE));
        return x;
    }

    @Test
    void doublesComeBackUnchanged() {
        for (int i = 0; i < 20_000; i++) {
            double x = anyFinite();
            double subnormal = Double.longBitsToDouble(random.nextLong(1L << 53));
            assertEquals(x, Rational.of(x).toDouble());
            assertEquals(subnormal, Rational.of(subnormal).toDouble());
            assertEquals(x, Rational.decimal(x).toDouble());
        }
        assertEquals(Double.MAX_VALUE, Rational.of(Double.MAX_VALUE).toDouble());
        assertEquals(Double.MIN_VALUE, Rational.of(Double.MIN_VALUE).toDouble());
        assertEquals(-Double.MIN_VALUE, Rational.decimal(-Double.MIN_VALUE).toDouble());
        assertEquals(0.0, Rational.of(-0.0).toDouble());
    }

    /** One operation of IEEE 754 is the exact result rounded once, subnormal and infinite results included. */
    @Test
    void oneOperationRoundsAsTheProcessorDoes() {
        for (int i = 0; i < 50_000; i++) {
            double x = anyFinite();
            double y = i % 2 == 0
                    ? anyFinite()
                    : Math.scalb(random.nextDouble(), -Math.getExponent(x) - random.nextInt(1074));
            if (y != 0) {
                assertEquals(x + y, Rational.of(x).plus(y).toDouble());
                assertEquals(x - y, Rational.of(x).minus(y).toDouble());
                assertEquals(Math.abs(x * y), Rational.of(x).times(y).abs().toDouble());
                assertEquals(Math.abs(x / y), Rational.of(x).dividedBy(y).abs().toDouble());
            }
        }
    }

    @Test
    void halfwayGoesToEven() {
        assertEquals(1.0, Rational.of(1).plus(0x1p-53).toDouble());
        assertEquals(1 + 0x1p-51, Rational.of(1 + 0x1p-52).plus(0x1p-53).toDouble());
        assertEquals(1 + 0x1p-52, Rational.of(1).plus(0x1p-53).plus(0x1p-1000).toDouble());
        assertEquals(0.0, Rational.of(Double.MIN_VALUE).times(0.5).toDouble());
        assertEquals(
                Double.MIN_VALUE * 2, Rational.of(Double.MIN_VALUE).times(1.5).toDouble());
        assertEquals(
                Double.MAX_VALUE,
                Rational.of(0x1p1023).plus(0x1p1023).minus(0x1p970).minus(1).toDouble());
        assertEquals(
                Double.POSITIVE_INFINITY,
                Rational.of(0x1p1023).plus(0x1p1023).minus(0x1p970).toDouble());
        assertEquals(Double.NEGATIVE_INFINITY, Rational.of(-1e308).times(1e308).toDouble());
        assertEquals(0.0, Rational.of(1e-308).times(1e-308).toDouble());
    }

    @Test
    void theReadingOfADoubleTravelsWithTheValue() {
        assertEquals(
                Rational.decimal("0.02"),
                Rational.decimal(0.3).minus(0.1).squared().dividedBy(2));
        assertNotEquals(
                Rational.decimal("0.02"), Rational.of(0.3).minus(0.1).squared().dividedBy(2));
        assertEquals(0.3, Rational.decimal(0.1).plus(0.2).toDouble());
        assertEquals(0.1 + 0.2, Rational.of(0.1).plus(0.2).toDouble());
        assertEquals(Rational.decimal("12300"), Rational.decimal("1.23e4"));
        assertEquals(
                370.1776,
                Rational.decimal("-9.01")
                        .minus(Rational.decimal("10.23"))
                        .squared()
                        .toDouble());
    }

    /** The root and the power of e of the exact number, not of the double nearest to it; references by mpmath. */
    @Test
    void rootsAndPowersAreRoundedOnce() {
        assertEquals(0.5773502691896257, Rational.of(1).dividedBy(3).root());
        assertEquals(1.5, Rational.of(9).dividedBy(4).root());
        assertEquals(1e-160, Rational.decimal("1e-320").root());
        assertEquals(0, Rational.of(0).root());
        // The root is the middle between two doubles, or hardly beside it.
        Rational middle = Rational.of(1).plus(0x1p-53).squared();
        assertEquals(1, middle.root());
        assertEquals(1 + 0x1p-52, middle.plus(0x1p-400).root());
        assertEquals(1, middle.minus(0x1p-400).root());
        assertEquals(1 + 0x1p-51, Rational.of(1).plus(0x1.8p-52).squared().root());
        assertEquals(
                1 + 0x1p-52,
                Rational.of(1).plus(0x1.8p-52).squared().minus(0x1p-400).root());
        assertEquals(Double.NaN, Rational.of(-1).root());
        assertEquals(1.3956124250860895, Rational.of(1).dividedBy(3).exp());
        assertEquals(1.4154748575087671e+304, Rational.of(2101).dividedBy(3).exp());
        assertEquals(Double.POSITIVE_INFINITY, Rational.decimal("1e400").exp());
        assertEquals(0, Rational.decimal("-1e400").exp());
        assertEquals(
                Double.POSITIVE_INFINITY,
                Rational.of(1).constant(Double.POSITIVE_INFINITY).toDouble());
        assertEquals(
                Double.NEGATIVE_INFINITY,
                Rational.of(1).constant(Double.NEGATIVE_INFINITY).toDouble());
        assertFalse(Rational.of(1).constant(Double.POSITIVE_INFINITY).isFinite());
        assertTrue(Rational.of(1).isFinite());
    }

    @Test
    void sumsOfFractionsAreExact() {
        assertEquals(Rational.of(0), new RationalSum().value());
        for (int n = 1; n <= 60; n++) {
            RationalSum sum = new RationalSum();
            Rational expected = Rational.of(0);
            for (int i = 1; i <= n; i++) {
                Rational part = Rational.of(1).dividedBy(i % 17 + 1).times(i % 2 == 0 ? -1 : 1);
                sum.add(part);
                expected = expected.plus(part);
            }
            assertEquals(expected, sum.value());
        }
    }

    @Test
    void orderAndSign() {
        for (int i = 0; i < 2_000; i++) {
            double x = anyFinite();
            double y = anyFinite();
            assertEquals(Double.compare(x, y), Rational.of(x).compareTo(Rational.of(y)));
            assertEquals(new BigDecimal(x).signum(), Rational.of(x).signum());
        }
        assertEquals(Rational.of(3), Rational.of(3).max(Rational.of(2)));
        assertEquals(Rational.of(6).dividedBy(4).hashCode(), Rational.of(1.5).hashCode());
    }

    @Test
    void whatIsNoFractionIsRefused() {
        assertThrows(ArithmeticException.class, () -> Rational.of(Double.NaN));
        assertThrows(ArithmeticException.class, () -> Rational.decimal(Double.NEGATIVE_INFINITY));
        assertThrows(ArithmeticException.class, () -> Rational.of(1).dividedBy(0));
    }
}

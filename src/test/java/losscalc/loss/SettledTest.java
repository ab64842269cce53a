package losscalc.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import losscalc.num.DoubleDouble;
import org.junit.jupiter.api.Test;

/**
 * When a result in double-double is believed. Its error is taken to be 2^-90 of the greatest of its terms; the middle between
 * two doubles is at 1 + 2^-53, and at 1 - 2^-54.
 */
class SettledTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final DoubleDouble SURE = DoubleDouble.of(1);
    /** One fourth of the error below the middle. */
    private static final DoubleDouble DOUBTFUL = new DoubleDouble(1, 0x1p-53 - 0x1p-92);

    private static boolean isDecided(double hi, double lo, double size) {
        return Settled.isDecided(new DoubleDouble(hi, lo), size);
    }

    @Test
    void aResultIsDecidedWhereItIsFartherFromTheMiddleThanItsError() {
        assertTrue(isDecided(1, 0, 0));
        assertTrue(isDecided(1, 0x1p-53 - 0x1p-88, 0));
        assertFalse(isDecided(1, 0x1p-53 - 0x1p-92, 0));
        assertTrue(isDecided(1, -0x1p-54 + 0x1p-88, 0));
        assertFalse(isDecided(1, -0x1p-54 + 0x1p-92, 0));
        assertTrue(isDecided(-1, -0x1p-53 + 0x1p-88, 0));
        assertFalse(isDecided(-1, -0x1p-53 + 0x1p-92, 0));
    }

    @Test
    void theErrorGrowsWithTheResultAndWithItsTerms() {
        assertTrue(isDecided(64, 0x1p-47 - 0x1p-82, 0));
        assertFalse(isDecided(64, 0x1p-47 - 0x1p-86, 0));
        assertTrue(isDecided(1, 0x1p-53 - 0x1p-80, 64));
        assertFalse(isDecided(1, 0x1p-53 - 0x1p-86, 64));
    }

    @Test
    void aZeroMayBeAnything() {
        assertFalse(isDecided(0, 0, 0));
        assertFalse(isDecided(0, 0, 1));
    }

    @Test
    void aDerivativeIsNearWhereItsErrorIsSmallBesideItsRounding() {
        assertTrue(Settled.isNear(SURE, 1));
        assertTrue(Settled.isNear(DoubleDouble.of(-0x1p-29), 1));
        assertFalse(Settled.isNear(DoubleDouble.of(0x1p-31), 1));
        assertFalse(Settled.isNear(DoubleDouble.of(0x1p-29), 8));
        assertFalse(Settled.isNear(DoubleDouble.ZERO, 0));
    }

    @Test
    void aPairIsSettled() {
        assertTrue(Settled.by(3, 2, SURE, 0));
        assertFalse(Settled.by(3, 2, DOUBTFUL, 0));
        for (double outside : new double[] {1e-300, -1e300}) {
            assertFalse(Settled.by(outside, 2, SURE, 0));
            assertFalse(Settled.by(3, outside, SURE, 0));
            assertFalse(Settled.by(3, 2, DoubleDouble.of(outside), 0));
        }
        for (double infinite : new double[] {INF, -INF, Double.NaN}) {
            assertTrue(Settled.by(infinite, 2, DOUBTFUL, 0));
            assertTrue(Settled.by(3, infinite, DOUBTFUL, 0));
        }
        assertFalse(Settled.by(3, 2, DoubleDouble.of(INF), 0), "an overflow");
    }

    @Test
    void aRowIsSettledWhereEachResultIs() {
        assertTrue(Settled.by(row(3, 2, 1), 0, SURE, SURE));
        assertFalse(Settled.by(row(3, 2, 1), 0, DOUBTFUL, SURE));
        assertFalse(Settled.by(row(3, 2, 1), 0, SURE, DOUBTFUL));
        assertFalse(Settled.by(row(3, 2, 1), 0x1p40, new DoubleDouble(1, 0x1p-53 - 0x1p-60)));
        assertFalse(Settled.by(row(3, 2, 1), 0, SURE, DoubleDouble.of(1e300)));
        assertFalse(Settled.by(row(3, 2, 1), 0, DoubleDouble.of(1e-300), SURE));
        for (int k = 0; k < 3; k++) {
            double[] numbers = {3, 2, 1};
            numbers[k] = 1e-300;
            assertFalse(Settled.by(row(numbers), 0, SURE));
            numbers[k] = INF;
            assertTrue(Settled.by(row(numbers), 0, DOUBTFUL));
        }
    }

    @Test
    void theSizeIsThatOfTheGreatestNumberAndNoLessThanOne() {
        assertEquals(1, Settled.size(0.5, -0.25));
        assertEquals(8, Settled.size(-8, 3));
        assertEquals(9, Settled.size(8, -9));
        assertEquals(1, row(0.5, -0.25, 0).size());
        assertEquals(8, row(-8, 3, 2).size());
        assertEquals(9, row(8, -9, 2).size());
        assertEquals(10, row(8, 9, 10).size());
    }

    @Test
    void theMiddleOfTheRange() {
        for (double x : new double[] {0, 1, 0x1p199, 0x1p-199}) {
            assertTrue(Range.isMiddling(x) && Range.isMiddling(-x), () -> "" + x);
        }
        for (double x : new double[] {0x1p200, 0x1p-200, Double.MIN_VALUE, Double.MAX_VALUE, INF, Double.NaN}) {
            assertFalse(Range.isMiddling(x) || Range.isMiddling(-x), () -> "" + x);
        }
    }

    /** A row of a target, a prediction and a further column. */
    private static Row row(double... numbers) {
        Block block = new Block(new Layout(1, 1, 1, false, false, false));
        block.target(0)[0] = numbers[0];
        block.prediction(0)[0] = numbers[1];
        block.extra(0)[0] = numbers[2];
        block.commit("file", 2, 1);
        Row row = new Row(block.layout());
        row.take(block, 0);
        return row;
    }
}

package losscalc.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalWriterTest {
    private static void assertWrites(String expected, double x) {
        assertEquals(expected, DecimalWriter.toString(x));
        if (x > 0) {
            assertEquals('-' + expected, DecimalWriter.toString(-x));
        }
    }

    @Test
    void form() {
        assertWrites("0", 0);
        assertWrites("-0", -0.0);
        assertWrites("NaN", Double.NaN);
        assertWrites("NaN", Double.longBitsToDouble(-1));
        assertWrites("Infinity", Double.POSITIVE_INFINITY);
        assertWrites("0.239", 0.239);
        assertWrites("1", 1);
        assertWrites("12", 12);
        assertWrites("12.5", 12.5);
        assertWrites("100000", 100000);
        assertWrites("0.00001", 1e-5);
        assertWrites("9.999e-6", 9.999e-6);
        assertWrites("0.000012345678901234568", 0.000012345678901234568);
        assertWrites("99999999999999980", Math.nextDown(1e17));
        assertWrites("1e17", 1e17);
        assertWrites("1.5e-7", 1.5e-7);
        assertWrites("1e300", 1e300);
        assertWrites("2e23", 2e23);
        assertWrites("5e-324", 5e-324);
        assertWrites("1.7976931348623157e308", Double.MAX_VALUE);
        assertWrites("2.2250738585072014e-308", Double.MIN_NORMAL);
        assertWrites("0.30000000000000004", 0.1 + 0.2);
        assertWrites("9007199254740992", 0x1p53);
    }

    @Test
    void everyPowerOfTwoAndTenAndTheirNeighbours() {
        for (int e = -1074; e <= 1023; e++) {
            checkShortest(Math.scalb(1.0, e));
            checkShortest(Math.nextDown(Math.scalb(1.0, e)));
            checkShortest(Math.nextUp(Math.scalb(1.0, e)));
        }
        for (int e = -323; e <= 308; e++) {
            double power = Double.parseDouble("1e" + e);
            checkShortest(power);
            checkShortest(Math.nextUp(power));
            checkShortest(Math.nextDown(power));
        }
        for (int i = 1; i < 3000; i++) {
            checkShortest(i * Double.MIN_VALUE);
            checkShortest(i);
            checkShortest(i / 1000.0);
        }
    }

    @Test
    void randomNumbersAreShortest() {
        Random random = new Random(21);
        for (int i = 0; i < 30_000; i++) {
            double x = Math.abs(Double.longBitsToDouble(random.nextLong()));
            if (x > 0 && x <= Double.MAX_VALUE) {
                checkShortest(x);
            }
            checkShortest(random.nextDouble());
        }
    }

    /** Brute force: no shorter decimal reads back, and none of the same length is nearer. */
    private static void checkShortest(double x) {
        String text = DecimalWriter.toString(x);
        if (x == 0) {
            return;
        }
        BigDecimal written = new BigDecimal(text).stripTrailingZeros();
        assertEquals(x, Double.parseDouble(text));
        BigDecimal exact = new BigDecimal(x);
        if (written.precision() > 1) {
            MathContext shorter = new MathContext(written.precision() - 1, RoundingMode.DOWN);
            BigDecimal down = exact.round(shorter);
            BigDecimal up = down.add(down.ulp());
            assertTrue(down.doubleValue() != x && up.doubleValue() != x, text);
        }
        BigDecimal error = written.subtract(exact).abs();
        for (int step = -1; step <= 1; step += 2) {
            BigDecimal other = written.add(written.ulp().multiply(BigDecimal.valueOf(step)));
            int nearer = other.subtract(exact).abs().compareTo(error);
            boolean even = !written.unscaledValue().testBit(0);
            assertTrue(other.doubleValue() != x || nearer > 0 || nearer == 0 && even, text);
        }
    }

    @Test
    void readsBackToTheSameBits() {
        Random random = new Random(22);
        byte[] text = new byte[DecimalWriter.MAX_LENGTH + 2];
        boolean reference = Runtime.version().feature() >= 19;
        for (int i = 0; i < 1_500_000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            if (!Double.isFinite(x)) {
                continue;
            }
            int end = DecimalWriter.write(x, text, 2);
            double back = DecimalReader.parse(text, 2, end, '.');
            assertEquals(Double.doubleToRawLongBits(x), Double.doubleToRawLongBits(back));
            if (reference && i % 8 == 0 && Math.abs(x) > 1e-300) {
                BigDecimal theirs = new BigDecimal(Double.toString(x));
                assertEquals(0, theirs.compareTo(new BigDecimal(DecimalWriter.toString(x))));
            }
        }
    }

    @Test
    void roundsToSignificantDigits() {
        assertEquals("0.223144", DecimalWriter.round(0.22314355131420976, 6));
        assertEquals("2.25", DecimalWriter.round(2.25, 6));
        assertEquals("1e-9", DecimalWriter.round(1e-9, 6));
        assertEquals("0.3", DecimalWriter.round(0.1 + 0.2, 6));
        assertEquals("2.2", DecimalWriter.round(2.25, 2));
        assertEquals("2.4", DecimalWriter.round(2.35, 2));
        assertEquals("0.12", DecimalWriter.round(0.125, 2));
        assertEquals("-2", DecimalWriter.round(-2.5, 1));
        assertEquals("123456789", DecimalWriter.round(123456789.2, 6));
        assertEquals("1000000", DecimalWriter.round(999999.5, 6));
        assertEquals("1", DecimalWriter.round(0.9999999, 6));
        assertEquals("0.00001", DecimalWriter.round(0.99999999e-5, 6));
        assertEquals("1.23457e20", DecimalWriter.round(123456789012345678901.0, 6));
        assertEquals("4.94066e-324", DecimalWriter.round(5e-324, 6));
        assertEquals("0.10000000000000001", DecimalWriter.round(0.1, 17));
        assertEquals("1.7976931348623157e308", DecimalWriter.round(Double.MAX_VALUE, 17));
        assertEquals("-0", DecimalWriter.round(-0.0, 6));
        assertEquals("-Infinity", DecimalWriter.round(Double.NEGATIVE_INFINITY, 6));
    }

    @Test
    void roundsHalfToEvenFromTheExactValue() {
        Random random = new Random(23);
        for (int i = 0; i < 200_000; i++) {
            double x =
                    switch (i % 5) {
                        case 0 -> Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
                        case 1 -> random.nextInt(100_000) / 1024.0;
                        case 2 -> random.nextInt(1 << 20) * 1e-4;
                        case 3 -> Double.longBitsToDouble(random.nextLong() >>> 12 + random.nextInt(50));
                        default -> Math.pow(10, random.nextInt(40) - 20) * (1 - (random.nextInt(5) - 2) * 0x1p-53);
                    };
            if (!(x > 0 && x <= Double.MAX_VALUE)) {
                continue;
            }
            int digits = 1 + random.nextInt(17);
            BigDecimal exact = new BigDecimal(x);
            int whole = exact.precision() - exact.scale();
            int wanted = whole <= 17 ? Math.max(whole, digits) : digits;
            BigDecimal expected = exact.round(new MathContext(wanted, RoundingMode.HALF_EVEN));
            assertEquals(0, expected.compareTo(new BigDecimal(DecimalWriter.round(x, digits))));
        }
    }
}

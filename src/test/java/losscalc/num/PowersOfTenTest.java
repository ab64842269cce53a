package losscalc.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class PowersOfTenTest {
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    /** The largest p such that {@code 2^p <= n/d}. */
    private static int floorLog2(BigInteger n, BigInteger d) {
        int p = n.bitLength() - d.bitLength();
        boolean fits = p >= 0 ? d.shiftLeft(p).compareTo(n) <= 0 : d.compareTo(n.shiftLeft(-p)) <= 0;
        return fits ? p : p - 1;
    }

    private static BigInteger ten(int k) {
        return BigInteger.TEN.pow(Math.max(0, k));
    }

    @Test
    void theTableIsTheTruncatedPowers() {
        for (int q = PowersOfTen.MIN; q <= PowersOfTen.MAX; q++) {
            BigInteger n = FIVE.pow(Math.max(0, q));
            BigInteger d = FIVE.pow(Math.max(0, -q));
            int p = floorLog2(n, d);
            BigInteger[] parts =
                    n.shiftLeft(Math.max(0, 127 - p)).divideAndRemainder(d.shiftLeft(Math.max(0, p - 127)));
            BigInteger actual = new BigInteger(Long.toUnsignedString(PowersOfTen.high(q)))
                    .shiftLeft(64)
                    .or(new BigInteger(Long.toUnsignedString(PowersOfTen.low(q))));
            assertEquals(parts[0], actual, "10^" + q);
            assertEquals(0 <= q && q <= PowersOfTen.MAX_EXACT, parts[1].signum() == 0, "10^" + q);
            // The writer takes the next higher integer and does not carry into the upper half.
            assertTrue(PowersOfTen.low(q) != -1);
        }
    }

    @Test
    void logarithms() {
        for (int q = -400; q <= 400; q++) {
            assertEquals(floorLog2(ten(q), ten(-q)), PowersOfTen.floorLog2(q));
        }
        for (int e = -1100; e <= 1100; e++) {
            BigInteger n = BigInteger.ONE.shiftLeft(Math.max(0, e));
            BigInteger d = BigInteger.ONE.shiftLeft(Math.max(0, -e));
            assertIsFloorLog10(n, d, PowersOfTen.floorLog10(e));
            assertIsFloorLog10(
                    n.multiply(BigInteger.valueOf(3)), d.shiftLeft(2), PowersOfTen.floorLog10ThreeQuarters(e));
        }
    }

    private static void assertIsFloorLog10(BigInteger n, BigInteger d, int k) {
        assertTrue(ten(k).multiply(d).compareTo(ten(-k).multiply(n)) <= 0);
        assertTrue(ten(k + 1).multiply(d).compareTo(ten(-k - 1).multiply(n)) > 0);
    }
}

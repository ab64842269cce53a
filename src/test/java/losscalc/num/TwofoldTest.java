package losscalc.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What it says is the nearest double to the exact number, and it says so nearly always; else it says nothing. */
class TwofoldTest {
    private static final int N = 5_000;

    private final SplittableRandom random = new SplittableRandom(11);
    private int unknown;

    /** A difference of two doubles, and what is lost in its rounding. */
    private record Difference(double r, double dr) {
        BigDecimal exact() {
            return new BigDecimal(r).add(new BigDecimal(dr));
        }
    }

    private Difference difference(int exponents) {
        double a = number(exponents);
        double b = random.nextInt(4) == 0 ? a * (1 + random.nextInt(9) * 0x1p-52) : number(exponents);
        return new Difference(a - b, Twofold.lost(a, -b, a - b));
    }

    private double number(int exponents) {
        return Math.scalb(random.nextDouble() * 2 - 1, random.nextInt(2 * exponents + 1) - exponents);
    }

    @Test
    void whatIsLostInASumIsTheRest() {
        for (int i = 0; i < N; i++) {
            double a = number(40);
            double b = number(40);
            BigDecimal exact = new BigDecimal(a).add(new BigDecimal(b));
            assertEquals(0, new BigDecimal(Twofold.lost(a, b, a + b)).compareTo(exact.subtract(new BigDecimal(a + b))));
            assertEquals(exact.compareTo(new BigDecimal(a + b)) == 0 ? a + b : Double.NaN, Twofold.exact(a, b));
            assertEquals(a, Twofold.exact(a, 0));
        }
        assertTrue(Double.isNaN(Twofold.lost(Double.MAX_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY)));
    }

    @Test
    void squaresAndProductsAreRoundedOnce() {
        for (int i = 0; i < N; i++) {
            Difference x = difference(20);
            Difference w = difference(20);
            double d = 0.1 + random.nextDouble();
            check(x, w, d);
        }
        // Few are not known, most of them middles between two doubles.
        assertTrue(unknown < N / 10, () -> unknown + " of " + 4 * N + " not known");
    }

    private void check(Difference x, Difference w, double d) {
        BigDecimal square = x.exact().multiply(x.exact());
        one(square, BigDecimal.ONE, Twofold.squared(x.r, x.dr));
        one(square.multiply(w.exact()), BigDecimal.ONE, Twofold.squared(w.r, w.dr, x.r, x.dr));
        one(x.exact().multiply(w.exact()), BigDecimal.ONE, Twofold.product(w.r, w.dr, x.r, x.dr));
        one(square, new BigDecimal(d), Twofold.squaredOver(x.r, x.dr, d));
    }

    private void one(BigDecimal numerator, BigDecimal denominator, double got) {
        if (Double.isNaN(got)) {
            unknown++;
        } else {
            Truth.assertNearest(numerator, denominator, got);
        }
    }

    /** Where products lose bits, or overflow, and where the parts are far apart, nothing wrong is said. */
    @Test
    void nearTheEndsOfTheRangeNothingWrongIsSaid() {
        for (int i = 0; i < N / 10; i++) {
            double r = number(1000);
            double dr = Math.ulp(r) * (random.nextDouble() - 0.5) * (random.nextBoolean() ? 1 : 0x1p-60);
            double w = number(60);
            double dw = Math.ulp(w) * (random.nextDouble() - 0.5);
            check(new Difference(r, dr), new Difference(w, dw), 0.1 + random.nextDouble());
        }
    }

    /** Products that are doubles, or in the middle between two: known although every bound of an error says no. */
    @Test
    void exactProductsAreKnown() {
        double odd = 1 + 0x1p-52;
        assertEquals(1 + 0x1p-51, Twofold.product(1, 0, odd, 0x1p-53));
        assertEquals(1, Twofold.product(1, 0, 1, 0x1p-53));
        assertEquals(-0.5, Twofold.product(-0.5, 0, 1, -0x1p-54));
        assertEquals(odd, Twofold.product(odd, 0, 1, 0));
        assertEquals(3.0, Twofold.product(1.5, 0, 2, 0));
        assertTrue(Double.isNaN(Twofold.product(1, 0x1p-53, 1, 0)));
    }

    @Test
    void zeroTimesAnythingIsZero() {
        assertEquals(0, Twofold.squared(0, 0));
        assertEquals(0, Twofold.squared(0.3, 0, 0, 0));
        assertEquals(0, Twofold.product(0.3, 0, 0, 0));
        assertEquals(0, Twofold.squaredOver(0, 0, 3));
    }
}

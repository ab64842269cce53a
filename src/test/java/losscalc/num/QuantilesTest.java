package losscalc.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    private static final String[] LEVELS = {"0", "0.1", "0.25", "0.5", "0.9", "0.95", "0.999", "1", "1e-3"};

    private static double quantile(String level, double... x) {
        try (Quantiles quantiles = new Quantiles()) {
            quantiles.addAll(x, x.length);
            return quantiles.quantile(new BigDecimal(level));
        }
    }

    private static void check(double[] x, int cap, int parts) {
        try (Quantiles all = new Quantiles(cap)) {
            int from = 0;
            for (int i = 1; i <= parts; i++) {
                int to = (int) ((long) x.length * i / parts);
                try (Quantiles part = new Quantiles(cap)) {
                    part.addAll(Arrays.copyOfRange(x, from, to), to - from);
                    all.merge(part);
                }
                from = to;
            }
            assertEquals(x.length, all.count());
            double[] sorted = x.clone();
            Arrays.sort(sorted);
            for (String level : LEVELS) {
                BigDecimal h = new BigDecimal(level).multiply(BigDecimal.valueOf(x.length - 1));
                int k = h.intValue();
                BigDecimal below = new BigDecimal(sorted[k]);
                BigDecimal above = new BigDecimal(sorted[Math.min(k + 1, x.length - 1)]);
                BigDecimal part = h.subtract(BigDecimal.valueOf(k));
                BigDecimal exact = below.add(above.subtract(below).multiply(part));
                Truth.assertNearest(exact, BigDecimal.ONE, all.quantile(new BigDecimal(level)));
            }
        }
    }

    @Test
    void inMemoryAndInAFileTheSame() {
        Random random = new Random(3);
        double[] x = new double[200_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextGaussian();
        }
        check(x, 1 << 23, 1);
        check(x, 1000, 1);
        check(x, 1000, 3);
        check(x, 70_000, 2);
        check(Arrays.copyOf(x, 11), 1 << 23, 2);
        check(Arrays.copyOf(x, 17), 16, 1);
    }

    @Test
    void manyEqualValues() {
        Random random = new Random(4);
        double[] x = new double[300_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextInt(3) - 1;
        }
        check(x, 1 << 23, 1);
        check(x, 5000, 2);
    }

    @Test
    void everySizeOfNumbers() {
        Random random = new Random(5);
        double[] x = new double[150_000];
        for (int i = 0; i < x.length; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            x[i] = Double.isFinite(any) ? any : 1;
        }
        check(x, 1 << 23, 1);
        check(x, 5000, 1);
    }

    @Test
    void interpolatesExactly() {
        assertEquals(2.5, quantile("0.5", 4, 1, 2, 3));
        assertEquals(0.3, quantile("0.1", 0, 3));
        assertEquals(Double.MAX_VALUE, quantile("0.5", Double.MAX_VALUE, Double.MAX_VALUE));
        assertEquals(0, quantile("0.5", -Double.MAX_VALUE, Double.MAX_VALUE));
    }

    @Test
    void zerosInfinitiesAndNothing() {
        double inf = Double.POSITIVE_INFINITY;
        assertEquals(-0.0, quantile("0", 0.0, -0.0));
        assertEquals(0.0, quantile("0.5", 0.0, -0.0));
        assertEquals(inf, quantile("0.5", 1, inf));
        assertEquals(-inf, quantile("0.5", -inf, 1));
        assertEquals(1, quantile("0.5", -inf, 1, inf));
        assertEquals(Double.NaN, quantile("0.5", -inf, inf));
        assertEquals(Double.NaN, quantile("0", 1, Double.NaN));
        assertEquals(Double.NaN, quantile("0.5"));
        assertThrows(IllegalArgumentException.class, () -> quantile("1.1", 1));
        assertThrows(IllegalArgumentException.class, () -> quantile("-1", 1));
        assertThrows(IllegalArgumentException.class, () -> quantile("1e-401", 1));
    }
}

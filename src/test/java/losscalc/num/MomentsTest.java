package losscalc.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against scripts/oracle/moments.py. */
class MomentsTest {
    /** Their columns in the oracle: sum, mean, root of the mean, standard deviation and error; the variance is left out. */
    private static final int[] FIGURES = {3, 4, 5, 7, 8};

    private static List<String> oracle() throws IOException {
        try (InputStream in = MomentsTest.class.getResourceAsStream("/oracle/moments.csv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
            return lines.subList(1, lines.size());
        }
    }

    private static double number(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    private static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" ")).mapToDouble(MomentsTest::number).toArray();
    }

    private static double[] figures(Moments m) {
        return new double[] {m.sum(), m.mean(), m.rootMean(), m.standardDeviation(), m.standardError()};
    }

    @Test
    void equalsTheExactFigures() throws IOException {
        List<String> lines = oracle();
        assertFalse(lines.isEmpty());
        for (String line : lines) {
            String[] cells = line.split(",");
            double[] x = numbers(cells[1]);
            double[] w = numbers(cells[2]);
            double[] expected = new double[FIGURES.length];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = number(cells[FIGURES[i]]) + 0.0;
            }
            for (int split = 0; split <= x.length; split++) {
                Moments one = new Moments();
                Moments other = new Moments();
                for (int i = 0; i < x.length; i++) {
                    (i < split ? one : other).add(x[i], w[i]);
                }
                one.merge(other);
                assertEquals(Arrays.toString(expected), Arrays.toString(figures(one)), cells[0] + " split at " + split);
            }
        }
    }

    @Test
    void unitWeightsMixWithOthers() {
        Moments mixed = new Moments();
        Moments explicit = new Moments();
        for (double x : new double[] {0.1, 0.7, -3, 5}) {
            if (x != 5) {
                mixed.add(x);
            }
            explicit.add(x, x == 5 ? 2.5 : 1);
        }
        mixed.add(5, 2.5);
        mixed.add(1e-3);
        explicit.add(1e-3, 1);
        assertEquals(Arrays.toString(figures(explicit)), Arrays.toString(figures(mixed)));
    }

    /** References by mpmath. */
    @Test
    void powersOfEAreThoseOfTheExactMean() {
        Moments m = new Moments();
        assertEquals(Double.NaN, m.expMean());
        m.add(50.41);
        m.add(53.29);
        assertEquals(3.2973791439649644e22, m.expMean());
        Moments weighted = new Moments();
        weighted.add(50.41, 2);
        weighted.add(53.29, 0.5);
        assertEquals(1.389755669190318e22, weighted.expMean());
        m.add(Double.NEGATIVE_INFINITY);
        assertEquals(0, m.expMean());
    }

    @Test
    void fewOrBoundlessValues() {
        Moments m = new Moments();
        assertEquals(
                Arrays.toString(new double[] {0, Double.NaN, Double.NaN, Double.NaN, Double.NaN}),
                Arrays.toString(figures(m)));
        m.add(4);
        assertEquals(2, m.rootMean());
        assertEquals(Double.NaN, m.standardDeviation());
        m.add(4);
        assertEquals(0, m.standardDeviation());
        m.add(Double.POSITIVE_INFINITY);
        assertEquals(Double.POSITIVE_INFINITY, m.mean());
        assertEquals(Double.POSITIVE_INFINITY, m.rootMean());
        assertEquals(Double.NaN, m.standardError());
    }
}

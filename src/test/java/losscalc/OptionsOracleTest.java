package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Losses under the options of the formula, their derivatives and the value of all rows, to the last bit: what
 * {@code scripts/oracle/options.py} computed with thousands of bits and rounded once.
 */
class OptionsOracleTest {
    private static final Path FILE = LossOracle.FOLDER.resolve("options.csv");

    static List<String> runs() throws IOException {
        List<String> lines = Files.readAllLines(FILE, StandardCharsets.US_ASCII);
        return lines.subList(1, lines.size());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyNumberIsTheExactOneRoundedOnce(String line) {
        String[] cells = line.split("\t", -1);
        String data = cells[2].replace(' ', ',').replace('|', '\n') + "\n";
        String[] answers = cells[3].split("\\|");
        String[] got =
                run(cells, data, "--gradient", "--hessian", "--format", "csv").split("\n");
        assertEquals(answers.length, got.length - 1, line);
        for (int i = 0; i < answers.length; i++) {
            double[] expected = LossOracle.numbers(answers[i]);
            String[] all = got[i + 1].split(",");
            double[] found = numbers(Arrays.copyOfRange(all, all.length - expected.length, all.length));
            for (int k = 0; k < expected.length; k++) {
                assertSame(expected[k], found[k], "row " + (i + 1) + ", number " + (k + 1) + ": " + line);
            }
        }
        double value = LossOracle.numbers(cells[4])[0];
        assertSame(value, Double.parseDouble(run(cells, data, "-q")), "value: " + line);
    }

    private static void assertSame(double expected, double found, String what) {
        assertTrue(Double.isNaN(expected) || expected == found, () -> found + " should be " + expected + ", " + what);
    }

    private static double[] numbers(String[] cells) {
        double[] numbers = new double[cells.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(cells[i]);
        }
        return numbers;
    }

    private static String run(String[] cells, String data, String... more) {
        List<String> args = new ArrayList<>(List.of(cells[0]));
        args.addAll(Arrays.asList(cells[1].split(" ")));
        args.addAll(Arrays.asList(more));
        args.add("-");
        return ConventionOracleTest.run(args, data);
    }
}

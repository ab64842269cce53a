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
 * {@code scripts/oracle/options.py}, of sets of rows {@code sets.py}, and of decimals {@code decimals.py}, computed with
 * thousands of bits or in fractions and rounded once.
 *
 * <p>{@code -Dlosscalc.runs=FILE} compares other runs that these have drawn, {@code -Dlosscalc.figures=FILE} others of
 * {@code figures.py}.
 */
class OptionsOracleTest {
    private static final String OTHER = System.getProperty("losscalc.runs");
    private static final List<Path> FILES = OTHER != null
            ? List.of(Path.of(OTHER))
            : List.of(
                    LossOracle.FOLDER.resolve("options.csv"),
                    LossOracle.FOLDER.resolve("sets.csv"),
                    LossOracle.FOLDER.resolve("decimals.csv"));

    static List<String> runs() throws IOException {
        return lines(FILES);
    }

    static List<String> figures() throws IOException {
        Path file = LossOracle.FOLDER.resolve("figures.csv");
        return lines(List.of(Path.of(System.getProperty("losscalc.figures", file.toString()))));
    }

    private static List<String> lines(List<Path> files) throws IOException {
        List<String> runs = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            runs.addAll(lines.subList(1, lines.size()));
        }
        return runs;
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyNumberIsTheExactOneRoundedOnce(String line) {
        String[] cells = line.split("\t", -1);
        String data = data(cells);
        if (!cells[3].isEmpty()) {
            assertSameRows(line, cells, data);
        }
        double value = LossOracle.numbers(cells[4])[0];
        assertSame(value, Double.parseDouble(run(cells, data, "-q")), "value: " + line);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void everyFigureIsTheExactOneRoundedOnce(String line) {
        String[] cells = line.split("\t", -1);
        String[] got =
                run(cells, data(cells), "--show", "summary", "--format", "csv").split("\n");
        List<String> names = List.of(got[0].split(","));
        for (String figure : cells[4].split(" ")) {
            String name = figure.substring(0, figure.indexOf('='));
            double expected = Double.parseDouble(figure.substring(name.length() + 1));
            assertSame(expected, Double.parseDouble(got[1].split(",")[names.indexOf(name)]), name + ": " + line);
        }
    }

    private static String data(String[] cells) {
        return cells[2].replace(' ', ',').replace('|', '\n') + "\n";
    }

    private static void assertSameRows(String line, String[] cells, String data) {
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

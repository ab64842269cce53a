package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import losscalc.cli.App;
import losscalc.cli.Streams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Under a convention, the value is the library's own: {@code scripts/oracle/conventions.py} asked the libraries. */
class ConventionOracleTest {
    private static final Path ORACLE = Path.of("src/test/resources/oracle/conventions");

    /** The libraries sum and round in float64; the cosine losses of torch also add 1e-12 to each squared length. */
    private static final double TOLERANCE = 5e-12;

    static Stream<List<String>> rows() throws IOException {
        return Stream.concat(rows("torch"), rows("sklearn"));
    }

    static Stream<List<String>> exactRows() throws IOException {
        return rows("exact");
    }

    static Stream<List<String>> documentedRows() throws IOException {
        return rows("documented");
    }

    private static Stream<List<String>> rows(String name) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(ORACLE.resolve(name + ".csv"));
        for (String line : lines.subList(1, lines.size())) {
            rows.add(cells(line));
        }
        return rows.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theValueIsThatOfTheLibrary(List<String> row) {
        double expected = Double.parseDouble(row.get(3));
        assertEquals(expected, value(row), Math.abs(expected) * TOLERANCE, row::toString);
    }

    /** Values that are printed with few digits: all of them hold. */
    @ParameterizedTest
    @MethodSource("documentedRows")
    void theValueIsTheDocumentedOne(List<String> row) {
        BigDecimal expected = new BigDecimal(row.get(3));
        double half = expected.signum() == 0 ? 0 : expected.ulp().doubleValue() * 0.5000001;
        assertEquals(expected.doubleValue(), value(row), half, row::toString);
    }

    @ParameterizedTest
    @MethodSource("exactRows")
    void theValueUnderOptionsIsTheExactOneRoundedOnce(List<String> row) {
        assertEquals(Double.parseDouble(row.get(3)), value(row), row::toString);
    }

    private static double value(List<String> row) {
        List<String> args = new ArrayList<>(List.of(row.get(0)));
        args.addAll(Arrays.asList(row.get(1).split(" ")));
        args.addAll(List.of("-q", "-"));
        return Double.parseDouble(run(args, row.get(2).replace('|', '\n').replace(' ', ',') + "\n"));
    }

    static String run(List<String> args, String data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(new ByteArrayInputStream(data.getBytes(StandardCharsets.UTF_8)), out, err, false);
        int code = App.run(args.toArray(new String[0]), streams);
        assertEquals(0, code, () -> String.join(" ", args) + "\n" + err);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The cells of a line; those with a comma stand in quotes. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}

package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import losscalc.cli.App;
import losscalc.cli.Streams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Mean, sum, spread and quantiles, weighted and by groups, have the bits that exact fractions give, in whatever order the
 * rows come, into however many files they are split, and however many threads read them.
 */
@Isolated("sets a system property")
class AggregatesTest {
    private static final String LANE = "losscalc.lane";
    private static final Path FOLDER = Path.of("src/test/resources/oracle/aggregates");

    @TempDir
    private Path folder;

    @AfterEach
    void usualLane() {
        System.clearProperty(LANE);
    }

    @TestFactory
    List<DynamicTest> agreesWithFractions() throws IOException {
        Map<String, List<String[]>> figures = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(FOLDER.resolve("expected.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            String name = cells[0] + ", " + cells[1] + (cells[2].equals("yes") ? ", weighted" : "");
            figures.computeIfAbsent(cells[3].equals("root") ? name + ", root" : name, key -> new ArrayList<>())
                    .add(cells);
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<String, List<String[]>> entry : figures.entrySet()) {
            tests.add(DynamicTest.dynamicTest(entry.getKey(), () -> agrees(entry.getValue())));
        }
        return tests;
    }

    private void agrees(List<String[]> figures) throws IOException {
        String[] cells = figures.get(0);
        Path file = FOLDER.resolve(cells[0] + ".csv");
        List<String> rows = new ArrayList<>(Files.readAllLines(file));
        String header = rows.remove(0);
        String[] command = command(cells);
        check(figures, run(command, file));
        check(figures, run(with(command, "--threads", "1"), file));
        for (String lane : new String[] {"readable", "64", "4096"}) {
            System.setProperty(LANE, lane);
            check(figures, run(with(command, "--threads", "7"), file));
        }
        System.clearProperty(LANE);
        Collections.shuffle(rows, new Random(1));
        check(figures, run(command, part(header, rows, "shuffled.csv")));
        check(
                figures,
                run(
                        command,
                        part(header, rows.subList(0, 1), "1.csv"),
                        part(header, rows.subList(1, 1500), "2.csv"),
                        part(header, rows.subList(1500, rows.size()), "3.csv")));
    }

    private static String[] command(String[] cells) {
        List<String> command = new ArrayList<>(List.of("mse", "-t", "y", "-p", "f", "--format", "json"));
        command.addAll(List.of("--show", "summary", "--arithmetic", cells[1]));
        if (cells[2].equals("yes")) {
            command.addAll(List.of("--weight", "w"));
        }
        if (cells[3].equals("root")) {
            command.addAll(List.of("--reduction", "root"));
        }
        if (cells[1].equals("double") && !cells[2].equals("yes")) {
            command.addAll(List.of("--quantile", "0.5,0.1,0.999"));
        }
        return command.toArray(new String[0]);
    }

    private static String[] with(String[] command, String... more) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(more));
        return words.toArray(new String[0]);
    }

    private Path part(String header, List<String> rows, String name) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
        return file;
    }

    /** What it prints of all rows, and then of each group. */
    private static String[] run(String[] command, Path... files) {
        String[] words = command;
        for (Path file : files) {
            words = with(words, file.toString());
        }
        return new String[] {output(words), output(with(words, "--by", "g"))};
    }

    private static String output(String[] words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(new ByteArrayInputStream(new byte[0]), out, err, false);
        assertEquals(0, App.run(words, streams), () -> err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void check(List<String[]> figures, String[] printed) {
        for (String[] cells : figures) {
            String key = cells[3].equals("root") ? "value" : cells[3];
            List<Double> all = new ArrayList<>();
            for (String number : cells[4].split(";")) {
                all.add(Double.valueOf(number));
            }
            assertEquals(all.subList(0, 1), values(key, printed[0]), key);
            assertEquals(all, values(key, printed[1]), key + " by group");
        }
    }

    private static List<Double> values(String key, String json) {
        List<Double> values = new ArrayList<>();
        Matcher matcher =
                Pattern.compile("\"" + Pattern.quote(key) + "\": ([-+.0-9e]+)").matcher(json);
        while (matcher.find()) {
            values.add(Double.valueOf(matcher.group(1)));
        }
        return values;
    }
}

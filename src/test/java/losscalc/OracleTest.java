package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import losscalc.loss.Card;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.losses.Losses;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every loss, its gradient and its second derivatives against values of more than a thousand digits, rounded once.
 *
 * <p>On ordinary rows, and on hard ones, at least 999 of 1000 numbers have the same bits, and none is off by more than one unit in
 * the last place; on extreme rows none is off by more. But for those that exceptions.txt names with the reason.
 *
 * <p>{@code -Dlosscalc.oracle.report=true} prints what was counted.
 */
class OracleTest {
    private static final String EXCEPTIONS = "exceptions.txt";
    private static final String MISSING = "missing.txt";
    private static final String EXTREME = "extreme";

    /** What was compared of one loss and one set, and how it came out. */
    private static final class Score {
        private final String loss;
        private int rows;
        private int numbers;
        private int equal;
        private double worst;
        private int excepted;
        private final List<String> near = new ArrayList<>();

        Score(String loss) {
            this.loss = loss;
        }
    }

    @Test
    void everyLossHasReferenceValues() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Loss loss : Losses.all()) {
            missing.add(loss.card().name());
        }
        missing.removeAll(LossOracle.files());
        List<String> known = Files.readAllLines(LossOracle.FOLDER.resolve(MISSING), StandardCharsets.US_ASCII);
        assertEquals(known.subList(1, known.size()), missing, "losses without reference values, and " + MISSING);
    }

    @TestFactory
    List<DynamicTest> agreesWithTheReference() throws IOException {
        Map<String, String> exceptions = exceptions();
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : LossOracle.files()) {
            tests.add(DynamicTest.dynamicTest(name, () -> agrees(name, exceptions)));
        }
        return tests;
    }

    private static void agrees(String name, Map<String, String> exceptions) {
        Loss loss = Losses.find(name);
        assertNotNull(loss, () -> "reference values of a loss that does not exist: " + name);
        assertEquals(name, loss.card().name(), "the file bears the canonical name");
        Map<String, Score> scores = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        Map<String, String> unused = new HashMap<>(exceptions);
        for (LossOracle.Sample sample : LossOracle.of(name).samples()) {
            Score score = scores.computeIfAbsent(sample.set(), set -> new Score(name));
            score.rows++;
            String key = name + "," + sample;
            boolean excepted = exceptions.containsKey(key);
            List<String> off = excepted ? new ArrayList<>() : wrong;
            compare(loss, sample, score, off);
            if (excepted && !off.isEmpty()) {
                score.excepted++;
                unused.remove(key);
            }
        }
        unused.keySet().removeIf(key -> !key.startsWith(name + ","));
        report(name, scores);
        assertTrue(wrong.isEmpty(), () -> wrong.size() + " wrong:\n" + String.join("\n", wrong));
        assertTrue(unused.isEmpty(), () -> "right after all, so no exceptions: " + unused.keySet());
        requireSameBits(name, scores);
    }

    /** Ordinary rows, and hard rows: at least 999 of 1000 numbers to the last bit, and of fewer all. */
    private static void requireSameBits(String name, Map<String, Score> scores) {
        for (Map.Entry<String, Score> entry : scores.entrySet()) {
            Score score = entry.getValue();
            String found = name + ", " + entry.getKey() + ": " + score.equal + " of " + score.numbers
                    + " have the same bits\n" + String.join("\n", score.near);
            boolean enough = (score.numbers - score.equal) * 1000L <= score.numbers;
            assertTrue(enough || entry.getKey().equals(EXTREME), found);
        }
    }

    private static void compare(Loss loss, LossOracle.Sample sample, Score score, List<String> off) {
        LossOracle.Computed got = LossOracle.compute(loss, sample);
        compare("loss", sample, sample.loss(), got.loss(), score, off);
        for (int k = 0; k < got.gradient().length; k++) {
            compare("gradient " + k, sample, sample.gradient()[k], got.gradient()[k], score, off);
            compare("hessian " + k, sample, sample.hessian()[k], got.hessian()[k], score, off);
        }
    }

    private static void compare(
            String what, LossOracle.Sample sample, double expected, double got, Score score, List<String> off) {
        if (Double.isNaN(expected)) {
            return;
        }
        score.numbers++;
        if (expected == got) {
            score.equal++;
            return;
        }
        double ulps = units(expected, got);
        if (!(ulps <= 1)) {
            off.add(score.loss + "," + sample + ": " + what + " is " + got + " and should be " + expected);
        } else {
            score.worst = Math.max(score.worst, ulps);
            if (!sample.isExtreme()) {
                score.near.add(sample + ": " + what + " is " + got + " and should be " + expected);
            }
        }
    }

    /** How far off, in units in the last place of what is expected; infinity is one unit beyond the greatest double. */
    private static double units(double expected, double got) {
        if (Double.isInfinite(expected)) {
            return got == Math.copySign(Double.MAX_VALUE, expected) ? 1 : Double.POSITIVE_INFINITY;
        }
        return Math.abs(expected - got) / Math.ulp(expected);
    }

    private static void report(String name, Map<String, Score> scores) {
        if (!Boolean.getBoolean("losscalc.oracle.report")) {
            return;
        }
        for (Map.Entry<String, Score> entry : scores.entrySet()) {
            Score score = entry.getValue();
            System.out.printf(
                    "oracle %s,%s,%d,%d,%d,%s,%d%n",
                    name, entry.getKey(), score.rows, score.numbers, score.equal, score.worst, score.excepted);
        }
    }

    /** A line: the loss, the first six cells of the row, a space, the reason. */
    private static Map<String, String> exceptions() throws IOException {
        Map<String, String> exceptions = new HashMap<>();
        for (String line : Files.readAllLines(LossOracle.FOLDER.resolve(EXCEPTIONS), StandardCharsets.UTF_8)) {
            int space = line.indexOf(' ');
            if (!line.startsWith("#") && space > 0) {
                exceptions.put(line.substring(0, space), line.substring(space + 1));
            }
        }
        return exceptions;
    }

    /** The rows are such as the card lets in. */
    @TestFactory
    List<DynamicTest> staysInTheDomain() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : LossOracle.files()) {
            tests.add(DynamicTest.dynamicTest(name, () -> {
                Card card = Losses.find(name).card();
                for (LossOracle.Sample sample : LossOracle.of(name).samples()) {
                    for (double f : LossOracle.numbers(sample.row()[4].replace('|', ';'))) {
                        Scale scale = LossOracle.scale(sample.row()[2]);
                        assertTrue(card.scales().contains(scale), () -> "not a scale of this loss: " + scale);
                        assertTrue(card.predictionDomain(scale).contains(f), () -> "outside of the domain: " + sample);
                    }
                }
            }));
        }
        return tests;
    }
}

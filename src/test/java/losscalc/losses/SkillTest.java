package losscalc.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import losscalc.Program;
import losscalc.loss.Adjustments;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Formula;
import losscalc.loss.Layout;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Row;
import losscalc.loss.SetFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The skill of a loss over its best constant, against scikit-learn and the definition, and that the constant is best. */
class SkillTest {
    /** One row: targets, predictions, weight. */
    private record Sample(double[] target, double[] prediction, double weight) {}

    /** The values of {@code scripts/oracle/skill.py}: scikit-learn's own are off in their last digits. */
    @TestFactory
    Stream<DynamicTest> theScoreIsThatOfOthers() throws IOException {
        return lines("expected.csv").map(line -> {
            String[] cells = line.split(",");
            return DynamicTest.dynamicTest(cells[0] + " " + cells[1] + " weighted " + cells[2], () -> {
                double expected = Double.parseDouble(cells[3]);
                String[] words = cells[0].split(" ");
                List<Sample> samples = table(cells[1], cells[2].equals("yes"));
                Loss loss = Losses.find("d2:" + words[0]);
                double value =
                        all(samples, loss.formula(setup(loss, words, samples))).value();
                double slack = (cells[4].equals("mpmath") ? 2 : 20) * Math.ulp(Math.max(1, Math.abs(expected)));
                assertEquals(expected, value, slack);
            });
        });
    }

    @Test
    void theSkillOfSquaredErrorsIsTheCoefficientOfDeterminationBitForBit() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            double offset = Math.pow(10, random.nextInt(12));
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(30); i++) {
                double y = offset + random.nextGaussian();
                samples.add(sample(y, y + random.nextGaussian(), random.nextInt(3) + 0.1));
            }
            double r2 = all(samples, formula("r2")).value();
            assertEquals(r2, all(samples, formula("d2:mse")).value());
            assertEquals(r2, all(samples, formula("d2:half-squared")).value());
        }
    }

    @Test
    void ofAnEvenNumberTheMedianIsTheMiddle() {
        for (double[] targets : new double[][] {{1, 2, 3, 4}, {1, 1000000}, {-3, 5}, {0, 0.1, 1e9, 2e9}}) {
            List<Sample> samples = new ArrayList<>();
            for (double y : targets) {
                samples.add(sample(y, 0, 1));
            }
            int n = targets.length;
            double median = (targets[n / 2 - 1] + targets[n / 2]) / 2;
            double[] details = all(samples, formula("d2:mae")).details();
            assertEquals(median, details[2], Arrays.toString(targets));
        }
    }

    @TestFactory
    Stream<DynamicTest> noOtherConstantIsBetter() {
        return skills().map(card -> DynamicTest.dynamicTest(card.name(), () -> {
            Random random = new Random(11);
            for (int run = 0; run < 3; run++) {
                List<Sample> samples = random(card, random);
                SetFormula formula = formula(card.name());
                double[] details = all(samples, formula).details();
                List<Double> others =
                        new ArrayList<>(List.of(details[2] * (1 + 1e-6), details[2] * (1 - 1e-6), 0.25, 0.75));
                samples.forEach(sample -> others.add(sample.target()[0]));
                for (double other : others) {
                    if (card.predictionDomain(card.scales().get(0)).contains(other)) {
                        List<Sample> constant = new ArrayList<>();
                        samples.forEach(each -> constant.add(sample(each.target()[0], other, each.weight())));
                        double loss = all(constant, formula).details()[0];
                        assertTrue(details[1] <= loss * (1 + 1e-14), () -> details[2] + " against " + other);
                    }
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> neitherOrderNorSplitMatters() {
        return skills().map(card -> DynamicTest.dynamicTest(card.name(), () -> {
            Random random = new Random(13);
            List<Sample> samples = random(card, random);
            SetFormula formula = formula(card.name());
            SetFormula.Accumulator whole = all(samples, formula);
            Collections.shuffle(samples, random);
            SetFormula.Accumulator merged = all(samples.subList(0, 5), formula);
            merged.merge(all(samples.subList(5, samples.size()), formula));
            assertEquals(whole.value(), merged.value());
            assertTrue(Arrays.equals(whole.details(), merged.details()));
        }));
    }

    @Test
    void whatHasNoBestConstantHasNoSkill() {
        for (String name :
                new String[] {"tukey", "r2", "gaussian-nll", "poisson-nll", "rmse", "medae", "d2:mse", "nonsense", ""
                }) {
            assertNull(Losses.find("d2:" + name), name);
        }
    }

    private static Stream<Card> skills() {
        return Losses.all().stream()
                .map(Loss::card)
                .filter(card -> card.bestConstant() != BestConstant.NONE)
                .filter(card -> card.fewestPredictions() == 1 && card.target() != Target.VECTOR)
                .map(card -> Losses.find("d2:" + card.name()).card());
    }

    /** Some targets, many of them the same, and weights; the predictions do not matter. */
    private static List<Sample> random(Card card, Random random) {
        List<Sample> samples = new ArrayList<>();
        double scale = Math.pow(10, random.nextInt(3) - 1);
        while (samples.size() < 9) {
            double y = card.target() == Target.NUMBER
                    ? scale * (random.nextInt(40) - 5)
                    : card.target() == Target.SIGN ? 2 * random.nextInt(2) - 1 : random.nextInt(2);
            if (card.targetDomain().contains(y) && !(y == 0 && card.name().matches("d2:(ape|spe)"))) {
                samples.add(sample(y, 0.5, random.nextInt(3) + 0.5));
            }
        }
        return samples;
    }

    private static Sample sample(double y, double f, double weight) {
        return new Sample(new double[] {y}, new double[] {f}, weight);
    }

    private static SetFormula formula(String name) {
        Loss loss = Losses.find(name);
        return (SetFormula) loss.formula(Setup.byDefault(loss.card()));
    }

    private static SetFormula.Accumulator all(List<Sample> samples, Formula formula) {
        SetFormula.Accumulator set = ((SetFormula) formula).start();
        for (Sample sample : samples) {
            Row row = new Row(Layout.of(sample.target().length, sample.prediction().length));
            System.arraycopy(sample.target(), 0, row.target(), 0, sample.target().length);
            System.arraycopy(sample.prediction(), 0, row.prediction(), 0, sample.prediction().length);
            set.add(row, sample.weight());
        }
        return set;
    }

    private static Setup setup(Loss loss, String[] words, List<Sample> samples) {
        double[] values =
                loss.card().params().stream().mapToDouble(Param::byDefault).toArray();
        if (words.length > 1) {
            assertEquals("--" + loss.card().params().get(0).name(), words[1]);
            values[0] = Double.parseDouble(words[2]);
        }
        int columns = samples.get(0).prediction().length;
        return new Setup(loss.card().params(), values, loss.card().scales().get(0), columns, Adjustments.NONE);
    }

    private static List<Sample> table(String name, boolean weighted) throws IOException {
        List<Sample> samples = new ArrayList<>();
        lines(name + ".csv").forEach(line -> {
            double[] x =
                    Stream.of(line.split(",")).mapToDouble(Double::parseDouble).toArray();
            double[] prediction = Arrays.copyOfRange(x, 1, x.length - 1);
            double[] target = {x[0]};
            if (prediction.length > 1) {
                target = new double[prediction.length];
                target[(int) x[0]] = 1;
            }
            samples.add(new Sample(target, prediction, weighted ? x[x.length - 1] : 1));
        });
        return samples;
    }

    private static Stream<String> lines(String name) throws IOException {
        return Files.readAllLines(Program.project("src/test/resources/oracle/skill/" + name)).stream()
                .skip(1);
    }
}

package losscalc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import losscalc.loss.Adjustments;
import losscalc.loss.Block;
import losscalc.loss.Card;
import losscalc.loss.Formula;
import losscalc.loss.Layout;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Row;
import losscalc.loss.SampleFormula;
import losscalc.loss.Scale;
import losscalc.loss.SetFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;

/** The reference values of one loss, as scripts/oracle/losses.py wrote them. */
record LossOracle(String loss, List<LossOracle.Sample> samples) {
    static final Path FOLDER = Path.of("src/test/resources/oracle");
    /** Where the values are: those of the tests, or others that were drawn from another seed. */
    private static final Path VALUES = Path.of(System.getProperty("losscalc.oracle", FOLDER.toString()));

    private static final String HEADER = "set,params,scale,target,prediction,extra,loss,gradient,hessian";
    private static final String NORMALIZED = "normalized";

    /**
     * One row.
     *
     * @param row its first six cells: what is asked
     * @param loss the loss; none where it is not defined
     * @param gradient the derivatives for each prediction, NaN where there is none
     * @param hessian the second derivatives for each prediction, NaN where there is none
     */
    record Sample(String[] row, double loss, double[] gradient, double[] hessian) {
        String set() {
            return row[0];
        }

        boolean isExtreme() {
            return set().equals("extreme");
        }

        /** How the exceptions name it. */
        @Override
        public String toString() {
            return String.join(",", row);
        }
    }

    /** What losscalc makes of a row: one number, and where there are derivatives, one for each prediction. */
    record Computed(double loss, double[] gradient, double[] hessian) {}

    /** The names of all files with reference values of losses. */
    static List<String> files() {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(VALUES, "*.csv")) {
            for (Path file : files) {
                if (Files.readAllLines(file, StandardCharsets.US_ASCII).get(0).equals(HEADER)) {
                    names.add(file.getFileName().toString().replace(".csv", ""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.sort(null);
        return names;
    }

    static LossOracle of(String loss) {
        try {
            List<String> lines = Files.readAllLines(VALUES.resolve(loss + ".csv"), StandardCharsets.US_ASCII);
            List<Sample> samples = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                String[] row = Arrays.copyOf(cells, 6);
                samples.add(new Sample(row, numbers(cells[6])[0], numbers(cells[7]), numbers(cells[8])));
            }
            return new LossOracle(loss, samples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Computes a row the way a run does: formula, block, evaluate. */
    static Computed compute(Loss loss, Sample sample) {
        Card card = loss.card();
        String[] row = sample.row();
        double[][][] rows = rows(row, card);
        double[][] first = rows[0];
        boolean normalized = row[2].equals(NORMALIZED);
        Setup setup = new Setup(
                card.params(),
                values(card, row[1]),
                scale(row[2]),
                card.target() == Target.NUMBER ? 1 : first[1].length,
                normalized ? Adjustments.NORMALIZED : Adjustments.NONE);
        Layout layout = new Layout(first[0].length, first[1].length, first[2].length, false, false, false);
        Block block = new Block(layout);
        for (double[][] parts : rows) {
            put(parts, block);
        }
        Formula formula = loss.formula(setup);
        if (formula instanceof SetFormula set) {
            return ofSet(set, block);
        }
        return ofSample((SampleFormula) formula, block);
    }

    private static Computed ofSample(SampleFormula formula, Block block) {
        int predictions = block.layout().predictions();
        double[] value = new double[1];
        double[][] gradient = new double[predictions][1];
        double[][] hessian = new double[predictions][1];
        formula.evaluate(block, value);
        formula.gradient(block, gradient);
        formula.hessian(block, hessian);
        return new Computed(value[0], firsts(gradient), firsts(hessian));
    }

    private static Computed ofSet(SetFormula formula, Block block) {
        SetFormula.Accumulator set = formula.start();
        Row row = new Row(block.layout());
        for (int i = 0; i < block.rows(); i++) {
            row.take(block, i);
            set.add(row, 1);
        }
        return new Computed(set.value(), new double[0], new double[0]);
    }

    /** For each row of a set (one, if it is none): targets, predictions, extras. */
    private static double[][][] rows(String[] row, Card card) {
        String[] targets = row[3].split("\\|", -1);
        String[] predictions = row[4].split("\\|", -1);
        String[] extras = row[5].split("\\|", -1);
        double[][][] rows = new double[targets.length][][];
        for (int i = 0; i < rows.length; i++) {
            double[] prediction = numbers(predictions[i]);
            double[] extra = row[5].isEmpty() ? new double[0] : numbers(extras[i]);
            rows[i] = new double[][] {target(numbers(targets[i]), prediction.length, card), prediction, extra};
        }
        return rows;
    }

    /** A class index becomes a one-hot row, as reading does it. */
    private static double[] target(double[] given, int predictions, Card card) {
        if (card.target() != Target.CLASS || given.length != 1 || predictions == 1) {
            return given;
        }
        double[] oneHot = new double[predictions];
        oneHot[(int) given[0]] = 1;
        return oneHot;
    }

    private static void put(double[][] parts, Block block) {
        int i = block.rows();
        for (int k = 0; k < parts[0].length; k++) {
            block.target(k)[i] = parts[0][k];
        }
        for (int k = 0; k < parts[1].length; k++) {
            block.prediction(k)[i] = parts[1][k];
        }
        for (int k = 0; k < parts[2].length; k++) {
            block.extra(k)[i] = parts[2][k];
        }
        block.commit("oracle", i + 2L, i + 1L);
    }

    /** The parameters that are named, the others by default. */
    private static double[][] values(Card card, String given) {
        List<Param> params = card.params();
        double[][] values = new double[params.size()][];
        int named = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = new double[] {params.get(i).byDefault()};
            for (String pair : given.split(";")) {
                if (pair.startsWith(params.get(i).name() + "=")) {
                    values[i] = value(params.get(i), pair.substring(pair.indexOf('=') + 1));
                    named++;
                }
            }
        }
        if (named != (given.isEmpty() ? 0 : given.split(";").length)) {
            throw new IllegalArgumentException(card.name() + " does not have all of these parameters: " + given);
        }
        return values;
    }

    /** A number, a word, or a list with colons between. */
    private static double[] value(Param param, String text) {
        int word = param.choices().indexOf(text);
        return word >= 0 ? new double[] {word} : numbers(text.replace(':', ';'));
    }

    /** The scale of that word; of proportions it is that of probabilities. */
    static Scale scale(String word) {
        if (word.equals(NORMALIZED)) {
            return Scale.PROBABILITY;
        }
        for (Scale scale : Scale.values()) {
            if (scale.word().equals(word)) {
                return scale;
            }
        }
        throw new IllegalArgumentException("no such scale: " + word);
    }

    /** The numbers of a cell, NaN for what is left empty. */
    static double[] numbers(String cell) {
        String[] parts = cell.split(";", -1);
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = parts[i].isEmpty() ? Double.NaN : Double.parseDouble(parts[i]);
        }
        return numbers;
    }

    private static double[] firsts(double[][] columns) {
        double[] firsts = new double[columns.length];
        for (int k = 0; k < firsts.length; k++) {
            firsts[k] = columns[k][0];
        }
        return firsts;
    }
}

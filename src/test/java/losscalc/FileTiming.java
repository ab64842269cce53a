package losscalc;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import losscalc.input.ColumnNames;
import losscalc.input.DataSet;
import losscalc.input.Dialect;
import losscalc.input.Labelling;
import losscalc.input.Rows;
import losscalc.input.Source;
import losscalc.input.Wanted;
import losscalc.input.fast.FastLane;
import losscalc.loss.Block;
import losscalc.loss.Loss;
import losscalc.loss.SampleFormula;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.losses.Losses;
import losscalc.num.ExactSum;
import losscalc.problem.Problem;

/**
 * Prints what a row costs from its text to the mean, beside naive code that reads with the same reader and adds the losses in a
 * double. Not a test: nothing is asserted.
 */
public final class FileTiming {
    private static final int ROWS = 300_000;
    private static final int ROUNDS = 60;

    /** What is done with each block. */
    private interface Sum {
        void add(Block rows);

        double mean(long n);
    }

    /** The textbook's loop. */
    private static final class Naive implements Sum {
        private final boolean huber;
        private double sum;

        private Naive(boolean huber) {
            this.huber = huber;
        }

        @Override
        public void add(Block rows) {
            double[] y = rows.target(0);
            double[] f = rows.prediction(0);
            int n = rows.rows();
            for (int i = 0; i < n; i++) {
                double r = Math.abs(y[i] - f[i]);
                sum += !huber ? r * r : r <= 1 ? 0.5 * r * r : r - 0.5;
            }
        }

        @Override
        public double mean(long n) {
            return sum / n;
        }
    }

    /** Each loss rounded once, and their exact sum. */
    private static final class Exact implements Sum {
        private final SampleFormula formula;
        private final double[] losses = new double[Block.CAPACITY];
        private final ExactSum sum = new ExactSum();

        private Exact(Loss loss) {
            formula = (SampleFormula) loss.formula(Setup.byDefault(loss.card()));
        }

        @Override
        public void add(Block rows) {
            formula.evaluate(rows, losses);
            sum.addAll(losses, rows.rows());
        }

        @Override
        public double mean(long n) {
            return sum.mean(n);
        }
    }

    private FileTiming() {}

    /** The name of the loss, mse or huber. */
    public static void main(String[] args) throws Problem {
        Loss loss = Losses.find(args[0]);
        byte[] file = file();
        double bestNaive = Double.MAX_VALUE;
        double bestExact = Double.MAX_VALUE;
        double difference = 0;
        // In turns, so that both see the same machine.
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            double naive = mean(file, loss, new Naive(args[0].equals("huber")));
            long middle = System.nanoTime();
            double exact = mean(file, loss, new Exact(loss));
            bestNaive = Math.min(bestNaive, (double) (middle - start) / ROWS);
            bestExact = Math.min(bestExact, (double) (System.nanoTime() - middle) / ROWS);
            difference = naive - exact;
        }
        System.out.printf(
                Locale.ROOT,
                "%-8s %-6s from text to mean: naive %5.2f ns/row, losscalc %5.2f ns/row, ratio %.2f; the means differ by %.1e%n",
                System.getProperty("java.specification.version"),
                args[0],
                bestNaive,
                bestExact,
                bestExact / bestNaive,
                difference);
    }

    private static double mean(byte[] file, Loss loss, Sum sum) throws Problem {
        Source source = Source.stream("timing", new ByteArrayInputStream(file), false);
        ColumnNames names = new ColumnNames(null, null, List.of(), null, null);
        Labelling labelling = new Labelling(null, null, false, null);
        Wanted wanted = new Wanted(loss.card(), Scale.VALUE, names, labelling, false, false, false, (char) 0);
        try (DataSet data = DataSet.open(List.of(source), null, wanted, Dialect.PLAIN, new FastLane())) {
            Rows rows = data.rows();
            Block block = new Block(rows.layout());
            long n = 0;
            while (rows.fill(block)) {
                sum.add(block);
                n += block.rows();
            }
            return sum.mean(n);
        }
    }

    private static byte[] file() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder("target,prediction\n");
        for (int i = 0; i < ROWS; i++) {
            double y = random.nextGaussian() * 3;
            text.append(String.format(Locale.ROOT, "%.6f,%.6f%n", y, y + random.nextGaussian() * 0.6));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}

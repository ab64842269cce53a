package losscalc;

import java.util.Random;
import losscalc.loss.Block;
import losscalc.loss.Layout;
import losscalc.loss.Loss;
import losscalc.loss.SampleFormula;
import losscalc.loss.Setup;
import losscalc.losses.Losses;
import losscalc.num.ExactSum;

/** Prints what a row of some losses costs beside naive code, in one run. Not a test: nothing is asserted. */
public final class LossTiming {
    private static final int N = Block.CAPACITY;
    private static final int LOOPS = 200;
    private static final int ROUNDS = 60;

    private final double[] y = new double[N];
    private final double[] f = new double[N];
    private final double[] out = new double[N];
    private final ExactSum total = new ExactSum();
    private double sink;

    private LossTiming() {}

    private interface Loop {
        void run();
    }

    /** Which of them is timed: a process of its own for each keeps the compiled loops apart. */
    public static void main(String[] args) {
        LossTiming timing = new LossTiming();
        Random random = new Random(1);
        boolean binary = args[0].equals("bce");
        for (int i = 0; i < N; i++) {
            timing.y[i] = binary ? random.nextInt(2) : Math.rint(random.nextGaussian() * 3000) / 1000;
            double error = random.nextGaussian() * (args[0].equals("huber") ? 0.6 : 4);
            timing.f[i] = binary ? random.nextDouble() : timing.y[i] + error;
        }
        timing.compare(args[0]);
    }

    private void compare(String name) {
        Loop naive = naive(name);
        Loop ours = name.equals("sum") ? () -> exactSum(f) : ours(name);
        // In turns, so that both see the same machine.
        double bestNaive = Double.MAX_VALUE;
        double bestOurs = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            bestNaive = Math.min(bestNaive, time(naive));
            bestOurs = Math.min(bestOurs, time(ours));
        }
        System.out.printf(
                "%-8s %-6s naive %5.2f ns/row, losscalc %5.2f ns/row, ratio %.2f, difference %.2f ns%s%n",
                System.getProperty("java.specification.version"),
                name,
                bestNaive,
                bestOurs,
                bestOurs / bestNaive,
                bestOurs - bestNaive,
                sink == 0.123 ? " " : "");
    }

    private double time(Loop loop) {
        long start = System.nanoTime();
        for (int i = 0; i < LOOPS; i++) {
            loop.run();
        }
        sink += out[1] + total.toDouble();
        return (System.nanoTime() - start) / (double) (LOOPS * N);
    }

    private Loop ours(String name) {
        Loss loss = Losses.find(name.replaceFirst("-(far|mean)$", ""));
        SampleFormula formula = (SampleFormula) loss.formula(Setup.byDefault(loss.card()));
        Block block = new Block(Layout.of(1, 1));
        for (int i = 0; i < N; i++) {
            block.target(0)[i] = y[i];
            block.prediction(0)[i] = f[i];
            block.commit("timing", i + 1L, i + 1L);
        }
        if (!name.endsWith("-mean")) {
            return () -> formula.evaluate(block, out);
        }
        return () -> {
            formula.evaluate(block, out);
            exactSum(out);
        };
    }

    private void exactSum(double[] x) {
        total.addAll(x, N);
    }

    private Loop naive(String name) {
        switch (name) {
            case "sum":
                return this::naiveSum;
            case "huber", "huber-far":
                return this::naiveHuber;
            case "mae":
                return this::naiveAbsolute;
            case "mse-mean":
                return this::naiveMean;
            case "bce":
                return this::oneLog;
            default:
                return this::naiveSquare;
        }
    }

    private void naiveSum() {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += f[i];
        }
        out[1] = sum;
    }

    private void naiveSquare() {
        for (int i = 0; i < N; i++) {
            double r = y[i] - f[i];
            out[i] = r * r;
        }
    }

    private void naiveMean() {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            double r = y[i] - f[i];
            sum += r * r;
        }
        out[1] = sum / N;
    }

    private void naiveAbsolute() {
        for (int i = 0; i < N; i++) {
            out[i] = Math.abs(y[i] - f[i]);
        }
    }

    private void naiveHuber() {
        for (int i = 0; i < N; i++) {
            double r = Math.abs(y[i] - f[i]);
            out[i] = r <= 1 ? 0.5 * r * r : r - 0.5;
        }
    }

    private void oneLog() {
        for (int i = 0; i < N; i++) {
            out[i] = Math.log(f[i]);
        }
    }
}

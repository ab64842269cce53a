package losscalc.num;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/** Prints what the operations of this package cost, in ns each. Not a test: nothing is asserted. */
public final class NumTiming {
    private static final int N = 1 << 13;
    private static final int ROUNDS = 2000;

    private double sink;

    private NumTiming() {}

    /** Runs all timings; takes some ten seconds. */
    public static void main(String[] args) {
        NumTiming timing = new NumTiming();
        Random random = new Random(1);
        double[] uniform = new double[N];
        double[] squares = new double[N];
        double[] wide = new double[N];
        for (int i = 0; i < N; i++) {
            uniform[i] = random.nextDouble();
            squares[i] = Math.pow(random.nextGaussian(), 2);
            wide[i] = Math.scalb(random.nextDouble() - 0.5, random.nextInt(200) - 100);
        }
        System.out.println(System.getProperty("java.version"));
        timing.sums("uniform", uniform);
        timing.sums("squares", squares);
        timing.sums("2^-100..2^100", wide);
        timing.text("short 3.2", texts(random, 1));
        timing.text("8 digits", texts(random, 7));
        timing.text("full", texts(random, 0));
        timing.write("short", values(texts(random, 1)));
        timing.write("8 digits", values(texts(random, 7)));
        timing.write("full", uniform);
        timing.round("full", uniform);
        System.out.println(timing.sink == 0.5 ? " " : "");
    }

    private void sums(String name, double[] x) {
        double add = Double.MAX_VALUE;
        double all = Double.MAX_VALUE;
        double product = Double.MAX_VALUE;
        double naive = Double.MAX_VALUE;
        for (int r = 0; r < ROUNDS; r++) {
            ExactSum sum = new ExactSum();
            long t0 = System.nanoTime();
            for (double v : x) {
                sum.add(v);
            }
            long t1 = System.nanoTime();
            sum.addAll(x, x.length);
            long t2 = System.nanoTime();
            for (double v : x) {
                sum.addProduct(v, v);
            }
            long t3 = System.nanoTime();
            double plain = 0;
            for (double v : x) {
                plain += v;
            }
            long t4 = System.nanoTime();
            sink += plain + sum.toDouble();
            add = Math.min(add, t1 - t0);
            all = Math.min(all, t2 - t1);
            product = Math.min(product, t3 - t2);
            naive = Math.min(naive, t4 - t3);
        }
        report("sum " + name + ": naive", naive);
        report("  add", add);
        report("  addAll", all);
        report("  addProduct", product);
    }

    private void text(String name, String[] texts) {
        byte[] bytes = String.join("", texts).getBytes(StandardCharsets.US_ASCII);
        double best = Double.MAX_VALUE;
        for (int r = 0; r < ROUNDS; r++) {
            long t0 = System.nanoTime();
            int from = 0;
            for (String text : texts) {
                int to = from + text.length();
                sink += DecimalReader.parse(bytes, from, to, '.');
                from = to;
            }
            best = Math.min(best, System.nanoTime() - t0);
        }
        report("parse " + name, best);
    }

    private void write(String name, double[] x) {
        byte[] out = new byte[DecimalWriter.MAX_LENGTH];
        double best = Double.MAX_VALUE;
        for (int r = 0; r < ROUNDS; r++) {
            long t0 = System.nanoTime();
            for (double v : x) {
                sink += DecimalWriter.write(v, out, 0);
            }
            best = Math.min(best, System.nanoTime() - t0);
        }
        report("write " + name, best);
    }

    private void round(String name, double[] x) {
        double best = Double.MAX_VALUE;
        for (int r = 0; r < ROUNDS / 4; r++) {
            long t0 = System.nanoTime();
            for (double v : x) {
                sink += DecimalWriter.round(v, 6).length();
            }
            best = Math.min(best, System.nanoTime() - t0);
        }
        report("round " + name + " to 6 digits", best);
    }

    private static void report(String what, double nanos) {
        System.out.printf("%-32s %6.1f%n", what, nanos / N);
    }

    /** Numbers with so many decimals, or as many as they need if 0. */
    private static String[] texts(Random random, int decimals) {
        String[] texts = new String[N];
        for (int i = 0; i < N; i++) {
            double x = 10 * random.nextDouble();
            texts[i] = decimals == 0 ? DecimalWriter.toString(x) : String.format(Locale.ROOT, "%." + decimals + "f", x);
        }
        return texts;
    }

    private static double[] values(String[] texts) {
        double[] values = new double[texts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = DecimalReader.parse(texts[i], '.');
        }
        return values;
    }
}

package losscalc.num;

import java.util.Random;

/** Nanoseconds a call, to compare on one machine: {@code java -cp target/classes:target/test-classes losscalc.num.NumBench}. */
final class NumBench {
    private static final int N = 1 << 12;

    private NumBench() {}

    interface Kernel {
        double sum(double[] x);
    }

    private static double time(double[] x, Kernel kernel) {
        double best = Double.MAX_VALUE;
        double sink = 0;
        for (int round = 0; round < 12; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                sink += kernel.sum(x);
            }
            best = Math.min(best, (System.nanoTime() - start) / (100.0 * N));
        }
        if (sink == 0.123) {
            System.out.println(sink);
        }
        return best;
    }

    private static void report(String name, double[] x, Kernel kernel) {
        System.out.printf("%-28s %7.1f ns%n", name, time(x, kernel));
    }

    private static double[] values(double a, double b) {
        Random random = new Random(1);
        double[] x = new double[N];
        for (int i = 0; i < N; i++) {
            x[i] = a + (b - a) * random.nextDouble();
        }
        return x;
    }

    /** The loops are written out one by one, so that each is compiled for its function alone. */
    public static void main(String[] args) {
        double[] p = values(0, 1);
        double[] z = values(-6, 6);
        report("Math.log", p, x -> {
            double s = 0;
            for (double v : x) {
                s += Math.log(v);
            }
            return s;
        });
        report("Elementary.log", p, x -> {
            double s = 0;
            for (double v : x) {
                s += Elementary.log(v);
            }
            return s;
        });
        report("DoubleDouble.log", p, x -> {
            double s = 0;
            for (double v : x) {
                s += DoubleDouble.of(v).log().lo();
            }
            return s;
        });
        report("Math.log1p", p, x -> {
            double s = 0;
            for (double v : x) {
                s += Math.log1p(-v);
            }
            return s;
        });
        report("Elementary.log1p", p, x -> {
            double s = 0;
            for (double v : x) {
                s += Elementary.log1p(-v);
            }
            return s;
        });
        report("DoubleDouble.log1p", p, x -> {
            double s = 0;
            for (double v : x) {
                s += DoubleDouble.of(-v).log1p().lo();
            }
            return s;
        });
        report("Math.exp", z, x -> {
            double s = 0;
            for (double v : x) {
                s += Math.exp(v);
            }
            return s;
        });
        report("Elementary.exp", z, x -> {
            double s = 0;
            for (double v : x) {
                s += Elementary.exp(v);
            }
            return s;
        });
        report("DoubleDouble.exp", z, x -> {
            double s = 0;
            for (double v : x) {
                s += DoubleDouble.of(v).exp().lo();
            }
            return s;
        });
        report("Math.log1p(Math.exp)", z, x -> {
            double s = 0;
            for (double v : x) {
                s += Math.log1p(Math.exp(v));
            }
            return s;
        });
        report("Elementary.softplus", z, x -> {
            double s = 0;
            for (double v : x) {
                s += Elementary.softplus(v);
            }
            return s;
        });
        report("DoubleDouble.softplus", z, x -> {
            double s = 0;
            for (double v : x) {
                s += DoubleDouble.of(v).softplus().lo();
            }
            return s;
        });
        report("DoubleDouble.expm1", z, x -> {
            double s = 0;
            for (double v : x) {
                s += DoubleDouble.of(v).expm1().lo();
            }
            return s;
        });
        report("DoubleDouble.logCosh", z, x -> {
            double s = 0;
            for (double v : x) {
                s += DoubleDouble.of(v).logCosh().lo();
            }
            return s;
        });
        report("Functions.bd0", z, x -> {
            double s = 0;
            for (double v : x) {
                s += Functions.bd0(6 + v, 6.5).lo();
            }
            return s;
        });
    }
}

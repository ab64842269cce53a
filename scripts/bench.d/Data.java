import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Makes the data of scripts/bench, the same bytes on every machine:
 *
 * <pre>java Data.java KIND ROWS FILE</pre>
 *
 * <ul>
 *   <li>{@code medium}: target and prediction with 6 to 9 digits behind the point
 *   <li>{@code full}: the same with all 16 or 17 digits that a double has
 *   <li>{@code binary}: label 0 or 1, and a probability
 *   <li>{@code classes}: an index 0..9, and ten probabilities
 *   <li>{@code wide}: 50 columns, of which {@code target} and {@code prediction} are numbers 20 and 40
 *   <li>{@code quoted}: as medium, quoted, and each line ends in CR LF
 * </ul>
 */
public final class Data {
    private static long state = 0x9E3779B97F4A7C15L;
    private static final byte[] line = new byte[4096];
    private static int used;

    private Data() {}

    public static void main(String[] args) throws IOException {
        String kind = args[0];
        long rows = (long) Double.parseDouble(args[1]);
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(args[2]), 1 << 20)) {
            header(kind);
            for (long row = 0; row <= rows; row++) {
                out.write(line, 0, used);
                used = 0;
                row(kind);
            }
        }
    }

    private static void header(String kind) {
        switch (kind) {
            case "binary" -> text("label,probability\n");
            case "classes" -> {
                text("class");
                for (int c = 0; c < 10; c++) {
                    text(",p" + c);
                }
                text("\n");
            }
            case "wide" -> {
                for (int c = 1; c <= 50; c++) {
                    text((c == 1 ? "" : ",") + (c == 20 ? "target" : c == 40 ? "prediction" : "x" + c));
                }
                text("\n");
            }
            case "quoted" -> text("\"target\",\"prediction\"\r\n");
            default -> text("target,prediction\n");
        }
    }

    private static void row(String kind) {
        switch (kind) {
            case "binary" -> {
                double p = unit();
                text(unit() < p ? "1," : "0,");
                fixed(Math.min(Math.max(p, 0.0000001), 0.9999999), 7);
            }
            case "classes" -> classes();
            case "wide" -> {
                for (int c = 1; c <= 50; c++) {
                    text(c == 1 ? "" : ",");
                    fixed(20 * unit() - 10, 5);
                }
            }
            case "full" -> {
                double target = 100 * normal();
                text(Double.toString(target) + ",");
                text(Double.toString(target + normal()));
            }
            case "quoted" -> {
                double target = 10 * normal();
                text("\"");
                fixed(target, 7);
                text("\",\"");
                fixed(target + normal(), 7);
                text("\"\r");
            }
            default -> {
                double target = 10 * normal();
                fixed(target, 7);
                text(",");
                fixed(target + normal(), 7);
            }
        }
        text("\n");
    }

    private static void classes() {
        int[] share = new int[10];
        int sum = 0;
        for (int c = 0; c < 10; c++) {
            share[c] = 1 + (int) (1000 * unit());
            sum += share[c];
        }
        text(Integer.toString((int) (10 * unit())));
        long rest = 100_000_000;
        for (int c = 0; c < 10; c++) {
            long p = c == 9 ? rest : share[c] * 100_000_000L / sum;
            rest -= p;
            text(",");
            fixed(p / 1e8, 8);
        }
    }

    /** Enough of a bell curve. */
    private static double normal() {
        return unit() + unit() + unit() + unit() - 2;
    }

    /** Xorshift: from 0 to 1. */
    private static double unit() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return (state >>> 11) * 0x1p-53;
    }

    private static void fixed(double x, int places) {
        long power = 1;
        for (int i = 0; i < places; i++) {
            power *= 10;
        }
        long scaled = Math.round(x * power);
        if (scaled < 0) {
            line[used++] = '-';
            scaled = -scaled;
        }
        text(Long.toString(scaled / power));
        line[used++] = '.';
        long fraction = scaled % power;
        for (long p = power / 10; p > 0; p /= 10) {
            line[used++] = (byte) ('0' + fraction / p % 10);
        }
    }

    private static void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            line[used++] = (byte) text.charAt(i);
        }
    }
}

package losscalc.manual;

import java.util.Arrays;
import losscalc.num.DecimalWriter;

/** A curve drawn in characters: of Braille, each of which has eight points, so that it is a line on any terminal. */
final class Plot {
    /** How many characters a curve is wide. */
    static final int COLUMNS = 60;

    private static final int LINES = 14;
    private static final int HEIGHT = 4 * LINES;
    private static final double[] NICE = {1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10};
    /** The points of a Braille character by line and side. */
    private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private final boolean[][] points = new boolean[HEIGHT][2 * COLUMNS];

    private Plot() {}

    /**
     * Draws values over an axis.
     *
     * @param values two a column, the ends included; what is not finite has no point
     * @param from what stands at the left end of the axis
     * @param to what stands at its right end
     * @param caption what the axis is
     */
    static String of(double[] values, double from, double to, String caption) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        double low = nice(Math.max(0, -known[0]));
        double high = nice(top(known));
        Plot plot = new Plot();
        plot.draw(values, -low, high);
        return plot.text(-low, high, from, to, caption);
    }

    /** The greatest value, or less where a pole would press all others to the ground. */
    private static double top(double[] sorted) {
        double greatest = sorted[sorted.length - 1];
        double most = sorted[sorted.length * 9 / 10];
        return greatest > 4 * most && most > 0 ? 2 * most : greatest;
    }

    /** A round number that is not less. */
    private static double nice(double x) {
        double power = 1e-3;
        while (x > 10 * power) {
            power *= 10;
        }
        for (double step : NICE) {
            if (x == 0 || x <= step * power) {
                return x == 0 ? 0 : Math.rint(step * power * 1e4) / 1e4;
            }
        }
        return x;
    }

    private void draw(double[] values, double low, double high) {
        int before = -1;
        for (int i = 0; i < values.length; i++) {
            boolean isKnown = Double.isFinite(values[i]) || values[i] == Double.POSITIVE_INFINITY;
            int at = isKnown ? (int) Math.rint(Math.min(2, (values[i] - low) / (high - low)) * (HEIGHT - 1)) : -1;
            if (at >= 0) {
                int last = before < 0 ? at : before;
                // What lies between this point and the last is drawn with this one.
                for (int y = Math.min(at, last + 1); y <= Math.max(at, last - 1); y++) {
                    if (y < HEIGHT && (before >= 0 || y == at)) {
                        points[HEIGHT - 1 - y][i] = true;
                    }
                }
            }
            before = at;
        }
    }

    private String text(double low, double high, double from, double to, String caption) {
        String top = number(high);
        String middle = number((low + high) / 2);
        String bottom = number(low);
        int width = Math.max(top.length(), Math.max(middle.length(), bottom.length()));
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            String label = line == 0 ? top : line == LINES / 2 ? middle : line == LINES - 1 ? bottom : "";
            text.append(" ".repeat(width - label.length())).append(label);
            text.append(label.isEmpty() ? " │" : " ┤").append(line(line)).append('\n');
        }
        text.append(" ".repeat(width)).append(" └").append("─".repeat(COLUMNS)).append('\n');
        String left = number(from);
        String center = number((from + to) / 2);
        String right = number(to);
        StringBuilder axis = new StringBuilder(" ".repeat(width + 2)).append(left);
        pad(axis, width + 2 + COLUMNS / 2 - (center.length() + 1) / 2).append(center);
        pad(axis, width + 2 + COLUMNS - right.length()).append(right);
        text.append(axis).append('\n');
        int indent = Math.max(0, width + 2 + (COLUMNS - caption.length()) / 2);
        return text.append(" ".repeat(indent)).append(caption).toString();
    }

    private static StringBuilder pad(StringBuilder text, int width) {
        return text.append(" ".repeat(Math.max(0, width - text.length())));
    }

    private String line(int line) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < COLUMNS; column++) {
            int dots = 0;
            for (int y = 0; y < 4; y++) {
                for (int x = 0; x < 2; x++) {
                    dots |= points[4 * line + y][2 * column + x] ? DOTS[y][x] : 0;
                }
            }
            text.append(dots == 0 ? ' ' : (char) (0x2800 + dots));
        }
        return text.toString().stripTrailing();
    }

    private static String number(double x) {
        return DecimalWriter.toString(x + 0.0);
    }
}

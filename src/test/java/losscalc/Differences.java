package losscalc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import losscalc.loss.Block;
import losscalc.loss.Row;
import losscalc.num.DoubleDouble;

/** Slopes by differences, in double-double arithmetic. */
final class Differences {
    /** The step of a difference, as a fraction of where it is taken. */
    private static final double FAR = 0x1p-42;

    private Differences() {}

    interface Function {
        DoubleDouble at(Row point);
    }

    static void checkSlopes(Subject subject, Block rows, double[][] slopes, Function f) {
        for (int k = 0; k < subject.columns(); k++) {
            checkSlopes(subject, rows, slopes, f, k);
        }
    }

    /** Each slope lies between the quotients of differences on both sides; at a corner those differ. */
    static void checkSlopes(Subject subject, Block rows, double[][] slopes, Function f, int k) {
        Row row = new Row(rows.layout());
        for (int i = 0; i < rows.rows(); i++) {
            row.take(rows, i);
            DoubleDouble here = f.at(row);
            double left = quotient(subject, row, k, f, here, -1);
            double right = quotient(subject, row, k, f, here, 1);
            double slope = slopes[k][i];
            if (Double.isFinite(left) && Double.isFinite(right) && Double.isFinite(slope)) {
                // The last bits of what is subtracted, seen through the step.
                double noise = noise(here, row) / step(row.prediction()[k], FAR);
                double slack = 1e-9 * (Math.abs(left) + Math.abs(right)) + 1e-12 + noise;
                assertTrue(
                        slope >= Math.min(left, right) - slack && slope <= Math.max(left, right) + slack,
                        Subject.describe(rows, i) + ": " + slope + " is not between " + left + " and " + right);
            }
        }
    }

    /** The quotient on one side; NaN where it grows without end as the step shrinks: there is a jump. */
    private static double quotient(Subject subject, Row row, int k, Function f, DoubleDouble here, int side) {
        double far = quotient(subject, row, k, f, here, side * FAR);
        double near = quotient(subject, row, k, f, here, side * 0x1p-4 * FAR);
        return Math.abs(near) <= 8 * Math.abs(far) + 1 ? far : Double.NaN;
    }

    private static double quotient(Subject subject, Row row, int k, Function f, DoubleDouble here, double fraction) {
        double x = row.prediction()[k];
        double near = x + step(x, fraction);
        if (!subject.predictionDomain().contains(near)) {
            return Double.NaN;
        }
        row.prediction()[k] = near;
        DoubleDouble there = f.at(row);
        row.prediction()[k] = x;
        return there.minus(here).dividedBy(DoubleDouble.difference(near, x)).toDouble();
    }

    /** How far off a value may be: a few of its last bits, which are those of a double where it was rounded to one. */
    private static double noise(DoubleDouble value, Row row) {
        double size = Math.abs(value.hi());
        for (double x : row.target()) {
            size = Math.max(size, Math.abs(x));
        }
        for (double x : row.prediction()) {
            size = Math.max(size, Math.abs(x));
        }
        return value.lo() == 0 ? 4 * Math.ulp(value.hi()) : 1e-29 * size;
    }

    private static double step(double x, double fraction) {
        return Math.max(Math.abs(x), 0x1p-10) * fraction;
    }
}

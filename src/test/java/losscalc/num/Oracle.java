package losscalc.num;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The reference values written by scripts/oracle/functions.py. */
final class Oracle {
    private static final double SMALLEST_WITH_FULL_LOW_PART = 0x1p-960;

    private Oracle() {}

    /** One row: the arguments and the value. */
    record Row(DoubleDouble[] arguments, DoubleDouble value) {
        @Override
        public String toString() {
            return Arrays.toString(arguments) + " -> " + value;
        }

        DoubleDouble x() {
            return arguments[0];
        }

        DoubleDouble y() {
            return arguments[1];
        }

        boolean isOfDoubles() {
            for (DoubleDouble argument : arguments) {
                if (argument.lo() != 0) {
                    return false;
                }
            }
            return true;
        }

        /** log2 of the relative error; of a tiny value only whether it is off by more than an ulp. */
        double errorBits(DoubleDouble got) {
            double off = (got.hi() - value.hi()) + (got.lo() - value.lo());
            if (got.hi() == value.hi() && got.lo() == value.lo()) {
                return Double.NEGATIVE_INFINITY;
            }
            if (!(Math.abs(value.hi()) >= SMALLEST_WITH_FULL_LOW_PART)) {
                return Math.abs(got.hi() - value.hi()) <= Math.ulp(value.hi()) && Math.abs(value.lo()) < 1
                        ? Double.NEGATIVE_INFINITY
                        : 0;
            }
            double bits = Math.log(Math.abs(off / value.hi())) / Math.log(2);
            return Double.isNaN(bits) ? 0 : bits;
        }
    }

    /** The rows of a function; with {@code -Dlosscalc.step=5} every fifth alone, where that many take too long. */
    static List<Row> some(String function) {
        int step = Integer.getInteger("losscalc.step", 1);
        List<Row> rows = new ArrayList<>();
        List<Row> all = of(function);
        for (int i = 0; i < all.size(); i += step) {
            rows.add(all.get(i));
        }
        return rows;
    }

    static List<Row> of(String function) {
        String file = "/oracle/num/" + function + ".csv";
        List<Row> rows = new ArrayList<>();
        try (InputStream in = Oracle.class.getResourceAsStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                DoubleDouble[] pairs = new DoubleDouble[cells.length / 2];
                for (int i = 0; i < pairs.length; i++) {
                    pairs[i] = new DoubleDouble(Double.parseDouble(cells[2 * i]), Double.parseDouble(cells[2 * i + 1]));
                }
                rows.add(new Row(Arrays.copyOf(pairs, pairs.length - 1), pairs[pairs.length - 1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}

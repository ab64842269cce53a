package losscalc.input.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import losscalc.input.Counts;
import losscalc.input.Dialect;
import losscalc.input.Lane;
import losscalc.input.Reading;
import losscalc.input.Rows;
import losscalc.input.Slot;
import losscalc.input.Source;
import losscalc.loss.Block;
import losscalc.loss.Interval;
import losscalc.loss.Layout;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** Reads by the quick lane, and notes what it leaves to the readable one. */
final class QuickReads {
    static final int LARGE = 1 << 18;
    static final Reading PAIRS =
            reading(Layout.of(1, 1), slot(0, Slot.Role.TARGET, 0), slot(1, Slot.Role.PREDICTION, 0));

    static Slot slot(int field, Slot.Role role, int index) {
        return slot(field, role, index, Interval.REAL);
    }

    static Slot slot(int field, Slot.Role role, int index, Interval domain) {
        return new Slot(0, field, role, index, domain, null);
    }

    static Reading reading(Layout layout, Slot... slots) {
        return new Reading(List.of(slots), slots.length, layout, false, false, false, Double.NaN);
    }

    /** Notes what is left to it; of which it reads nothing. */
    static final class Left implements Lane.Readable, Rows {
        String text = "";
        boolean isClosed;

        @Override
        public Rows rows(Lane.Rest rest) {
            text = "left behind " + rest.lines() + " lines, " + rest.rows() + " rows, " + rest.bytes() + " bytes: ";
            try {
                for (int b = rest.stream().read(); b >= 0; b = rest.stream().read()) {
                    text += (char) b;
                }
            } catch (IOException e) {
                text += e.getMessage();
            }
            return this;
        }

        @Override
        public boolean fill(Block block) {
            return false;
        }

        @Override
        public Problem wrong() {
            return Problem.usage("wrong", null);
        }

        @Override
        public Counts counts() {
            return new Counts(77, 0, 0, 0, 0);
        }

        @Override
        public Where where() {
            return null;
        }

        @Override
        public Layout layout() {
            return null;
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    static Lane.Start start(InputStream in, int piece) throws Problem {
        return new FastLane(piece).open(Source.stream("file", in, false), Dialect.PLAIN);
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The rows that are read, each as line, number, and its columns; and what is left. */
    static String read(InputStream in, int piece, Reading reading) throws Problem {
        Left left = new Left();
        try (Lane.Start start = start(in, piece);
                Rows rows = start.rows(reading, left)) {
            StringBuilder text = new StringBuilder();
            Block block = new Block(reading.layout());
            while (rows.fill(block)) {
                append(text, block);
            }
            boolean isLeft = !left.text.isEmpty();
            assertEquals(
                    isLeft
                            ? 77
                            : block.rows() + text.chars().filter(c -> c == ';').count(),
                    rows.counts().read());
            assertEquals(isLeft, rows.wrong() != null);
            return text + left.text;
        }
    }

    static void append(StringBuilder text, Block block) {
        Layout layout = block.layout();
        for (int i = 0; i < block.rows(); i++) {
            assertEquals("file", block.file(i));
            text.append(block.line(i)).append('/').append(block.number(i));
            for (int k = 0; k < layout.targets(); k++) {
                text.append(' ').append(block.target(k)[i]);
            }
            for (int k = 0; k < layout.predictions(); k++) {
                text.append(' ').append(block.prediction(k)[i]);
            }
            for (int k = 0; k < layout.extras(); k++) {
                text.append(' ').append(block.extra(k)[i]);
            }
            text.append(layout.weighted() ? " " + block.weights()[i] : "");
            text.append(layout.textual() ? " <" + block.texts()[i] + ">" : "").append("; ");
        }
        block.clear();
    }

    static String read(String text, Reading reading) throws Problem {
        return read(bytes(text), LARGE, reading);
    }

    /** What another lane is given from the first byte on, instead of the rows. */
    static String again(Lane.Start start) throws Problem {
        Left left = new Left();
        left.rows(new Lane.Rest(start.again().open(), 0, 0, 0));
        return left.text.replace("left behind 0 lines, 0 rows, 0 bytes: ", "");
    }

    /** So many rows of a number and one half: their lines, or how they are read. */
    static String numbered(int count, boolean asRead) {
        StringBuilder text = new StringBuilder(asRead ? "" : "y,p\n");
        for (int i = 1; i <= count; i++) {
            text.append(asRead ? i + 1 + "/" + i + " " + i + ".0 0.5; " : i + ",0.5\n");
        }
        return text.toString();
    }

    private QuickReads() {}
}

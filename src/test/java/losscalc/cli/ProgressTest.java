package losscalc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import losscalc.input.Counts;
import losscalc.input.Rows;
import losscalc.loss.Block;
import losscalc.loss.Layout;
import losscalc.problem.Where;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void saysHowFarItHasComeAndHowLongItWillTake() {
        assertEquals(
                "losscalc: 25 %, 50 of 200 MB, 2500000 rows, 625000 rows/s, 0:12 left",
                new Progress(rows(50_000_000), 200_000_000, OutputStream.nullOutputStream()).line(4000));
    }

    @Test
    void saysWhatItKnowsOfAPipe() {
        assertEquals(
                "losscalc: 2500000 rows, 625000 rows/s",
                new Progress(rows(-1), 0, OutputStream.nullOutputStream()).line(4000));
    }

    private static Rows rows(long bytes) {
        return new Rows() {
            @Override
            public boolean fill(Block block) {
                return false;
            }

            @Override
            public Counts counts() {
                return new Counts(2_500_000, 0, 0, 0, 0);
            }

            @Override
            public long bytes() {
                return bytes;
            }

            @Override
            public Where where() {
                return Where.file("data.csv");
            }

            @Override
            public Layout layout() {
                return Layout.of(1, 1);
            }

            @Override
            public void close() {}
        };
    }
}

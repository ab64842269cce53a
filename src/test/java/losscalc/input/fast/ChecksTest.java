package losscalc.input.fast;

import static losscalc.input.fast.QuickReads.PAIRS;
import static losscalc.input.fast.QuickReads.read;
import static losscalc.input.fast.QuickReads.reading;
import static losscalc.input.fast.QuickReads.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import losscalc.input.Reading;
import losscalc.input.Slot;
import losscalc.loss.Interval;
import losscalc.loss.Layout;
import losscalc.problem.Problem;
import org.junit.jupiter.api.Test;

/** The quick lane reads rows whose numbers are such as the loss takes, and leaves others. */
class ChecksTest {
    private static void holds(boolean expected, Reading reading, String row, String numbers) throws Problem {
        String header = "y,p,q,r".substring(0, 2 * reading.width() - 1) + "\n";
        String left = "left behind 1 lines, 0 rows, " + header.length() + " bytes: " + row + "\n";
        assertEquals(expected ? "2/1 " + numbers + "; " : left, read(header + row + "\n", reading));
    }

    @Test
    void targetsAreSuchAsTheLossTakes() throws Problem {
        Reading binary =
                reading(Layout.of(1, 1), slot(0, Slot.Role.BINARY, 0), slot(1, Slot.Role.PREDICTION, 0, Interval.UNIT));
        Reading sign = reading(Layout.of(1, 1), slot(0, Slot.Role.SIGN, 0), slot(1, Slot.Role.PREDICTION, 0));
        Reading classes = reading(
                Layout.of(3, 1), slot(0, Slot.Role.CLASS, 0, Interval.closed(0, 2)), slot(1, Slot.Role.PREDICTION, 0));
        for (String p : new String[] {"0", "0.5", "1"}) {
            holds(true, binary, "1," + p, "1.0 " + Double.parseDouble(p));
        }
        holds(true, binary, "0,1", "0.0 1.0");
        for (String row : new String[] {"2,1", "-1,1", "0.5,1", "1,-0.5", "1,1.5"}) {
            holds(false, binary, row, null);
        }
        holds(true, sign, "1,7", "1.0 7.0");
        holds(true, sign, "-1,-7", "-1.0 -7.0");
        for (String row : new String[] {"0,1", "2,1", "-2,1", "0.5,1"}) {
            holds(false, sign, row, null);
        }
        holds(true, classes, "0,7", "1.0 0.0 0.0 7.0");
        holds(true, classes, "1,7", "0.0 1.0 0.0 7.0");
        holds(true, classes, "2,7", "0.0 0.0 1.0 7.0");
        for (String row : new String[] {"3,1", "-1,1", "0.5,1"}) {
            holds(false, classes, row, null);
        }
        Reading but = new Reading(classes.slots(), 2, classes.layout(), false, false, false, 1);
        holds(true, but, "2,7", "0.0 0.0 1.0 7.0");
        holds(false, but, "1,7", null);
    }

    @Test
    void everyRowOfABlockIsChecked() throws Problem {
        Reading binary =
                reading(Layout.of(1, 1), slot(0, Slot.Role.BINARY, 0), slot(1, Slot.Role.PREDICTION, 0, Interval.UNIT));
        Reading sign =
                reading(Layout.of(1, 1), slot(0, Slot.Role.SIGN, 0), slot(1, Slot.Role.PREDICTION, 0, Interval.UNIT));
        Reading sums = new Reading(PAIRS.slots(), 2, PAIRS.layout(), true, false, false, Double.NaN);
        for (Reading reading : new Reading[] {binary, sign, sums}) {
            for (String bad : new String[] {"2,1\n", "1,2\n"}) {
                for (int place = 0; place < 3 && !(reading == sums && bad.startsWith("1")); place++) {
                    String[] rows = {"1,1\n", "1,1\n", "1,1\n"};
                    rows[place] = bad;
                    String text = String.join("", rows);
                    assertEquals("left behind 1 lines, 0 rows, 4 bytes: " + text, read("y,p\n" + text, reading));
                }
            }
            assertEquals("2/1 1.0 1.0; 3/2 1.0 1.0; ", read("y,p\n1,1\n1,1\n", reading));
        }
    }

    @Test
    void furtherColumnsAndWeights() throws Problem {
        Reading all = reading(
                new Layout(1, 1, 1, true, false, false),
                slot(0, Slot.Role.EXTRA, 0, Interval.POSITIVE),
                slot(1, Slot.Role.WEIGHT, 0, Interval.NON_NEGATIVE),
                slot(2, Slot.Role.PREDICTION, 0, Interval.NON_POSITIVE),
                slot(3, Slot.Role.TARGET, 0));
        holds(true, all, "3,0,-1,5", "5.0 -1.0 3.0 0.0");
        holds(false, all, "0,1,-1,5", null);
        holds(false, all, "3,-1,-1,5", null);
        holds(false, all, "3,1,1,5", null);
    }

    @Test
    void sumsOfRows() throws Problem {
        Slot[] slots = {
            slot(0, Slot.Role.TARGET, 0),
            slot(1, Slot.Role.TARGET, 1),
            slot(2, Slot.Role.PREDICTION, 0),
            slot(3, Slot.Role.PREDICTION, 1)
        };
        Layout layout = Layout.of(2, 2);
        Reading targets = new Reading(List.of(slots), 4, layout, true, false, false, Double.NaN);
        Reading predictions = new Reading(List.of(slots), 4, layout, false, true, false, Double.NaN);
        Reading shares = new Reading(List.of(slots), 4, layout, false, false, true, Double.NaN);
        holds(true, targets, "0.5,0.5,7,7", "0.5 0.5 7.0 7.0");
        holds(true, targets, "0.5,0.5000009,7,7", "0.5 0.5000009 7.0 7.0");
        holds(false, targets, "0.5,0.5000011,7,7", null);
        holds(false, targets, "0.5,0.4999989,7,7", null);
        holds(true, predictions, "7,7,0.25,0.75", "7.0 7.0 0.25 0.75");
        holds(false, predictions, "0.5,0.5,1,1", null);
        Slot[] uneven = {
            slot(0, Slot.Role.TARGET, 0), slot(1, Slot.Role.PREDICTION, 0), slot(2, Slot.Role.PREDICTION, 1)
        };
        Reading two = new Reading(List.of(uneven), 3, Layout.of(1, 2), false, true, false, Double.NaN);
        holds(true, two, "7,0.25,0.75", "7.0 0.25 0.75");
        holds(false, two, "7,1,0.75", null);
        holds(true, shares, "7,7,1,3", "7.0 7.0 1.0 3.0");
        holds(true, shares, "0,0,1,0", "0.0 0.0 1.0 0.0");
        holds(false, shares, "7,7,0,0", null);
    }
}

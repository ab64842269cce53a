package losscalc.input.fast;

import java.util.List;
import losscalc.input.Reading;
import losscalc.input.Slot;

/** What a reader of pieces has to know of the lines. */
final class Plan {
    final byte delimiter;
    final byte mark;
    /** The mark where it cannot be taken for a delimiter; else a byte that never stands behind all digits: a digit. */
    final byte bareMark;

    final Slot[] slots;
    /** How many fields stand between the slot before and this one. */
    final int[] gaps;
    /** How many fields stand behind the last slot. */
    final int after;

    final Reading reading;
    private boolean supported;

    Plan(Reading reading, char delimiter, char mark) {
        this.reading = reading;
        this.delimiter = (byte) delimiter;
        this.mark = (byte) mark;
        this.bareMark = mark == delimiter ? (byte) '9' : (byte) mark;
        List<Slot> all = reading.slots();
        slots = all.toArray(new Slot[0]);
        gaps = new int[slots.length];
        supported = !reading.layout().grouped();
        int next = 0;
        for (int s = 0; s < slots.length; s++) {
            gaps[s] = slots[s].field() - next;
            next = slots[s].field() + 1;
            supported &= gaps[s] >= 0 && slots[s].file() == 0 && slots[s].isNumeric();
        }
        after = reading.width() - next;
    }

    /** How many fields a line has. */
    int width() {
        return reading.width();
    }

    /** Whether this lane can read such lines. */
    boolean isSupported() {
        return supported;
    }
}

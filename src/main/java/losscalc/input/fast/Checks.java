package losscalc.input.fast;

import losscalc.input.Reading;
import losscalc.input.Slot;
import losscalc.loss.Block;
import losscalc.loss.Interval;

/** Whether the numbers of a block are such as the loss takes; all rows of a column at a time. */
final class Checks {
    private final Slot[] slots;
    private final Reading reading;
    /** The class indices, before they become one-hot rows. */
    private final double[] classes;

    Checks(Plan plan) {
        slots = plan.slots;
        reading = plan.reading;
        classes = new double[Block.CAPACITY];
    }

    /** Where the numbers of a slot go. */
    double[] column(int s, Block block) {
        Slot slot = slots[s];
        Slot.Role role = slot.role();
        // Not by a switch, which is a class of its own to load; likewise below.
        if (role == Slot.Role.CLASS) {
            return classes;
        }
        if (role == Slot.Role.PREDICTION) {
            return block.prediction(slot.index());
        }
        if (role == Slot.Role.EXTRA) {
            return block.extra(slot.index());
        }
        return role == Slot.Role.WEIGHT ? block.weights() : block.target(slot.index());
    }

    /** Whether all holds for the first {@code n} rows; class indices have become one-hot rows then. */
    boolean hold(Block block, int n) {
        for (int s = 0; s < slots.length; s++) {
            if (!holds(slots[s], column(s, block), n)) {
                return false;
            }
            if (slots[s].role() == Slot.Role.CLASS) {
                if (isIgnored(n)) {
                    return false;
                }
                spread(block, n);
            }
        }
        boolean sums = reading.targetsSumToOne() || reading.predictionsSumToOne() || reading.predictionsAreShares();
        return !sums || sumsHold(block, n);
    }

    private static boolean holds(Slot slot, double[] x, int n) {
        Slot.Role role = slot.role();
        if (role == Slot.Role.BINARY) {
            return areWhole(x, n) && lie(Interval.UNIT, x, n);
        }
        if (role == Slot.Role.SIGN) {
            return areSigns(x, n);
        }
        if (role == Slot.Role.CLASS) {
            return areWhole(x, n) && lie(slot.domain(), x, n);
        }
        return hasNoEnds(slot.domain()) || lie(slot.domain(), x, n);
    }

    /** Not by equals, which a record makes with method handles when it is first used. */
    private static boolean hasNoEnds(Interval domain) {
        return domain.low() == Double.NEGATIVE_INFINITY && domain.high() == Double.POSITIVE_INFINITY;
    }

    private static boolean areWhole(double[] x, int n) {
        boolean whole = true;
        for (int i = 0; i < n; i++) {
            whole &= x[i] == (int) x[i];
        }
        return whole;
    }

    private static boolean areSigns(double[] x, int n) {
        boolean signs = true;
        for (int i = 0; i < n; i++) {
            signs &= Math.abs(x[i]) == 1;
        }
        return signs;
    }

    private static boolean lie(Interval domain, double[] x, int n) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            low = Math.min(low, x[i]);
            high = Math.max(high, x[i]);
        }
        return domain.contains(low) && domain.contains(high);
    }

    /** Whether a row takes no part; from there on the readable lane counts. */
    private boolean isIgnored(int n) {
        boolean ignored = false;
        for (int i = 0; i < n; i++) {
            ignored |= classes[i] == reading.ignored();
        }
        return ignored;
    }

    private void spread(Block block, int n) {
        for (int c = 0; c < reading.layout().targets(); c++) {
            double[] target = block.target(c);
            for (int i = 0; i < n; i++) {
                target[i] = c == classes[i] ? 1 : 0;
            }
        }
    }

    private boolean sumsHold(Block block, int n) {
        for (int i = 0; i < n; i++) {
            double targets = reading.targetsSumToOne() ? Reading.sum(block, true, i) : 1;
            double predictions = reading.predictionsSumToOne() ? Reading.sum(block, false, i) : 1;
            boolean shares = !reading.predictionsAreShares() || Reading.sum(block, false, i) != 0;
            if (!shares || !isOne(targets) || !isOne(predictions)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOne(double sum) {
        return Math.abs(sum - 1) <= Reading.TOLERANCE;
    }
}

package losscalc.input;

import losscalc.loss.Block;
import losscalc.loss.Interval;
import losscalc.num.Rational;

/**
 * What one field of a record is used for.
 *
 * @param file 0 for the data file, 1 for the file of predictions
 * @param field the field's place in its record, 0-based
 * @param role what it is used for
 * @param index which of the block's columns of that role it fills
 * @param domain where the number must lie
 * @param labels how text becomes a number, or null when the field holds a number
 */
public record Slot(int file, int field, Role role, int index, Interval domain, Labels labels) {
    /** The roles of a field. */
    public enum Role {
        TARGET,
        PREDICTION,
        /** A target in one column that names one of C classes: it becomes a one-hot row. */
        CLASS,
        /** A target that is 0 or 1. */
        BINARY,
        /** A target that is -1 or +1. */
        SIGN,
        EXTRA,
        WEIGHT
    }

    /** Whether every number that can be read stands for itself: no label looks like one. */
    public boolean isNumeric() {
        return labels == null || labels.orIndex() && !labels.hasNumbers();
    }

    /** Puts the value into row {@link Block#rows()} of the block. */
    void put(double value, Block block) {
        int row = block.rows();
        switch (role) {
            case PREDICTION:
                block.prediction(index)[row] = value;
                break;
            case CLASS:
                for (int c = 0; c < block.layout().targets(); c++) {
                    block.target(c)[row] = c == value ? 1 : 0;
                }
                break;
            case EXTRA:
                block.extra(index)[row] = value;
                break;
            case WEIGHT:
                block.weights()[row] = value;
                break;
            default:
                block.target(index)[row] = value;
        }
    }

    /** Puts the decimal into row {@link Block#rows()} of the block, for the roles that have one. */
    void put(Rational decimal, Block block) {
        int row = block.rows();
        switch (role) {
            case PREDICTION:
                block.decimals().prediction(index)[row] = decimal;
                break;
            case WEIGHT:
                block.decimals().weights()[row] = decimal;
                break;
            case CLASS:
            case EXTRA:
                break;
            default:
                block.decimals().target(index)[row] = decimal;
        }
    }
}

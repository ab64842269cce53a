package losscalc.loss;

/**
 * Which columns a block has.
 *
 * @param targets target columns
 * @param predictions prediction columns
 * @param extras further columns of numbers that the loss wants, such as a variance
 * @param weighted whether each row has a weight
 * @param grouped whether each row belongs to a group
 * @param textual whether each row keeps the text of its record
 */
public record Layout(int targets, int predictions, int extras, boolean weighted, boolean grouped, boolean textual) {
    /** Targets and predictions alone. */
    public static Layout of(int targets, int predictions) {
        return new Layout(targets, predictions, 0, false, false, false);
    }
}

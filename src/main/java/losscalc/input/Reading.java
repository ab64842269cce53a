package losscalc.input;

import java.util.List;
import losscalc.loss.Block;
import losscalc.loss.Layout;

/**
 * What is read of each record, and what must hold for it.
 *
 * @param slots the used fields, in the order in which they stand in the record
 * @param width how many fields a record of the data file has
 * @param layout which columns of a block they fill
 * @param targetsSumToOne whether the targets of a row must sum to one
 * @param predictionsSumToOne whether the predictions of a row must sum to one
 * @param predictionsAreShares whether the predictions of a row are divided by their sum
 * @param ignored the class index that takes no part; NaN when there is none
 */
public record Reading(
        List<Slot> slots,
        int width,
        Layout layout,
        boolean targetsSumToOne,
        boolean predictionsSumToOne,
        boolean predictionsAreShares,
        double ignored) {
    /** How far the sum of a row may lie from one. */
    public static final double TOLERANCE = 1e-6;

    /** The sum of the targets, or of the predictions, of a row: in the order of the columns, for the last bit may decide. */
    public static double sum(Block block, boolean targets, int row) {
        double sum = 0;
        int columns = targets ? block.layout().targets() : block.layout().predictions();
        for (int k = 0; k < columns; k++) {
            sum += (targets ? block.target(k) : block.prediction(k))[row];
        }
        return sum;
    }
}

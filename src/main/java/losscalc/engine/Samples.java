package losscalc.engine;

import losscalc.loss.Block;
import losscalc.problem.Problem;

/** Who wants to see each sample as it is computed. */
public interface Samples {
    /**
     * Takes the samples of one block, in the order of the data.
     *
     * @param rows the block; its arrays are filled anew afterwards
     * @param loss for each model the loss of each row
     * @param gradient for each prediction column the derivative in each row; null when it was not asked for
     */
    void samples(Block rows, double[][] loss, double[][] gradient) throws Problem;
}

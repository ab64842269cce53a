package losscalc.engine;

import losscalc.loss.Block;
import losscalc.problem.Problem;

/** Who wants to see each sample as it is computed. */
public interface Samples {
    /**
     * Takes the samples of one block, in the order of the data.
     *
     * @param rows the block; its arrays are filled anew afterwards
     * @param values what was computed of it; likewise
     */
    void samples(Block rows, Computed values) throws Problem;
}

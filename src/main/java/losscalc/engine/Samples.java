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

    /** Hands on what it has printed so far, where that can be read as it is: no further sample may come for long. */
    default void handOn() throws Problem {}

    /**
     * A part of this for one of several workers, who takes the samples of a piece of the data while others
     * take those of other pieces; null when all samples must come one after another.
     */
    default Share share() {
        return null;
    }

    /** Takes the samples of a piece of the data, and keeps them until their turn has come. */
    interface Share extends Samples {
        /** Hands in all samples that it has taken; all that stand before them in the data have been. */
        void handIn() throws Problem;
    }
}

package losscalc.input;

import losscalc.loss.Block;
import losscalc.loss.Layout;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** The rows of the data set, block by block. */
public interface Rows extends AutoCloseable {
    /**
     * Fills the block with the next rows that take part.
     *
     * @return false when there are none left
     * @throws Problem when a row cannot be read in full; the faults of all further rows are counted first
     */
    boolean fill(Block block) throws Problem;

    /**
     * The same rows for several workers, or null when one must read them all. What the workers leave over
     * when they have ended is then read by {@link #fill}.
     */
    default Pieces pieces() {
        return null;
    }

    /** What is wrong with the rows that have been read so far; null when nothing is. */
    default Problem wrong() {
        return null;
    }

    /** How many rows have been read so far, and how many of them were left out. */
    Counts counts();

    /** How many bytes of the file have been read so far; -1 when that is not known. */
    default long bytes() {
        return -1;
    }

    /** The first of the files, for a message about the whole of the data. */
    Where where();

    /** Which columns a block of these rows has. */
    Layout layout();

    @Override
    void close() throws Problem;
}

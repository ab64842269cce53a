package losscalc.input;

import losscalc.loss.Block;

/** Rows that several workers read at the same time, a piece of some ten thousand rows each. */
public interface Pieces {
    /** A reader of pieces, for one worker. */
    Piece reader();

    /** Reads one piece after another: each is taken, filled from until it is empty, and ended. */
    interface Piece {
        /** Takes the next piece of the data that no other reader took; false when there is none. */
        boolean take();

        /** The place of the piece in the data, from 0. */
        long number();

        /** Fills the block with the next rows of the piece; false when there are none left. */
        boolean fill(Block block);

        /**
         * Ends the piece. To be called in the order of the numbers, by one worker at a time.
         *
         * @return false when the rows of this piece are not to be counted: they are among those that
         *     {@link Rows#fill} gives when all readers have ended
         */
        boolean end();
    }
}

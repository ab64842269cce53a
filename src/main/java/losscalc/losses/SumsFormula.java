package losscalc.losses;

import losscalc.loss.Row;
import losscalc.loss.SetFormula;
import losscalc.num.Ball;

/** A loss of a set of rows that is made of a few sums, such as {@linkplain AmountSum those of amounts}. */
interface SumsFormula extends SetFormula {
    /** The sums of no rows yet, of amounts of so many bits. */
    Sums sums(int bits);

    /** Whether the sums are exact, whatever the bits. */
    default boolean isExact() {
        return false;
    }

    /** How many rows can be kept. */
    KeptRows.Room room();

    @Override
    default Accumulator start() {
        return new CertainSet(this);
    }

    /** Sums that grow. */
    interface Sums {
        void add(Row row, double weight);

        /** Says that the rows so far are a whole group. */
        default void close() {}

        /** Adds other sums of the same kind. */
        void merge(Sums other);

        /** The loss to so many bits, and what is not known of it. */
        Ball loss(int bits);
    }
}

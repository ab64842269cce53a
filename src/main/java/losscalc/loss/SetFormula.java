package losscalc.loss;

import java.util.List;

/**
 * A loss of a set of rows, such as the Dice loss of an image: no single row has one. The set is the whole
 * file, or each group of {@code --by}.
 */
public non-sealed interface SetFormula extends Formula {
    /** An empty set. */
    Accumulator start();

    /**
     * Whether a set is always a group of {@code --by}, such as the documents of one query, and rows of two
     * groups are never set against one another. Then the loss of the whole is made from the closed groups.
     */
    default boolean isOfGroups() {
        return false;
    }

    /**
     * Whether several target columns, each with its prediction, are {@linkplain Outputs outputs} with a value of
     * their own. Else their pairs are one set.
     */
    default boolean isOfOutputs() {
        return false;
    }

    /**
     * What else is known of a set beside its loss, such as what it was made of.
     *
     * @param predictions how many prediction columns there are
     */
    default List<String> details(int predictions) {
        return List.of();
    }

    /** A set of rows that grows. */
    interface Accumulator {
        /**
         * Adds one row.
         *
         * @param row its numbers; the object is used again for the next row
         * @param weight its weight, 1 when the rows have none
         */
        void add(Row row, double weight);

        /** Says that the rows so far are a whole group: those that are merged later are of other groups. */
        default void close() {}

        /** Adds all rows of another set of the same formula; the order does not matter for the value. */
        void merge(Accumulator other);

        /** The loss of the rows so far, the exact value rounded once; NaN when it is not defined. */
        double value();

        /** The {@linkplain SetFormula#details details}, in their order. */
        default double[] details() {
            return new double[0];
        }
    }
}

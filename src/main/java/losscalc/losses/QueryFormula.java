package losscalc.losses;

import losscalc.loss.Row;
import losscalc.num.Ball;

/** A loss of the documents of a query. Over several queries it is made of the sums of what each of them adds. */
interface QueryFormula extends SumsFormula {
    /** The sums of no query yet, of amounts of so many bits. */
    QuerySums ofQueries(int bits);

    @Override
    default boolean isOfGroups() {
        return true;
    }

    @Override
    default Sums sums(int bits) {
        return new Queries(this, bits);
    }

    /** Sums over whole queries. */
    interface QuerySums {
        /** Adds a query; without any document it adds nothing. */
        void add(Ranked query);

        /** Adds other sums of the same kind. */
        void merge(QuerySums other);

        /** The loss to so many bits, and what is not known of it. */
        Ball mean(int bits);
    }

    /** The documents of a query that is still open, and the sums over those that are closed. */
    final class Queries implements Sums {
        private final QueryFormula formula;
        private final int bits;
        private final Ranked open = new Ranked();
        private final QuerySums closed;

        private Queries(QueryFormula formula, int bits) {
            this.formula = formula;
            this.bits = bits;
            closed = formula.ofQueries(bits);
        }

        @Override
        public void add(Row row, double weight) {
            open.add(row, weight);
        }

        @Override
        public void close() {
            closed.add(open);
            open.clear();
        }

        @Override
        public void merge(Sums other) {
            Queries queries = (Queries) other;
            open.addAll(queries.open);
            closed.merge(queries.closed);
        }

        @Override
        public Ball loss(int most) {
            QuerySums all = formula.ofQueries(bits);
            all.merge(closed);
            all.add(open);
            return all.mean(most);
        }
    }
}

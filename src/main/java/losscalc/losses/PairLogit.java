package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Row;
import losscalc.loss.SetFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.DoubleDouble;
import losscalc.num.ExactSum;
import losscalc.num.Rational;
import losscalc.num.Real;

/** Pairwise logistic ranking loss of the documents of a query. */
final class PairLogit implements Loss {
    private static final OfDistance OF_DISTANCE = new OfDistance();

    @Override
    public Card card() {
        return Card.of("pair-logit", "Pairwise logistic ranking loss")
                .aliases("PairLogit", "PairLogitPairwise", "ranknet", "pairwise_logistic")
                .about(Family.DISTRIBUTION, "the logistic loss of the score difference of every pair that ranks unlike")
                .use("Lists by query, judged by all pairs whose relevance differs (RankNet).")
                .avoid("Very long lists: the number of pairs grows with the square.")
                .formula("""
                        mean over pairs of log(1 + exp(-(s_i - s_j)))
                        all pairs with y_i > y_j among the rows of one query: --by QUERY
                        """)
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .ofQueries()
                .twin("catboost", "PairLogit", "", "takes the pairs, and their weights")
                .twin("xgboost", "rank:pairwise", "", "an objective; has no value of its own")
                .note("--by names the column of the query; without it the file is one query. The total is the mean over"
                        + " all pairs of all queries.")
                .note(
                        "A pair weighs the product of its rows' weights. Without any pair it is not a number. Natural logarithm.")
                .source("C. Burges et al., Learning to rank using gradient descent, 2005;"
                        + " https://doi.org/10.1145/1102351.1102363");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    /** log(1 + e^-d) of two scores with the distance d. */
    private record OfDistance() implements Amount.Equation {
        @Override
        public <R extends Real<R>> R of(R[] s) {
            return s[0].minus(s[1]).abs().negate().softplus();
        }
    }

    record Equation() implements SetFormula {
        @Override
        public Accumulator start() {
            return new Queries();
        }

        @Override
        public boolean isOfGroups() {
            return true;
        }
    }

    /** The rows of a query that is still open, and the exact sums over the pairs of those that are closed. */
    private static final class Queries implements SetFormula.Accumulator {
        private final Ranked open = new Ranked();
        private final Sums closed = new Sums();

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
        public void merge(SetFormula.Accumulator other) {
            Queries queries = (Queries) other;
            open.addAll(queries.open);
            closed.merge(queries.closed);
        }

        @Override
        public double value() {
            Sums all = new Sums();
            all.merge(closed);
            all.add(open);
            return all.mean();
        }
    }

    /** Of pairs: the sum of the losses, that of their terms which are not exact, and that of the weights. */
    private static final class Sums {
        private final ExactSum losses = new ExactSum();
        private final ExactSum inexact = new ExactSum();
        private final ExactSum weights = new ExactSum();

        void merge(Sums other) {
            losses.merge(other.losses);
            inexact.merge(other.inexact);
            weights.merge(other.weights);
        }

        void add(Ranked rows) {
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < rows.size(); j++) {
                    if (rows.relevance(i) > rows.relevance(j)) {
                        add(rows.score(i), rows.score(j), rows.weight(i), rows.weight(j));
                    }
                }
            }
        }

        // w_i w_j log(1 + e^-(s_i - s_j)),  which is max(0, s_j - s_i) + log(1 + e^-|s_i - s_j|)
        private void add(double high, double low, double w, double v) {
            if (low > high) {
                losses.addProduct(w, v, DoubleDouble.difference(low, high));
            }
            Amount rest = OF_DISTANCE.at(high, low);
            rest.addTo(losses, w, v);
            rest.addTo(inexact, w, v);
            weights.addProduct(w, v);
        }

        double mean() {
            if (weights.isZero() || !losses.isFinite() || !inexact.isFinite()) {
                return losses.ratio(weights);
            }
            Rational error = inexact.toRational().times(Amount.ERROR);
            return losses.toRational().dividedBy(weights.toRational()).nearest(error.dividedBy(weights.toRational()));
        }
    }
}

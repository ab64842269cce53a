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

/** Pairwise logistic ranking loss of the documents of a query. */
final class PairLogit implements Loss {
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
                .gradient("none: a query has the loss, not a row")
                .hessian("none: a query has the loss, not a row")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .ofSets()
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
        private final ExactSum losses = new ExactSum();
        private final ExactSum weights = new ExactSum();

        @Override
        public void add(Row row, double weight) {
            open.add(row, weight);
        }

        @Override
        public void close() {
            addPairs(losses, weights);
            open.clear();
        }

        @Override
        public void merge(SetFormula.Accumulator other) {
            Queries queries = (Queries) other;
            open.addAll(queries.open);
            losses.merge(queries.losses);
            weights.merge(queries.weights);
        }

        @Override
        public double value() {
            ExactSum allLosses = losses.copy();
            ExactSum allWeights = weights.copy();
            addPairs(allLosses, allWeights);
            return allWeights.isZero() ? Double.NaN : allLosses.ratio(allWeights);
        }

        // w_i w_j log(1 + e^-(s_i - s_j))  for all y_i > y_j
        private void addPairs(ExactSum intoLosses, ExactSum intoWeights) {
            for (int i = 0; i < open.size(); i++) {
                for (int j = 0; j < open.size(); j++) {
                    if (open.relevance(i) > open.relevance(j)) {
                        DoubleDouble weight = DoubleDouble.product(open.weight(i), open.weight(j));
                        DoubleDouble loss = DoubleDouble.difference(open.score(j), open.score(i))
                                .softplus();
                        intoLosses.addProduct(loss, weight);
                        intoWeights.add(weight);
                    }
                }
            }
        }
    }
}

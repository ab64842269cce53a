package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Ball;
import losscalc.num.ExactSum;
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
        return new Equation(new KeptRows.Room());
    }

    /** log(1 + e^-d) of two scores with the distance d. */
    private record OfDistance() implements Amount.Equation {
        @Override
        public <R extends Real<R>> R of(R[] s) {
            return s[0].minus(s[1]).abs().negate().softplus();
        }
    }

    record Equation(KeptRows.Room room) implements QueryFormula {
        @Override
        public QuerySums ofQueries(int bits) {
            return new Pairs(bits);
        }
    }

    /** Of pairs: the sum of the losses, in two parts, and that of the weights. */
    private static final class Pairs implements QueryFormula.QuerySums {
        private final int bits;
        private final ExactSum distances = new ExactSum();
        private final AmountSum rest;
        private final ExactSum weights = new ExactSum();

        Pairs(int bits) {
            this.bits = bits;
            rest = new AmountSum(bits, false);
        }

        @Override
        public void merge(QueryFormula.QuerySums sums) {
            Pairs other = (Pairs) sums;
            distances.merge(other.distances);
            rest.merge(other.rest);
            weights.merge(other.weights);
        }

        @Override
        public void add(Ranked rows) {
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
                // One by one: the difference may be beyond all doubles, and weigh little.
                distances.addProduct(w, v, low);
                distances.addProduct(w, v, -high);
            }
            rest.add(w, v, OF_DISTANCE.at(bits, high, low));
            weights.addProduct(w, v);
        }

        @Override
        public Ball mean(int most) {
            if (weights.isZero() || !distances.isFinite() || !rest.isFinite()) {
                return Ball.of(distances.ratio(weights) + rest.toDouble(), most);
            }
            return distances.toBall(most).plus(rest.toBall(most)).dividedBy(weights.toBall(most));
        }
    }
}

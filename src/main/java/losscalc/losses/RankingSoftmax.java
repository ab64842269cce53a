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

/** Softmax ranking loss of the documents of a query. */
final class RankingSoftmax implements Loss {
    private static final Ratio RATIO = new Ratio();

    @Override
    public Card card() {
        return Card.of("ranking-softmax", "Softmax ranking loss")
                .aliases("ranking_softmax_loss", "listnet", "QuerySoftMax")
                .about(Family.DISTRIBUTION, "cross-entropy of a query's relevances and the softmax of its scores")
                .use("Lists of documents by query with graded relevance.")
                .avoid("Only which of two is better is known: pair-logit.")
                .formula("""
                        -sum over i of y_i log softmax(s)_i,    i over the rows of one query: --by QUERY
                        """)
                .target(Target.NUMBER, Interval.NON_NEGATIVE)
                .prediction(Interval.REAL)
                .ofQueries()
                .twin("optax", "ranking_softmax_loss", "", "one query a row, segments by an argument")
                .twin("catboost", "QuerySoftMax", "", "relevances of a query divided by their sum; scores times beta")
                .note("--by names the column of the query; without it the file is one query. The total is the mean over"
                        + " the queries.")
                .note("A weight multiplies the relevance of its row. Relevances need not sum to one.")
                .note("ListNet itself takes the softmax of the relevances, too; here they are taken as they are.")
                .source("Z. Cao et al., Learning to rank: from pairwise approach to listwise approach, 2007;"
                        + " https://doi.org/10.1145/1273496.1273513");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(new KeptRows.Room());
    }

    record Equation(KeptRows.Room room) implements QueryFormula {
        @Override
        public QuerySums ofQueries(int bits) {
            return new Lists(bits);
        }
    }

    /** e^(s - m) of two scores. */
    private record Ratio() implements Amount.Equation {
        @Override
        public <R extends Real<R>> R of(R[] s) {
            return s[0].minus(s[1]).exp();
        }
    }

    /** The sum of the losses of queries, in two parts. */
    private static final class Lists implements QueryFormula.QuerySums {
        private final int bits;
        private final ExactSum gaps = new ExactSum();
        private final AmountSum logs;
        private long count;

        Lists(int bits) {
            this.bits = bits;
            logs = new AmountSum(bits, false);
        }

        @Override
        public void merge(QueryFormula.QuerySums sums) {
            Lists other = (Lists) sums;
            gaps.merge(other.gaps);
            logs.merge(other.logs);
            count += other.count;
        }

        // Σ y_i ((m - s_i) + log(1 + Σ e^(s_k - m))),  m the highest score, k all others
        @Override
        public void add(Ranked rows) {
            if (rows.size() == 0) {
                return;
            }
            count++;
            int top = 0;
            for (int i = 1; i < rows.size(); i++) {
                top = rows.score(i) > rows.score(top) ? i : top;
            }
            AmountSum others = new AmountSum(bits, false);
            ExactSum relevance = new ExactSum();
            for (int i = 0; i < rows.size(); i++) {
                relevance.addProduct(rows.relevance(i), rows.weight(i));
                // One by one: the difference may be beyond all doubles, and weigh little.
                gaps.addProduct(rows.relevance(i), rows.weight(i), rows.score(top));
                gaps.addProduct(rows.relevance(i), rows.weight(i), -rows.score(i));
                if (i != top) {
                    others.add(1, 1, RATIO.at(bits, rows.score(i), rows.score(top)));
                }
            }
            logs.add(relevance, others.log1p());
        }

        @Override
        public Ball mean(int most) {
            return count == 0 || !gaps.isFinite() || !logs.isFinite()
                    ? Ball.of(gaps.mean(count) + logs.toDouble(), most)
                    : gaps.toBall(most).plus(logs.toBall(most)).dividedBy(count);
        }
    }
}

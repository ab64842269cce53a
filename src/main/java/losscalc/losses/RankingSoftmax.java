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

    /** e^(s - m) of two scores. */
    private record Ratio() implements Amount.Equation {
        @Override
        public <R extends Real<R>> R of(R[] s) {
            return s[0].minus(s[1]).exp();
        }
    }

    /** The rows of a query that is still open, and the exact sum of the losses of those that are closed. */
    private static final class Queries implements SetFormula.Accumulator {
        private final Ranked open = new Ranked();
        private final Sums closed = new Sums();
        private long count;

        @Override
        public void add(Row row, double weight) {
            open.add(row, weight);
        }

        @Override
        public void close() {
            if (open.size() > 0) {
                closed.add(open);
                count++;
                open.clear();
            }
        }

        @Override
        public void merge(SetFormula.Accumulator other) {
            Queries queries = (Queries) other;
            open.addAll(queries.open);
            closed.merge(queries.closed);
            count += queries.count;
        }

        @Override
        public double value() {
            if (open.size() == 0) {
                return closed.mean(count);
            }
            Sums all = new Sums();
            all.merge(closed);
            all.add(open);
            return all.mean(count + 1);
        }
    }

    /** The sum of the losses, and that of its terms which are not exact. */
    private static final class Sums {
        private final ExactSum loss = new ExactSum();
        private final ExactSum inexact = new ExactSum();

        void merge(Sums other) {
            loss.merge(other.loss);
            inexact.merge(other.inexact);
        }

        // Σ y_i ((m - s_i) + log(1 + Σ e^(s_k - m))),  m the highest score, k all others
        void add(Ranked rows) {
            int top = 0;
            for (int i = 1; i < rows.size(); i++) {
                top = rows.score(i) > rows.score(top) ? i : top;
            }
            ExactSum others = new ExactSum();
            ExactSum relevance = new ExactSum();
            for (int i = 0; i < rows.size(); i++) {
                DoubleDouble gap = DoubleDouble.difference(rows.score(top), rows.score(i));
                relevance.addProduct(rows.relevance(i), rows.weight(i));
                loss.addProduct(rows.relevance(i), rows.weight(i), gap);
                if (i != top) {
                    RATIO.at(rows.score(i), rows.score(top)).addTo(others, 1, 1);
                }
            }
            DoubleDouble y = relevance.toDoubleDouble();
            Amount log = Amount.log1p(others);
            log.addTo(loss, 1, y.hi());
            log.addTo(loss, 1, y.lo());
            log.addTo(inexact, 1, Math.abs(y.hi()));
        }

        double mean(long n) {
            if (n == 0 || !loss.isFinite() || !inexact.isFinite()) {
                return loss.mean(n);
            }
            Rational error = inexact.toRational().times(Amount.ERROR);
            return loss.toRational().dividedBy(n).nearest(error.dividedBy(n));
        }
    }
}

package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Row;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Ball;
import losscalc.num.DoubleDouble;
import losscalc.num.ExactSum;
import losscalc.num.Exactly;
import losscalc.num.Real;

/** Expected calibration error of a set of rows. */
final class CalibrationError implements Loss {
    private static final Param BINS =
            Param.whole("bins", 15, Interval.closed(1, 1_000_000), "into how many parts of equal width [0, 1] is cut");
    private static final Param NORM = Param.choice(
            "norm", "l1: the mean gap, l2: the root of the mean squared gap, max: the largest gap", "l1", "l2", "max");

    @Override
    public Card card() {
        return Card.of("ece", "Expected calibration error")
                .aliases("calibration_error", "expected_calibration_error", "BinaryCalibrationError")
                .aliases("MulticlassCalibrationError")
                .about(Family.BINARY, "how far predicted probabilities are from what then happened, over bins of rows")
                .use("You ask whether of 100 cases that were given 0.8 some 80 happen.")
                .avoid("Ranking or sharpness: a constant forecast of the base rate is perfectly calibrated.")
                .formula("""
                        l1   sum over bins of n_b/n |g_b|,    g_b = mean of y less mean of p of the rows in bin b
                        l2   sqrt(sum over bins of n_b/n g_b^2)
                        max  the largest |g_b|
                        """)
                .target(Target.CLASS, Interval.UNIT)
                .prediction(Scale.PROBABILITY, Scale.LOGIT)
                .shares()
                .param(BINS)
                .param(NORM)
                .ofSets()
                .twin(
                        "torchmetrics",
                        "BinaryCalibrationError",
                        "",
                        "bins hold their lower ends, not the upper; p = 1 is a bin of its own")
                .twin("torchmetrics", "MulticlassCalibrationError", "", "likewise")
                .note(
                        "A bin holds its upper end and not the lower; p = 0 goes into the first. The edges k/bins are exact.")
                .note(
                        "C prediction columns: p is the highest probability, y whether that class (the first of equals) is true.")
                .source("C. Guo et al., On calibration of modern neural networks, 2017;"
                        + " https://doi.org/10.48550/arXiv.1706.04599");
    }

    @Override
    public Formula formula(Setup setup) {
        Bernoulli binary = setup.predictions() == 1 ? Bernoulli.of(setup) : null;
        Categorical many = binary == null ? Categorical.of(setup) : null;
        return new Equation(binary, many, (int) setup.value(BINS), (int) setup.value(NORM), new KeptRows.Room());
    }

    record Equation(Bernoulli binary, Categorical many, int bins, int norm, KeptRows.Room room) implements SumsFormula {
        /** Whether probabilities are the predictions themselves. */
        @Override
        public boolean isExact() {
            return binary instanceof Bernoulli.OfProbability || many instanceof Categorical.OfProbabilities;
        }

        @Override
        public Sums sums(int bits) {
            return new Bins(this, bits);
        }
    }

    /** The probability of class c, or of the label 1; or one less it. */
    private record Share(Equation formula, int c, boolean isRest) implements Amount.Equation {
        @Override
        public <R extends Real<R>> R of(R[] f) {
            if (formula.binary != null) {
                return formula.binary.probability(isRest ? 0 : 1, f[0]);
            }
            return isRest ? formula.many.rest(f, c) : formula.many.probability(f, c);
        }
    }

    /** The rows of a bin. */
    private static final class Bin {
        private final ExactSum count = new ExactSum();
        /** The sum of y, or of y - 1 where 1 - p is less than p; then the sums of p and of 1 - p. */
        private final ExactSum exact = new ExactSum();

        private final AmountSum probable;
        private final AmountSum rest;

        Bin(int bits, boolean isExact) {
            probable = new AmountSum(bits, isExact);
            rest = new AmountSum(bits, isExact);
        }

        void merge(Bin other) {
            count.merge(other.count);
            exact.merge(other.exact);
            probable.merge(other.probable);
            rest.merge(other.rest);
        }

        boolean isFinite() {
            return exact.isFinite() && probable.isFinite() && rest.isFinite();
        }

        /** The sum of y - p. */
        Ball gap(int most) {
            return exact.toBall(most).minus(probable.toBall(most)).plus(rest.toBall(most));
        }
    }

    private static final class Bins implements SumsFormula.Sums {
        private final Equation formula;
        private final int bits;
        /** Null where there are no rows. */
        private final Bin[] bins;

        Bins(Equation formula, int bits) {
            this.formula = formula;
            this.bits = bits;
            bins = new Bin[formula.bins];
        }

        @Override
        public void add(Row row, double weight) {
            int c = top(row.prediction());
            Amount p = new Share(formula, c, false).at(bits, row.prediction());
            Bin bin = open(bin(row, c, p.quick()));
            bin.count.add(weight);
            bin.exact.addProduct(weight, row.target()[c]);
            if (p.quick().hi() <= 0.5) {
                bin.probable.add(weight, 1, p);
            } else {
                bin.exact.add(-weight);
                bin.rest.add(weight, 1, new Share(formula, c, true).at(bits, row.prediction()));
            }
        }

        private Bin open(int b) {
            if (bins[b] == null) {
                bins[b] = new Bin(bits, formula.isExact());
            }
            return bins[b];
        }

        /** The first class of those with the highest value. */
        private static int top(double[] row) {
            int top = 0;
            for (int c = 1; c < row.length; c++) {
                if (row[c] > row[top]) {
                    top = c;
                }
            }
            return top;
        }

        /** The bin (b/n, (b+1)/n] that holds p. */
        private int bin(Row row, int c, DoubleDouble p) {
            DoubleDouble place = p.times(formula.bins);
            double edge = Math.rint(place.hi());
            double beyond = place.minus(edge).hi();
            if (Math.abs(beyond) <= 0x1p-90 * edge) {
                beyond = preciselyBeyond(row, c, edge);
            }
            int upper = (int) (beyond > 0 ? edge + 1 : edge);
            return Math.max(0, Math.min(formula.bins, upper) - 1);
        }

        /** How far p lies above an edge, where double-double does not tell it from the edge. */
        private double preciselyBeyond(Row row, int c, double edge) {
            Exactly beyond = new Exactly() {
                @Override
                public Ball[] at(int most) {
                    Ball p = new Share(formula, c, false).of(Ball.of(row.prediction(), most));
                    return new Ball[] {p.times(formula.bins).minus(edge)};
                }
            };
            return Exactly.rounded(beyond)[0];
        }

        @Override
        public void merge(SumsFormula.Sums other) {
            Bin[] more = ((Bins) other).bins;
            for (int b = 0; b < bins.length; b++) {
                if (more[b] != null) {
                    open(b).merge(more[b]);
                }
            }
        }

        // Σ |G_b| / n;  √(Σ G_b² / n_b / n);  max |G_b| / n_b,  G_b = n_b g_b
        @Override
        public Ball loss(int most) {
            ExactSum all = new ExactSum();
            Ball sum = Ball.of(0, most);
            for (Bin bin : bins) {
                if (bin != null && !bin.count.isZero()) {
                    if (!bin.isFinite()) {
                        return Ball.of(Double.NaN, most);
                    }
                    all.merge(bin.count);
                    Ball gap = bin.gap(most).abs();
                    Ball mean = gap.dividedBy(bin.count.toBall(most));
                    sum = formula.norm == 2 ? greater(sum, mean) : sum.plus(formula.norm == 0 ? gap : gap.times(mean));
                }
            }
            Ball mean = formula.norm == 2 ? sum : sum.dividedBy(all.toBall(most));
            return formula.norm == 1 ? mean.sqrt() : mean;
        }

        /** The greater of two, which nobody needs to tell: (a + b + |a - b|) / 2. */
        private static Ball greater(Ball a, Ball b) {
            return a.plus(b).plus(a.minus(b).abs()).dividedBy(2);
        }
    }
}

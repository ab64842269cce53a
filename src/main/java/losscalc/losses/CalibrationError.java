package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Row;
import losscalc.loss.Scale;
import losscalc.loss.SetFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Ball;
import losscalc.num.DoubleDouble;
import losscalc.num.ExactSum;
import losscalc.num.Exactly;
import losscalc.num.Rational;
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
        return new Equation(binary, many, (int) setup.value(BINS), (int) setup.value(NORM));
    }

    record Equation(Bernoulli binary, Categorical many, int bins, int norm) implements SetFormula {
        @Override
        public Accumulator start() {
            return new Bins(this);
        }

        /** Whether probabilities are the predictions themselves. */
        boolean isExact() {
            return binary instanceof Bernoulli.OfProbability || many instanceof Categorical.OfProbabilities;
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

    private static final class Bins implements SetFormula.Accumulator {
        private final Equation formula;
        /** For each bin the sum of y - p, or y - 1 + (1 - p) where 1 - p is less; null while it has no rows. */
        private final ExactSum[] gap;

        /** The sum of p or 1 - p, whichever is less: the part of the above that is not exact. */
        private final ExactSum[] inexact;

        /** The number of rows. */
        private final ExactSum[] count;

        Bins(Equation formula) {
            this.formula = formula;
            gap = new ExactSum[formula.bins];
            inexact = new ExactSum[formula.bins];
            count = new ExactSum[formula.bins];
        }

        @Override
        public void add(Row row, double weight) {
            int c = top(row.prediction());
            double y = row.target()[c];
            Amount p = new Share(formula, c, false).at(row.prediction());
            int b = bin(row, c, p.quick());
            open(b);
            gap[b].addProduct(weight, y);
            count[b].add(weight);
            if (p.quick().hi() <= 0.5) {
                p.addTo(gap[b], -weight, 1);
                p.addTo(inexact[b], weight, 1);
            } else {
                Amount rest = new Share(formula, c, true).at(row.prediction());
                gap[b].add(-weight);
                rest.addTo(gap[b], weight, 1);
                rest.addTo(inexact[b], weight, 1);
            }
        }

        private void open(int b) {
            if (count[b] == null) {
                gap[b] = new ExactSum();
                inexact[b] = new ExactSum();
                count[b] = new ExactSum();
            }
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
                public Ball[] at(int bits) {
                    Ball[] f = Ball.of(row.prediction(), bits);
                    Ball p = formula.binary != null
                            ? formula.binary.probability(1, f[0])
                            : formula.many.probability(f, c);
                    return new Ball[] {p.times(formula.bins).minus(edge)};
                }
            };
            return Exactly.rounded(beyond)[0];
        }

        @Override
        public void merge(SetFormula.Accumulator other) {
            Bins bins = (Bins) other;
            for (int b = 0; b < count.length; b++) {
                if (bins.count[b] != null) {
                    open(b);
                    gap[b].merge(bins.gap[b]);
                    inexact[b].merge(bins.inexact[b]);
                    count[b].merge(bins.count[b]);
                }
            }
        }

        // Σ |G_b| / n;  √(Σ G_b² / n_b / n);  max |G_b| / n_b,  G_b = n_b g_b
        @Override
        public double value() {
            ExactSum all = new ExactSum();
            Rational sum = Rational.of(0);
            Rational error = sum;
            for (int b = 0; b < count.length; b++) {
                if (count[b] != null && !count[b].isZero()) {
                    if (!gap[b].isFinite()) {
                        return Double.NaN;
                    }
                    all.merge(count[b]);
                    Rational total = gap[b].toRational().abs();
                    Rational mean = total.dividedBy(count[b].toRational());
                    Rational off = inexact[b].toRational().times(Amount.ERROR);
                    if (formula.norm == 2) {
                        sum = sum.max(mean);
                        error = error.max(off.dividedBy(count[b].toRational()));
                    } else {
                        sum = sum.plus(formula.norm == 0 ? total : total.times(mean));
                        error = error.plus(
                                formula.norm == 0 ? off : mean.times(3).times(off));
                    }
                }
            }
            if (all.isZero()) {
                return Double.NaN;
            }
            Rational n = formula.norm == 2 ? Rational.of(1) : all.toRational();
            return rounded(sum.dividedBy(n), formula.isExact() ? Rational.of(0) : error.dividedBy(n));
        }

        private double rounded(Rational mean, Rational error) {
            return formula.norm == 1 ? mean.nearestRoot(error) : mean.nearest(error);
        }
    }
}

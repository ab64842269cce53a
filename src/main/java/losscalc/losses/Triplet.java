package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.DoubleDouble;
import losscalc.num.Real;

/** Triplet margin loss: an anchor is to be nearer to what is alike than to what is not. */
final class Triplet implements Loss {
    private static final Param MARGIN =
            new Param("margin", 1, Interval.NON_NEGATIVE, "by how much the one that is unlike is to be farther away");
    private static final Param P =
            new Param("p", 2, Interval.atLeast(1), "the norm: 2 is Euclid's distance, 1 the sum");
    private static final Param EPS =
            new Param("eps", 0, Interval.NON_NEGATIVE, "added to each difference; 1e-6 in torch");
    private static final Param SWAP =
            Param.choice("swap", "yes: the distance of the other two counts, where that is smaller", "no", "yes");

    @Override
    public Card card() {
        return Card.of("triplet", "Triplet margin loss")
                .aliases("TripletMarginLoss", "triplet_loss")
                .about(
                        Family.DISTRIBUTION,
                        "an anchor is to be nearer to what is alike than to what is not, by a margin")
                .use("Embeddings: the positive should be nearer to the anchor than the negative, by a margin.")
                .avoid("Pairs only: contrastive.")
                .formula("""
                        max(0, d(a, u) - d(a, v) + margin),    d(x, y) = (sum over k of |x_k - y_k + eps|^p)^(1/p)
                        a the anchor, u what is like it, v what is not; with swap, min(d(a, v), d(u, v)) for d(a, v)
                        """)
                .gradient("by u: dd(a, u)/du, by v: -dd(a, v)/dv where the loss is positive, else 0;"
                        + " dd(a, u)/du_k = -|e_k|^(p - 1) sign(e_k) / d^(p - 1),  e = a - u + eps")
                .hessian("likewise; d^2 d/du_k^2 = (p - 1) |e_k|^(p - 2) d^(1 - 2p) sum over j, not k, of |e_j|^p")
                .target(Target.VECTOR, Interval.REAL)
                .prediction(Interval.REAL)
                .parts(2)
                .param(MARGIN)
                .param(P)
                .param(EPS)
                .param(SWAP)
                .twin("torch", "TripletMarginLoss", "--eps 1e-6")
                .twin(
                        "optax",
                        "triplet_margin_loss",
                        "",
                        "adds its eps, 1e-6, to the sum; takes no absolute values, so p is to be even")
                .note(
                        "The target columns are the anchor; the prediction columns the vector that is like it, then the one"
                                + " that is not: -t a1,a2 -p u1,u2,v1,v2.")
                .note("The distance is not squared, as in torch; the paper squares it.")
                .source("F. Schroff, D. Kalenichenko, J. Philbin, FaceNet: a unified embedding for face recognition and"
                        + " clustering, 2015; https://doi.org/10.1109/CVPR.2015.7298682");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(MARGIN), setup.value(P), setup.value(EPS), setup.value(SWAP) == 1);
    }

    record Equation(double margin, double p, double eps, boolean swap) implements RowFormula {
        /** Up to here no power of a number in the midst of the range leaves the range. */
        private static final double MODERATE = 4;

        /** What is as small as this, beside the numbers of a row, may be 0. */
        private static final double SMALL = 0x1p-60;

        // max(0, d(a, u) - d(a, v) + m)
        @Override
        public <R extends Real<R>> R loss(Row row, R[] f) {
            return gap(row, f).max(f[0].constant(0));
        }

        private <R extends Real<R>> R gap(Row row, R[] f) {
            return near(row, f).excessOver(far(row, f)).plus(margin);
        }

        @Override
        public boolean isLossless(Row row) {
            DoubleDouble gap = gap(row, DoubleDouble.of(row.prediction()));
            return p <= MODERATE && gap.isFinite() && gap.hi() < -SMALL * RowFormula.super.termSize(row, 1);
        }

        @Override
        public double termSize(Row row, int order) {
            double size = RowFormula.super.termSize(row, 1);
            boolean isClear = order == 0
                    || !swap && gap(row, DoubleDouble.of(row.prediction())).hi() > SMALL * size;
            return p <= MODERATE && isClear ? size : Double.POSITIVE_INFINITY;
        }

        // d(a, u)' - d(a, v)'  where the loss is positive
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
            derivatives(row, f, gradient, false);
        }

        // d(a, u)'' - d(a, v)''  where the loss is positive
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
            derivatives(row, f, hessian, true);
        }

        private <R extends Real<R>> void derivatives(Row row, R[] f, R[] into, boolean second) {
            Arrays.fill(into, f[0].constant(0));
            if (gap(row, f).signum() <= 0) {
                return;
            }
            Norm<R> near = near(row, f);
            Norm<R> far = far(row, f);
            boolean ofOthers = swap && far.isLess(anchorToFar(row, f));
            int n = row.target().length;
            for (int k = 0; k < n; k++) {
                // The distance between the other two depends on both.
                R ofNear = second ? near.curvature(k) : near.slope(k).negate();
                R ofFar = second ? far.curvature(k).negate() : far.slope(k);
                into[n + k] = ofFar;
                into[k] = !ofOthers ? ofNear : second ? ofNear.plus(ofFar) : ofNear.minus(ofFar);
            }
        }

        private <R extends Real<R>> Norm<R> near(Row row, R[] f) {
            return Norm.of(anchor(row, f), f, 0, p, eps);
        }

        private <R extends Real<R>> Norm<R> anchorToFar(Row row, R[] f) {
            return Norm.of(anchor(row, f), f, row.target().length, p, eps);
        }

        private <R extends Real<R>> Norm<R> far(Row row, R[] f) {
            Norm<R> far = anchorToFar(row, f);
            Norm<R> others = swap ? Norm.of(f, f, row.target().length, p, eps) : far;
            return swap && others.isLess(far) ? others : far;
        }

        private static <R extends Real<R>> R[] anchor(Row row, R[] f) {
            R[] anchor = f.clone();
            for (int k = 0; k < row.target().length; k++) {
                anchor[k] = row.target(k, f[k]);
            }
            return anchor;
        }
    }
}

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
        // max(0, d(a, u) - d(a, v) + m)
        @Override
        public DoubleDouble loss(Row row) {
            return near(row).length().minus(far(row).length()).plus(margin).max(DoubleDouble.ZERO);
        }

        // d(a, u)' - d(a, v)'  where the loss is positive
        @Override
        public void gradient(Row row, DoubleDouble[] gradient) {
            derivatives(row, gradient, false);
        }

        // d(a, u)'' - d(a, v)''  where the loss is positive
        @Override
        public void hessian(Row row, DoubleDouble[] hessian) {
            derivatives(row, hessian, true);
        }

        private void derivatives(Row row, DoubleDouble[] into, boolean second) {
            Arrays.fill(into, DoubleDouble.ZERO);
            if (loss(row).signum() <= 0) {
                return;
            }
            Norm near = near(row);
            Norm far = far(row);
            boolean ofOthers = swap && far.length().compareTo(anchorToFar(row).length()) < 0;
            int n = row.target().length;
            for (int k = 0; k < n; k++) {
                if (second) {
                    into[k] = near.curvature(k);
                    into[n + k] = DoubleDouble.ZERO.minus(far.curvature(k));
                    into[k] = ofOthers ? into[k].minus(far.curvature(k)) : into[k];
                } else {
                    into[k] = DoubleDouble.ZERO.minus(near.slope(k));
                    into[n + k] = far.slope(k);
                    into[k] = ofOthers ? into[k].minus(far.slope(k)) : into[k];
                }
            }
        }

        private Norm near(Row row) {
            return norm(row.target(), 0, row.prediction(), 0, row.target().length);
        }

        private Norm far(Row row) {
            Norm far = anchorToFar(row);
            if (!swap) {
                return far;
            }
            int n = row.target().length;
            Norm others = norm(row.prediction(), 0, row.prediction(), n, n);
            return others.length().compareTo(far.length()) < 0 ? others : far;
        }

        private Norm anchorToFar(Row row) {
            int n = row.target().length;
            return norm(row.target(), 0, row.prediction(), n, n);
        }

        private Norm norm(double[] x, int fromX, double[] y, int fromY, int n) {
            DoubleDouble[] e = new DoubleDouble[n];
            for (int k = 0; k < n; k++) {
                e[k] = DoubleDouble.difference(x[fromX + k], y[fromY + k]).plus(eps);
            }
            return new Norm(e, p);
        }
    }

    /** The p-norm of a vector and its derivatives; scaled by its largest element, so that no power overflows. */
    private static final class Norm {
        private final DoubleDouble[] e;
        private final double p;
        private final int exponent;
        private final DoubleDouble[] powers;
        /** The norm of the scaled vector. */
        private final DoubleDouble length;

        Norm(DoubleDouble[] e, double p) {
            this.e = e;
            this.p = p;
            double largest = 0;
            for (DoubleDouble each : e) {
                largest = Math.max(largest, each.abs().hi());
            }
            exponent = largest > 0 && largest <= Double.MAX_VALUE ? Math.getExponent(largest) : 0;
            powers = new DoubleDouble[e.length];
            DoubleDouble sum = DoubleDouble.ZERO;
            for (int k = 0; k < e.length; k++) {
                e[k] = e[k].scalb(-exponent);
                powers[k] = e[k].abs().pow(p);
                sum = sum.plus(powers[k]);
            }
            length = p == 1
                    ? sum
                    : p == 2 || sum.signum() == 0
                            ? sum.sqrt()
                            : sum.log().dividedBy(p).exp();
        }

        DoubleDouble length() {
            return length.scalb(exponent);
        }

        /** By element k: |e_k|^(p - 1) sign(e_k) / d^(p - 1). */
        DoubleDouble slope(int k) {
            if (e[k].signum() == 0) {
                return DoubleDouble.ZERO;
            }
            if (p == 1) {
                return DoubleDouble.of(e[k].signum());
            }
            return p == 2 ? e[k].dividedBy(length) : ratio(k).pow(p - 1).times(e[k].signum());
        }

        /** By element k twice: (p - 1) |e_k|^(p - 2) d^(1 - 2p) times the sum of the other powers. */
        DoubleDouble curvature(int k) {
            if (p == 1 || length.signum() == 0 || p > 2 && e[k].signum() == 0) {
                return DoubleDouble.ZERO;
            }
            DoubleDouble others = DoubleDouble.ZERO;
            for (int j = 0; j < e.length; j++) {
                others = j == k ? others : others.plus(powers[j]);
            }
            DoubleDouble share = others.dividedBy(length.pow(p)).dividedBy(length);
            DoubleDouble power = p == 2 ? DoubleDouble.ONE : ratio(k).pow(p - 2);
            return share.times(power).times(DoubleDouble.difference(p, 1)).scalb(-exponent);
        }

        private DoubleDouble ratio(int k) {
            return e[k].abs().dividedBy(length);
        }
    }
}

package losscalc.losses;

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
import losscalc.num.Real;

/** Cosine distance of two vectors. */
final class CosineDistance implements Loss {
    static final Param ZERO = new Param(
            "zero",
            Double.NaN,
            Interval.closed(-1, 1),
            "what the cosine is where a vector is zero, and so has no direction");

    private static final Param FORM = Param.choice(
            "form",
            "distance: 1 - cos; negative: -cos; similarity: cos itself, which is no loss",
            "distance",
            "negative",
            "similarity");

    @Override
    public Card card() {
        return Card.of("cosine", "Cosine distance")
                .aliases("cosine_distance", "cosine_loss")
                .shorthand("--form", "negative", "cosine_proximity")
                .about(Family.DISTRIBUTION, "how far two vectors point apart, whatever their lengths; between 0 and 2")
                .use("Directions of vectors matter, their lengths do not: embeddings of text.")
                .avoid("Lengths carry meaning, or vectors may be zero.")
                .formula("1 - u.v / (|u| |v|),    u the target, v the prediction; without the 1 with --form negative")
                .gradient("(u.v v_k / |v|^2 - u_k) / (|u| |v|);    the other sign with --form similarity")
                .hessian("(2 u_k v_k + u.v - 3 u.v v_k^2 / |v|^2) / (|u| |v|^3)")
                .target(Target.VECTOR, Interval.REAL)
                .prediction(Interval.REAL)
                .predictions(2, Integer.MAX_VALUE)
                .signed()
                .param(ZERO)
                .param(FORM)
                .twin("optax", "cosine_distance")
                .twin("optax", "cosine_similarity", "--form similarity")
                .twin("keras", "CosineSimilarity", "--form negative --zero 0 --mean-over rows")
                .twin("torch", "CosineSimilarity", "--form similarity --zero 0", "holds each length at 1e-8 or more")
                .twin("torchmetrics", "CosineSimilarity", "--form similarity --reduction sum")
                .twin("scipy", "distance.cosine")
                .note("Where a vector is zero, the loss is not a number, unless --zero says what the cosine is.")
                .source("G. Salton, A. Wong, C. S. Yang, A vector space model for automatic indexing, 1975;"
                        + " https://doi.org/10.1145/361219.361220");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(ZERO), (int) setup.value(FORM));
    }

    record Equation(double zero, int form) implements RowFormula {
        // 1 - u·v / (|u| |v|)
        @Override
        public <R extends Real<R>> R loss(Row row, R[] v) {
            Angle<R> angle = angle(row, v);
            R cosine = angle.isZero() ? v[0].constant(zero) : angle.cosine();
            return form == 0 ? cosine.negate().plus(1) : cosine.times(sign());
        }

        /** The terms are 1 at most; of the derivatives no size is known. */
        @Override
        public double termSize(Row row, int order) {
            return order == 0 ? 1 : Double.POSITIVE_INFINITY;
        }

        // (u·v v_k / |v|² - u_k) / (|u| |v|)
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] v, R[] gradient) {
            Angle<R> angle = angle(row, v);
            for (int k = 0; k < v.length; k++) {
                gradient[k] =
                        isConstant(angle) ? v[k].constant(0) : angle.slope(k).times(sign());
            }
        }

        // (2 u_k v_k + u·v - 3 u·v v_k² / |v|²) / (|u| |v|³)
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] v, R[] hessian) {
            Angle<R> angle = angle(row, v);
            for (int k = 0; k < v.length; k++) {
                hessian[k] = isConstant(angle)
                        ? v[k].constant(0)
                        : angle.curvature(k).times(sign());
            }
        }

        /** The sign of the cosine in the loss. */
        private int sign() {
            return form == 2 ? 1 : -1;
        }

        private boolean isConstant(Angle<?> angle) {
            return angle.isZero() && !Double.isNaN(zero);
        }

        private static <R extends Real<R>> Angle<R> angle(Row row, R[] v) {
            R[] u = v.clone();
            for (int k = 0; k < u.length; k++) {
                u[k] = row.target(k, v[k]);
            }
            return Angle.between(u, v);
        }
    }
}

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
import losscalc.num.Angle;
import losscalc.num.DoubleDouble;

/** Cosine distance of two vectors. */
final class CosineDistance implements Loss {
    static final Param ZERO = new Param(
            "zero",
            Double.NaN,
            Interval.closed(-1, 1),
            "what the cosine is where a vector is zero, and so has no direction");

    @Override
    public Card card() {
        return Card.of("cosine", "Cosine distance")
                .aliases("cosine_distance", "cosine_loss")
                .about(Family.DISTRIBUTION, "how far two vectors point apart, whatever their lengths; between 0 and 2")
                .formula("1 - u.v / (|u| |v|),    u the target, v the prediction")
                .gradient("(u.v v_k / |v|^2 - u_k) / (|u| |v|)")
                .hessian("(2 u_k v_k + u.v - 3 u.v v_k^2 / |v|^2) / (|u| |v|^3)")
                .target(Target.VECTOR, Interval.REAL)
                .prediction(Interval.REAL)
                .predictions(2, Integer.MAX_VALUE)
                .param(ZERO)
                .twin("optax", "cosine_distance")
                .twin("keras", "CosineSimilarity", "", "one less: the loss is -cosine")
                .twin("torch", "CosineSimilarity", "", "the cosine itself; holds each length at 1e-8 or more")
                .twin("torchmetrics", "CosineSimilarity", "", "the cosine itself, summed over the rows")
                .twin("scipy", "distance.cosine")
                .note("Where a vector is zero, the loss is not a number, unless --zero says what the cosine is.")
                .source("G. Salton, A. Wong, C. S. Yang, A vector space model for automatic indexing, 1975;"
                        + " https://doi.org/10.1145/361219.361220");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(ZERO));
    }

    record Equation(double zero) implements RowFormula {
        // 1 - u·v / (|u| |v|)
        @Override
        public DoubleDouble loss(Row row) {
            Angle angle = angle(row);
            return angle.isZero() ? DoubleDouble.difference(1, zero) : angle.distance();
        }

        // (u·v v_k / |v|² - u_k) / (|u| |v|)
        @Override
        public void gradient(Row row, DoubleDouble[] gradient) {
            Angle angle = angle(row);
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] = isConstant(angle) ? DoubleDouble.ZERO : DoubleDouble.ZERO.minus(angle.slope(k));
            }
        }

        // (2 u_k v_k + u·v - 3 u·v v_k² / |v|²) / (|u| |v|³)
        @Override
        public void hessian(Row row, DoubleDouble[] hessian) {
            Angle angle = angle(row);
            for (int k = 0; k < hessian.length; k++) {
                hessian[k] = isConstant(angle) ? DoubleDouble.ZERO : DoubleDouble.ZERO.minus(angle.curvature(k));
            }
        }

        private boolean isConstant(Angle angle) {
            return angle.isZero() && !Double.isNaN(zero);
        }

        private static Angle angle(Row row) {
            return new Angle(row.target(), 0, row.prediction(), 0, row.prediction().length);
        }
    }
}

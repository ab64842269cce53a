package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Real;

/** Generalized intersection over union of two boxes, taken from 1. */
final class GeneralizedIntersectionOverUnion implements Loss {
    @Override
    public Card card() {
        return Card.of("giou", "Generalized IoU loss")
                .aliases("giou_loss", "GIoULoss", "generalized_box_iou_loss")
                .about(
                        Family.DISTRIBUTION,
                        "how little two boxes cover one another, and how far apart they are; 0 to 2")
                .use("Predicted boxes in images, also those that do not overlap their target.")
                .avoid("Offsets of boxes, not their corners, were predicted: smooth-l1.")
                .formula("""
                        1 - I / U + (C - U) / C
                        I the area of both boxes' intersection, U of their union, C of the smallest box around both
                        """)
                .gradient("-(I' U - I U') / U^2 - (U' C - U C') / C^2, by each of the four corners' coordinates")
                .hessian("2 U' (I' U - I U') / U^3 + 2 C' (U' C - U C') / C^3")
                .target(Target.VECTOR, Interval.REAL)
                .prediction(Interval.REAL)
                .predictions(4, 4)
                .twin("tensorflow-addons", "giou_loss", "", "boxes are y1, x1, y2, x2: the same number")
                .twin("torchvision", "generalized_box_iou_loss", "", "adds 1e-7 to both denominators")
                .note(
                        "A box is four columns: x1, y1 of its lower corner, x2, y2 of its upper one. A side with x2 < x1 is 0.")
                .note("Where two edges fall together, the gradient is that of a prediction which lies inside.")
                .note("Where U is 0, I / U is 0; where C is 0, so is (C - U) / C.")
                .source("H. Rezatofighi et al., Generalized intersection over union, 2019;"
                        + " https://doi.org/10.1109/CVPR.2019.00075");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements RowFormula {
        // (U - I) / U + (C - U) / C
        @Override
        public <R extends Real<R>> R loss(Row row, R[] f) {
            return isFinite(row) ? loss(areas(row, f, 0)) : f[0].constant(Double.NaN);
        }

        /** The terms are 1 at most; of the derivatives no size is known. */
        @Override
        public double termSize(Row row, int order) {
            return order == 0 ? 1 : Double.POSITIVE_INFINITY;
        }

        // -(I' U - I U') / U² - (U' C - U C') / C²
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
            for (int k = 0; k < f.length; k++) {
                gradient[k] = isFinite(row) ? gradient(areas(row, f, k)) : f[k].constant(Double.NaN);
            }
        }

        // 2 U' (I' U - I U') / U³ + 2 C' (U' C - U C') / C³
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
            for (int k = 0; k < f.length; k++) {
                hessian[k] = isFinite(row) ? hessian(areas(row, f, k)) : f[k].constant(Double.NaN);
            }
        }

        private static <R extends Real<R>> R loss(Areas<R> a) {
            R zero = a.union.constant(0);
            R apart = a.union.signum() == 0
                    ? a.union.constant(1)
                    : a.union.minus(a.inner).dividedBy(a.union);
            return apart.plus(
                    a.hull.signum() == 0 ? zero : a.hull.minus(a.union).dividedBy(a.hull));
        }

        private static <R extends Real<R>> R gradient(Areas<R> a) {
            R zero = a.union.constant(0);
            R first = a.union.signum() == 0 ? zero : a.innerTurn().dividedBy(a.union.squared());
            R second = a.hull.signum() == 0 ? zero : a.hullTurn().dividedBy(a.hull.squared());
            return zero.minus(first).minus(second);
        }

        private static <R extends Real<R>> R hessian(Areas<R> a) {
            R zero = a.union.constant(0);
            R first = a.union.signum() == 0
                    ? zero
                    : a.innerTurn()
                            .times(a.unionSlope)
                            .dividedBy(a.union.squared().times(a.union));
            R second = a.hull.signum() == 0
                    ? zero
                    : a.hullTurn().times(a.hullSlope).dividedBy(a.hull.squared().times(a.hull));
            return first.plus(second).times(2);
        }

        /** The areas and their derivatives by coordinate k of the predicted box. */
        private static <R extends Real<R>> Areas<R> areas(Row row, R[] f, int k) {
            R zero = f[0].constant(0);
            Axis<R> x = Axis.of(zero, row, 0, k);
            Axis<R> y = Axis.of(zero, row, 1, k);
            Axis<R> along = k % 2 == 0 ? x : y;
            Axis<R> across = k % 2 == 0 ? y : x;
            R inner = along.inner.times(across.inner);
            R innerSlope = across.inner.times(along.innerSlope);
            R union = along.predicted
                    .times(across.predicted)
                    .plus(along.wanted.times(across.wanted))
                    .minus(inner);
            R unionSlope = across.predicted.times(along.predictedSlope).minus(innerSlope);
            R hull = along.hull.times(across.hull);
            return new Areas<>(inner, innerSlope, union, unionSlope, hull, across.hull.times(along.hullSlope));
        }

        private static boolean isFinite(Row row) {
            boolean finite = true;
            for (int k = 0; k < 4; k++) {
                finite &= Double.isFinite(row.target()[k]) && Double.isFinite(row.prediction()[k]);
            }
            return finite;
        }
    }

    /** I, U and C, and their derivatives by one coordinate. */
    private record Areas<R extends Real<R>>(R inner, R innerSlope, R union, R unionSlope, R hull, R hullSlope) {
        /** I' U - I U'. */
        R innerTurn() {
            return innerSlope.times(union).minus(inner.times(unionSlope));
        }

        /** U' C - U C'. */
        R hullTurn() {
            return unionSlope.times(hull).minus(union.times(hullSlope));
        }
    }

    /** The lengths along one axis, and their derivatives by one coordinate of the predicted box. */
    private record Axis<R extends Real<R>>(
            R predicted, R wanted, R inner, R hull, double predictedSlope, double innerSlope, double hullSlope) {
        static <R extends Real<R>> Axis<R> of(R zero, Row row, int axis, int k) {
            double t1 = row.target()[axis];
            double t2 = row.target()[axis + 2];
            double f1 = row.prediction()[axis];
            double f2 = row.prediction()[axis + 2];
            R predicted = length(zero, f1, f2);
            R inner = length(zero, Math.max(t1, f1), Math.min(t2, f2));
            R hull = length(zero, Math.min(t1, f1), Math.max(t2, f2));
            boolean upper = k == axis + 2;
            int sign = upper ? 1 : k == axis ? -1 : 0;
            boolean inside = upper ? f2 <= t2 : f1 >= t1;
            return new Axis<>(
                    predicted,
                    length(zero, t1, t2),
                    inner,
                    hull,
                    predicted.signum() * sign,
                    inside ? inner.signum() * sign : 0,
                    inside ? 0 : sign);
        }

        private static <R extends Real<R>> R length(R zero, double from, double to) {
            return zero.constant(to).minus(from).max(zero);
        }
    }
}

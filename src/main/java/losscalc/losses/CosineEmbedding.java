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
import losscalc.num.Real;

/** Cosine embedding loss: of two vectors that are alike or not. */
final class CosineEmbedding implements Loss {
    private static final Param MARGIN = new Param(
            "margin", 0, Interval.closed(-1, 1), "the cosine up to which a pair that is unlike costs nothing");

    @Override
    public Card card() {
        return Card.of("cosine-embedding", "Cosine embedding loss")
                .aliases("CosineEmbeddingLoss")
                .about(Family.DISTRIBUTION, "pairs that are alike are to point the same way, others not")
                .use("Pairs of vectors that are labelled alike or not.")
                .avoid("Only a distance is at hand: contrastive, hinge-embedding.")
                .formula("""
                        1 - c                      if y = +1,    c = u.v / (|u| |v|)
                        max(0, c - margin)         if y = -1
                        """)
                .gradient("by v: -dc/dv_k if y = +1; dc/dv_k if y = -1 and c > margin, else 0; likewise by u."
                        + " dc/dv_k = (u_k - u.v v_k / |v|^2) / (|u| |v|)")
                .hessian("the same of d^2 c/dv_k^2 = (3 u.v v_k^2 / |v|^2 - 2 u_k v_k - u.v) / (|u| |v|^3)")
                .target(Target.SIGN, Interval.closed(-1, 1))
                .prediction(Interval.REAL)
                .predictions(2, Integer.MAX_VALUE)
                .parts(2)
                .param(MARGIN)
                .param(CosineDistance.ZERO)
                .twin(
                        "torch",
                        "CosineEmbeddingLoss",
                        "--zero 0",
                        "adds 1e-12 to each squared length; a label that is neither costs 0")
                .note("The prediction columns are the vector u, then the vector v: -p u1,u2,v1,v2.")
                .note("Labels are -1 and +1. For others, --positive LABEL names the one that is +1.")
                .note("Where a vector is zero, the loss is not a number, unless --zero says what the cosine is.")
                .source("PyTorch, CosineEmbeddingLoss;"
                        + " https://docs.pytorch.org/docs/stable/generated/torch.nn.CosineEmbeddingLoss.html");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(MARGIN), setup.value(CosineDistance.ZERO));
    }

    record Equation(double margin, double zero) implements RowFormula {
        // 1 - c  if y = 1,  else  max(0, c - m)
        @Override
        public <R extends Real<R>> R loss(Row row, R[] f) {
            R cosine = cosine(f);
            return isAlike(row) ? cosine.negate().plus(1) : cosine.minus(margin).max(cosine.constant(0));
        }

        /** The terms are 1 at most; of the derivatives no size is known. */
        @Override
        public double termSize(Row row, int order) {
            return order == 0 ? 1 : Double.POSITIVE_INFINITY;
        }

        // -c'  if y = 1,  else  c' above m
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
            derivatives(row, f, gradient, false);
        }

        // -c''  if y = 1,  else  c'' above m
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
            derivatives(row, f, hessian, true);
        }

        private <R extends Real<R>> void derivatives(Row row, R[] f, R[] into, boolean second) {
            int n = f.length / 2;
            int sign = isAlike(row) ? -1 : cosine(f).compareTo(margin) <= 0 ? 0 : 1;
            for (int part = 0; part < 2; part++) {
                Angle<R> angle = Angle.between(half(f, 1 - part), half(f, part));
                boolean isFlat = sign == 0 || angle.isZero() && !Double.isNaN(zero);
                for (int k = 0; k < n; k++) {
                    R derivative = isFlat ? f[k].constant(0) : second ? angle.curvature(k) : angle.slope(k);
                    into[part * n + k] = derivative.times(sign);
                }
            }
        }

        private static boolean isAlike(Row row) {
            return row.target()[0] > 0;
        }

        private <R extends Real<R>> R cosine(R[] f) {
            Angle<R> angle = Angle.between(half(f, 0), half(f, 1));
            return angle.isZero() ? f[0].constant(zero) : angle.cosine();
        }

        /** The vector u, or v. */
        private static <R extends Real<R>> R[] half(R[] f, int part) {
            int n = f.length / 2;
            return Arrays.copyOfRange(f, part * n, part * n + n);
        }
    }
}

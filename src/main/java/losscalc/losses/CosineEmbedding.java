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
                .hessian("the same of the second derivatives of c")
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
        public DoubleDouble loss(Row row) {
            Angle angle = angle(row, false);
            if (row.target()[0] > 0) {
                return angle.isZero() ? DoubleDouble.difference(1, zero) : angle.distance();
            }
            DoubleDouble rest = cosine(angle).minus(margin);
            return Double.isNaN(rest.hi()) ? rest : rest.max(DoubleDouble.ZERO);
        }

        // -c'  if y = 1,  else  c' above m
        @Override
        public void gradient(Row row, DoubleDouble[] gradient) {
            derivatives(row, gradient, false);
        }

        // -c''  if y = 1,  else  c'' above m
        @Override
        public void hessian(Row row, DoubleDouble[] hessian) {
            derivatives(row, hessian, true);
        }

        private void derivatives(Row row, DoubleDouble[] into, boolean second) {
            int n = into.length / 2;
            int sign = sign(row);
            for (int part = 0; part < 2; part++) {
                Angle angle = angle(row, part == 0);
                boolean isFlat = sign == 0 || angle.isZero() && !Double.isNaN(zero);
                for (int k = 0; k < n; k++) {
                    into[part * n + k] =
                            isFlat ? DoubleDouble.ZERO : (second ? angle.curvature(k) : angle.slope(k)).times(sign);
                }
            }
        }

        /** The sign of the cosine in the loss; 0 where the loss is flat. */
        private int sign(Row row) {
            if (row.target()[0] > 0) {
                return -1;
            }
            return cosine(angle(row, false)).compareTo(margin) <= 0 ? 0 : 1;
        }

        private DoubleDouble cosine(Angle angle) {
            return angle.isZero() ? DoubleDouble.of(zero) : angle.cosine();
        }

        /** The angle, its derivatives being those by the second vector, or by the first. */
        private static Angle angle(Row row, boolean byFirst) {
            int n = row.prediction().length / 2;
            return new Angle(row.prediction(), byFirst ? n : 0, row.prediction(), byFirst ? 0 : n, n);
        }
    }
}

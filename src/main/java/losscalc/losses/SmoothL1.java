package losscalc.losses;

import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Field;
import losscalc.num.Twofold;

/** Smooth L1 loss: Huber's loss divided by its threshold. */
final class SmoothL1 implements Loss {
    private static final Param BETA = new Param(
            "beta",
            1,
            Interval.NON_NEGATIVE,
            "the size of residual at which the parabola goes over into straight lines; 0 gives the absolute error");

    @Override
    public Card card() {
        return Card.of("smooth-l1", "Smooth L1 loss")
                .aliases("SmoothL1Loss", "smooth_l1_loss")
                .about(Family.REGRESSION, "absolute error with a rounded tip; the slope of the lines stays 1")
                .use("Regression of boxes and other bounded offsets, as in Fast R-CNN; slopes never exceed 1.")
                .avoid("You compare with huber: it is that divided by beta, another number unless beta is 1.")
                .formula("""
                        r^2 / (2 beta)                 if |r| <  beta
                        |r| - 1/2 beta                 if |r| >= beta,    r = y - f
                        """)
                .gradient("-r / beta if |r| < beta, else -sign(r)")
                .hessian("1 / beta if |r| < beta, else 0")
                .target(Target.NUMBER, Interval.REAL)
                .prediction(Interval.REAL)
                .param(BETA)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.RESIDUAL)
                .twin("torch", "SmoothL1Loss")
                .note("huber with delta = beta, divided by beta: the two are the same at 1 only.")
                .source("R. Girshick, Fast R-CNN, 2015; https://doi.org/10.1109/ICCV.2015.169");
    }

    @Override
    public Formula formula(Setup setup) {
        double beta = setup.value(BETA);
        return beta == 0 ? new AbsoluteError.Equation() : new Equation(beta);
    }

    record Equation(double beta) implements ResidualFormula {
        // r² / (2 β)  if |r| < β,  else  |r| - ½ β
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            R r = y.minus(f).abs();
            return r.compareTo(beta) < 0
                    ? r.dividedBy(beta).times(r).dividedBy(2)
                    : r.minus(r.constant(beta).dividedBy(2));
        }

        @Override
        public double quick(double r, double dr) {
            double a = Math.abs(r);
            double da = r < 0 ? -dr : dr;
            if (a < beta || a == beta && da < 0) {
                return Twofold.squaredOver(r, dr, beta) / 2;
            }
            double rest = 2 * a - beta;
            return Twofold.product(1, 0, rest, Twofold.exact(Twofold.lost(2 * a, -beta, rest), 2 * da)) / 2;
        }

        // (f - y) / β, held within ± 1
        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            R slope = f.minus(y);
            return slope.abs().compareTo(beta) < 0 ? slope.dividedBy(beta) : slope.constant(slope.signum());
        }

        // 1 / β within ± β, else 0
        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return f.minus(y).abs().compareTo(beta) < 0 ? y.constant(1).dividedBy(beta) : y.constant(0);
        }
    }
}

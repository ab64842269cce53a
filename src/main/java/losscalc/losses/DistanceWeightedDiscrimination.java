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
import losscalc.num.Real;

/** Distance-weighted discrimination loss. */
final class DistanceWeightedDiscrimination implements Loss {
    private static final Param Q =
            new Param("q", 1, Interval.POSITIVE, "how fast the tail falls: as a to the power -q");

    @Override
    public Card card() {
        return Card.of("dwd", "Distance-weighted discrimination loss")
                .aliases("DWDMarginLoss", "distance_weighted_discrimination")
                .about(Family.BINARY, "a hinge loss that never quite reaches 0, so that every sample has a say")
                .use("High dimensions and few rows: every row keeps a say, unlike hinge.")
                .avoid("A loss of exactly 0 for settled rows is wanted: hinge.")
                .formula("""
                        1 - a                                        if a <= q / (q + 1),    a = y f
                        (q / ((q + 1) a))^q / (q + 1)                if a > q / (q + 1)
                        """)
                .gradient("y times: -1 if a <= q / (q + 1), else -(q / ((q + 1) a))^(q + 1)")
                .hessian("0 if a <= q / (q + 1), else (q + 1) / a (q / ((q + 1) a))^(q + 1)")
                .target(Target.SIGN, Interval.closed(-1, 1))
                .prediction(Interval.REAL)
                .param(Q)
                .bestConstant(BestConstant.SEARCH)
                .twin("juliaml", "DWDMarginLoss", "", "q must be given")
                .note("As q grows it becomes the hinge loss.")
                .note("Labels are -1 and +1. For others, --positive LABEL names the one that is +1.")
                .source("B. Wang, H. Zou, Another look at distance-weighted discrimination, 2018;"
                        + " https://doi.org/10.1111/rssb.12244");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(setup.value(Q));
    }

    record Equation(double q) implements SmoothMarginFormula {
        // 1 - a  if a ≤ q / (q + 1),  else  r^q / (q + 1),  r = q / ((q + 1) a)
        @Override
        public <R extends Real<R>> R of(R a) {
            return isLinear(a)
                    ? a.constant(1).minus(a)
                    : ratio(a).pow(q).dividedBy(a.constant(q).plus(1));
        }

        // -1,  else  -r^(q + 1)
        @Override
        public <R extends Real<R>> R slope(R a) {
            return isLinear(a)
                    ? a.constant(-1)
                    : ratio(a).pow(q).times(ratio(a)).negate();
        }

        // 0,  else  (q + 1) r^(q + 1) / a
        @Override
        public <R extends Real<R>> R curvature(R a) {
            return isLinear(a)
                    ? a.constant(0)
                    : slope(a).times(a.constant(q).plus(1)).dividedBy(a).negate();
        }

        private <R extends Real<R>> boolean isLinear(R a) {
            return a.constant(q).plus(1).times(a).compareTo(q) <= 0;
        }

        private <R extends Real<R>> R ratio(R a) {
            return a.constant(q).dividedBy(a.constant(q).plus(1).times(a));
        }
    }
}

package losscalc.losses;

import losscalc.loss.AnalyticFormula;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Real;

/** The Brier score of a yes-or-no question: the squared error of the probability. */
final class Brier implements Loss {
    @Override
    public Card card() {
        return Card.of("brier", "Brier score")
                .aliases("brier_score", "brier_score_loss", "brier_class")
                .about(Family.BINARY, "the squared error of a probability: bounded, and smallest for the true one")
                .use("Probabilities of an event, by a score that is bounded and forgives a certain error.")
                .avoid("Very rare events: all values are tiny then, and bce tells more.")
                .formula("(y - p)^2,    p the probability, 1 / (1 + e^-z) of a logit z")
                .gradient("2 (p - y) p',    p' = 1 by probability, p (1 - p) by logit, p by log-probability")
                .hessian("2 p'^2 + 2 (p - y) p'',    p'' = 0, p (1 - p) (1 - 2 p), p")
                .target(Target.BINARY, Interval.UNIT)
                .prediction(Scale.PROBABILITY, Scale.LOGIT, Scale.LOG_PROBABILITY)
                .bestConstant(BestConstant.MEAN)
                .working(Working.TRUE_PROBABILITY)
                .twin("sklearn", "brier_score_loss")
                .twin("yardstick", "brier_class")
                .twin("catboost", "BrierScore")
                .note("No one-half. Brier's own score sums over both classes and is twice this: multiclass-brier.")
                .source("G. W. Brier, Verification of forecasts expressed in terms of probability, 1950;"
                        + " https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2");
    }

    @Override
    public Formula formula(Setup setup) {
        return setup.scale() == Scale.PROBABILITY ? new SquaredError.Equation() : new Equation(Bernoulli.of(setup));
    }

    record Equation(Bernoulli p) implements AnalyticFormula {
        // (y - p)²
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return p.excess(y, f).squared();
        }

        @Override
        public boolean cancels() {
            return true;
        }

        // 2 (p - y) p'
        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return p.excess(y, f).times(slope(f)).times(2);
        }

        // 2 p'² + 2 (p - y) p''
        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            return slope(f).squared().plus(p.excess(y, f).times(curvature(f))).times(2);
        }

        /** p' = -p s', s = -log p. */
        private <R extends Real<R>> R slope(R f) {
            return p.probability(1, f).times(p.slope(1, f)).negate();
        }

        /** p'' = p (s'² - s''). */
        private <R extends Real<R>> R curvature(R f) {
            return p.slope(1, f).squared().minus(p.curvature(1, f)).times(p.probability(1, f));
        }
    }
}

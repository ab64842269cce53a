package losscalc.losses;

import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Real;

/** Exponential loss, that of AdaBoost. */
final class Exponential implements Loss {
    @Override
    public Card card() {
        return Card.of("exponential", "Exponential loss")
                .aliases("ExponentialLoss", "exp_loss", "adaboost")
                .about(Family.BINARY, "grows without bound for scores on the wrong side; what AdaBoost minimises")
                .use("The quantity that AdaBoost drives down.")
                .avoid("Labels are noisy: a single bad row can be the whole sum (logistic, savage).")
                .formula("exp(-a),    a = y f")
                .gradient("-y exp(-a)")
                .hessian("exp(-a)")
                .target(Target.SIGN, Interval.closed(-1, 1))
                .prediction(Interval.REAL)
                .bestConstant(BestConstant.SEARCH)
                .twin("sklearn", "GradientBoostingClassifier(loss='exponential')", "--positive 1")
                .twin("juliaml", "ExpLoss")
                .note("The score is half the logit of the probability of +1, where the loss is smallest on average.")
                .note("Labels are -1 and +1. For others, --positive LABEL names the one that is +1.")
                .source("Y. Freund, R. E. Schapire, A decision-theoretic generalization of on-line learning, 1997;"
                        + " https://doi.org/10.1006/jcss.1997.1504");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation();
    }

    record Equation() implements SmoothMarginFormula {
        // e^-a
        @Override
        public <R extends Real<R>> R of(R a) {
            return a.negate().exp();
        }

        // -e^-a
        @Override
        public <R extends Real<R>> R slope(R a) {
            return of(a).negate();
        }

        // e^-a
        @Override
        public <R extends Real<R>> R curvature(R a) {
            return of(a);
        }
    }
}

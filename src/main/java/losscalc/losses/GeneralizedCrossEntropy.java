package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.ClassFormula;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Real;

/** Generalized cross-entropy: between cross-entropy and the mean absolute error of the probability. */
final class GeneralizedCrossEntropy implements Loss {
    private static final Param Q = new Param(
            "q",
            0.5,
            new Interval(0, 1, true, false),
            "how bounded it is: near 0 it is cross-entropy, at 1 it is 1 - p");

    @Override
    public Card card() {
        return Card.of("gce", "Generalized cross-entropy")
                .aliases("CategoricalGeneralizedCrossEntropy", "generalized_cross_entropy")
                .about(Family.MULTICLASS, "cross-entropy with a bound, so that wrong labels in the data count less")
                .use("Labels in the data are partly wrong; q trades cross-entropy (0) for the error itself (1).")
                .avoid("Labels are clean: it learns more slowly and ranks models less sharply.")
                .formula("(1 - p^q) / q,    p the probability of the true class")
                .gradient("p^q ds/df,    s = -log p")
                .hessian("p^q (d^2 s/df^2 - q (ds/df)^2)")
                .target(Target.CLASS, Interval.UNIT)
                .probabilities()
                .prediction(Scale.PROBABILITY, Scale.LOGIT, Scale.LOG_PROBABILITY)
                .shares()
                .predictions(2, Integer.MAX_VALUE)
                .param(Q)
                .working(Working.TRUE_PROBABILITY)
                .twin("keras", "CategoricalGeneralizedCrossEntropy")
                .note("Where the target is a distribution over the classes, the loss is the mean over it.")
                .source("Z. Zhang, M. R. Sabuncu, Generalized cross entropy loss for training deep neural networks with"
                        + " noisy labels, 2018; https://doi.org/10.48550/arXiv.1805.07836");
    }

    @Override
    public Formula formula(Setup setup) {
        return new Equation(Categorical.of(setup), setup.value(Q));
    }

    record Equation(Categorical p, double q) implements ClassFormula {
        // (1 - p^q) / q = -(e^(-q s) - 1) / q,  s = -log p
        @Override
        public <R extends Real<R>> R loss(R[] row, int c) {
            return q == 1 && !p.isLimited(row, c)
                    ? p.rest(row, c)
                    : p.surprise(row, c).times(-q).expm1().negate().dividedBy(q);
        }

        // p^q s'
        @Override
        public <R extends Real<R>> void gradient(R[] row, int c, R[] gradient) {
            R power = power(row, c);
            p.slopes(row, c, gradient);
            for (int k = 0; k < row.length; k++) {
                gradient[k] = isPole(row, c, gradient[k]) ? end(gradient[k], -1) : gradient[k].times(power);
            }
        }

        // p^q (s'' - q s'²)
        @Override
        public <R extends Real<R>> void hessian(R[] row, int c, R[] hessian) {
            R power = power(row, c);
            R[] slopes = row.clone();
            p.slopes(row, c, slopes);
            p.curvatures(row, c, hessian);
            for (int k = 0; k < row.length; k++) {
                hessian[k] = isPole(row, c, slopes[k])
                        ? end(hessian[k], 0)
                        : hessian[k].minus(slopes[k].squared().times(q)).times(power);
            }
        }

        /** Whether a slope is that of -log p at 0. */
        private <R extends Real<R>> boolean isPole(R[] row, int c, R slope) {
            return Double.isInfinite(slope.toDouble()) && p.probability(row, c).signum() == 0;
        }

        /** A derivative at p = 0: as infinite as that of s, but that of 1 - p, which q = 1 makes it, is a number. */
        private <R extends Real<R>> R end(R infinite, double otherwise) {
            return q < 1 ? infinite : infinite.constant(otherwise);
        }

        private <R extends Real<R>> R power(R[] row, int c) {
            return p.surprise(row, c).times(-q).exp();
        }
    }
}

package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;

/** Tversky loss of a set of rows. */
final class Tversky implements Loss {
    private static final Param ALPHA = new Param("alpha", 0.5, Interval.NON_NEGATIVE, "the weight of false positives");
    private static final Param BETA = new Param("beta", 0.5, Interval.NON_NEGATIVE, "the weight of false negatives");
    private static final Param SMOOTH = new Param(
            "smooth", 0, Interval.NON_NEGATIVE, "added to numerator and denominator, so that an empty set has a loss");

    @Override
    public Card card() {
        return Card.of("tversky", "Tversky loss")
                .aliases("tversky_loss")
                .about(Family.BINARY, "the Dice loss with weights of its own for false alarms and for misses")
                .use("As dice, where a miss and a false alarm are not equally bad.")
                .avoid("alpha and beta are to be 1/2: that is dice.")
                .formula("""
                        1 - (I + smooth) / (I + alpha FP + beta FN + smooth + eps)
                        I = sum of p t,  FP = sum of p (1 - t),  FN = sum of (1 - p) t over all rows, or each group of --by
                        """)
                .target(Target.BINARY, Interval.UNIT)
                .prediction(Scale.PROBABILITY, Scale.LOGIT)
                .param(ALPHA)
                .param(BETA)
                .param(SMOOTH)
                .param(Dice.EPS)
                .ofSets()
                .twin("keras", "Tversky", "--eps 1e-7")
                .twin("optax", "dice_loss", "--from logit --smooth 1", "with alpha and beta; one value a class")
                .note("alpha = beta = 1/2 is the Dice loss, alpha = beta = 1 the Jaccard loss, 1 - IoU.")
                .note(
                        "Where nothing is true and nothing is predicted, it is 0 / 0, not a number, unless smooth is above 0.")
                .source(
                        "S. S. M. Salehi, D. Erdogmus, A. Gholipour, Tversky loss function for image segmentation, 2017;"
                                + " https://doi.org/10.1007/978-3-319-67389-9_44");
    }

    @Override
    public Formula formula(Setup setup) {
        double alpha = setup.value(ALPHA);
        double beta = setup.value(BETA);
        return Overlap.of(Bernoulli.of(setup), alpha, beta, setup.value(SMOOTH), setup.value(Dice.EPS));
    }
}

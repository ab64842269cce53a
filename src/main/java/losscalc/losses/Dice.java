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

/** Dice loss of a set of rows. */
final class Dice implements Loss {
    private static final Param SMOOTH = new Param(
            "smooth", 0, Interval.NON_NEGATIVE, "added to numerator and denominator, so that an empty set has a loss");
    static final Param EPS = new Param("eps", 0, Interval.NON_NEGATIVE, "added to the denominator alone");

    @Override
    public Card card() {
        return Card.of("dice", "Dice loss")
                .aliases("dice_loss", "binary_dice_loss", "soft_dice")
                .about(Family.BINARY, "how little prediction and truth overlap, over all rows; for rare labels, images")
                .use("Overlap where the positive label is rare: masks, detections.")
                .avoid("Single rows need a loss: only the whole set has one.")
                .formula("""
                        1 - (2 I + smooth) / (P + T + smooth + eps)
                        I = sum of p t,  P = sum of p,  T = sum of t over all rows, or over each group of --by
                        """)
                .target(Target.BINARY, Interval.UNIT)
                .prediction(Scale.PROBABILITY, Scale.LOGIT)
                .param(SMOOTH)
                .param(EPS)
                .ofSets()
                .twin("keras", "Dice", "--eps 1e-7")
                .twin(
                        "optax",
                        "dice_loss",
                        "--from logit --smooth 2",
                        "smooth is 1 and is added to the halves; one value a class")
                .note("With decisions 0 and 1 as predictions, it is 1 - F1.")
                .note(
                        "Where nothing is true and nothing is predicted, it is 0 / 0, not a number, unless smooth is above 0.")
                .source("F. Milletari, N. Navab, S.-A. Ahmadi, V-Net, 2016; https://doi.org/10.1109/3DV.2016.79");
    }

    @Override
    public Formula formula(Setup setup) {
        return Overlap.of(Bernoulli.of(setup), 0.5, 0.5, setup.value(SMOOTH) / 2, setup.value(EPS) / 2);
    }
}

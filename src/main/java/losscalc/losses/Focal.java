package losscalc.losses;

import losscalc.loss.BestConstant;
import losscalc.loss.Card;
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

/** Focal loss: cross-entropy that turns away from what is already well predicted. */
final class Focal implements Loss {
    private static final Param GAMMA = new Param(
            "gamma",
            2,
            Interval.NON_NEGATIVE,
            "how strongly well-predicted samples are turned down; 0 is cross-entropy");
    private static final Param ALPHA = new Param(
            "alpha",
            Double.NaN,
            Interval.UNIT,
            "weight of the label 1, its complement being that of 0; of all classes alike in the multi-class form");

    @Override
    public Card card() {
        return Card.of("focal", "Focal loss")
                .aliases("focal_loss", "BinaryFocalCrossentropy")
                .aliases(Scale.LOGIT, "sigmoid_focal_loss")
                .shorthand("--alpha", "0.25", "CategoricalFocalCrossentropy", "sigmoid_focal_crossentropy")
                .about(Family.MULTICLASS, "cross-entropy that counts easy samples less; for rare classes")
                .use("Rare positives among many easy negatives: detection.")
                .avoid("The probabilities are to be true: it rewards ones that are too cautious.")
                .formula("""
                        -a_t (1 - p_t)^gamma log p_t
                        p_t the probability of the true class, a_t = alpha or 1 - alpha (1 when not given)
                        """)
                .gradient("a_t (1 - p_t)^gamma (1 + gamma p_t s / (1 - p_t)) ds/df,    s = -log p_t")
                .hessian("a_t (1 - p_t)^gamma ((1 + gamma p_t s / (1 - p_t)) d^2 s/df^2"
                        + "    + gamma p_t (2 (1 - p_t) - s (1 - gamma p_t)) / (1 - p_t)^2 (ds/df)^2)")
                .target(Target.CLASS, Interval.UNIT)
                .probabilities()
                .logarithms()
                .prediction(Scale.PROBABILITY, Scale.LOGIT, Scale.LOG_PROBABILITY)
                .shares()
                .param(GAMMA)
                .param(ALPHA)
                .bestConstant(BestConstant.SEARCH)
                .working(Working.TRUE_PROBABILITY)
                .binaryTwin(
                        "keras",
                        "BinaryFocalCrossentropy",
                        "--clip 1e-7 --mean-over rows",
                        "alpha only with apply_class_balancing")
                .twin(
                        "keras",
                        "CategoricalFocalCrossentropy",
                        "--normalize --clip 1e-7 --alpha 0.25 --mean-over rows",
                        "a list of alphas is --class-weight, and --alpha 1")
                .binaryTwin("torchvision", "sigmoid_focal_loss", "--from logit --alpha 0.25", "")
                .binaryTwin("optax", "sigmoid_focal_loss", "--from logit", "")
                .binaryTwin("tensorflow-addons", "sigmoid_focal_crossentropy", "--alpha 0.25", "")
                .note("With gamma 0 and no alpha it is cross-entropy, to the last bit.")
                .note("Binary: --class-weight weighs a soft or smoothed label as a whole, whatever gamma is.")
                .note("Soft labels: binary, p_t = y p + (1 - y)(1 - p); multi-class, the mean over the classes.")
                .source("T.-Y. Lin et al., Focal loss for dense object detection, 2017;"
                        + " https://doi.org/10.1109/ICCV.2017.324");
    }

    @Override
    public Formula formula(Setup setup) {
        double gamma = setup.value(GAMMA);
        double alpha = setup.value(ALPHA);
        // In the binary form, --class-weight weighs the sample and not each label's part, whatever gamma is.
        boolean isPlain = gamma == 0
                && Double.isNaN(alpha)
                && (setup.predictions() > 1 || setup.adjustments().labelWeights() == null);
        // With a floor of 0 no surprise is left to be turned down.
        if (isPlain || setup.adjustments().logFloor() == 0) {
            return new CrossEntropy().formula(setup);
        }
        return setup.predictions() == 1
                ? BinaryFocal.of(Bernoulli.of(setup), gamma, alpha)
                : new CategoricalFocal(Categorical.of(setup), gamma, Double.isNaN(alpha) ? 1 : alpha);
    }

    /** Near r = 0 the loss is r^(γ+1): its second derivative by r, there. */
    static double bendAtCertainty(double gamma) {
        return gamma > 1 ? 0 : gamma == 1 ? 2 : Double.POSITIVE_INFINITY;
    }

    /** An infinite derivative of the surprise is all that counts. */
    static <R extends Real<R>> boolean isInfinite(R x) {
        return x.abs().compareTo(Double.POSITIVE_INFINITY) == 0;
    }
}

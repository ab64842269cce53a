package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;

/** Hamming loss: the share of a row's labels that are decided wrongly. */
final class Hamming implements Loss {
    @Override
    public Card card() {
        return Card.of("hamming", "Hamming loss")
                .aliases("hamming_loss")
                .aliases("hamming_distance", "multilabel_hamming_distance", "hamming_loss_fn")
                .about(Family.MULTICLASS, "the share of wrong decisions among a row's labels")
                .use("The share of labels that are wrong, when several may be true.")
                .avoid("A row counts only if all its labels are right.")
                .formula("1/C sum of [decision [p_c > threshold] is not t_c]")
                .gradient("0")
                .hessian("0")
                .target(Target.LABELS, Interval.UNIT)
                .prediction(Scale.PROBABILITY, Scale.LOGIT, Scale.LOG_PROBABILITY)
                .param(ZeroOne.THRESHOLD)
                .twin("sklearn", "hamming_loss", "", "takes decisions; decisions 0 and 1 give the same here")
                .twin(
                        "torchmetrics",
                        "multilabel_hamming_distance",
                        "",
                        "puts scores through the logistic function when one lies outside [0, 1]")
                .twin("catboost", "HammingLoss")
                .note("Any number of labels may be true at once: a column of 0 or 1 for each.")
                .note("A probability that equals the threshold decides for 0.")
                .source("R. E. Schapire, Y. Singer, Improved boosting algorithms using confidence-rated predictions,"
                        + " 1999; https://doi.org/10.1023/A:1007614523901");
    }

    // 1/C Σ [[p_c > t] ≠ t_c]
    @Override
    public Formula formula(Setup setup) {
        return ZeroOne.Equation.of(setup.scale(), setup.value(ZeroOne.THRESHOLD));
    }
}

package losscalc.losses;

import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;

/** Multi-label soft margin loss: the mean binary cross-entropy of a row's labels. */
final class MultilabelSoftMargin implements Loss {
    @Override
    public Card card() {
        return Card.of("multilabel-soft-margin", "Multi-label soft margin loss")
                .aliases("MultiLabelSoftMarginLoss", "MultiCrossEntropy")
                .about(Family.MULTICLASS, "binary cross-entropy of each label, the mean over a row's labels")
                .use("Several labels of a row may be true at once: bce of each, averaged.")
                .avoid("Exactly one label is true: cross-entropy.")
                .formula(
                        "-1/C sum of t_c log p_c + (1 - t_c) log(1 - p_c),    p the probability, 1 / (1 + e^-z) of a logit z")
                .gradient("(p_c - t_c) / C by logit, (p_c - t_c) / (C p_c (1 - p_c)) by probability")
                .hessian("p_c (1 - p_c) / C by logit, (t_c / p_c^2 + (1 - t_c) / (1 - p_c)^2) / C by probability")
                .target(Target.LABELS, Interval.UNIT)
                .logarithms()
                .prediction(Scale.LOGIT, Scale.PROBABILITY)
                .twin(
                        "torch",
                        "MultiLabelSoftMarginLoss",
                        "--mean-over rows",
                        "its weight of each class has no counterpart")
                .twin("catboost", "MultiLogloss")
                .twin("catboost", "MultiCrossEntropy", "--soft-labels")
                .twin(
                        "catboost",
                        "MultiClassOneVsAll",
                        "",
                        "the mean over the classes of one against all: one-hot targets")
                .note("Any number of labels may be true at once: a column of 0 or 1 for each.")
                .note(
                        "The same as bce --from logit over the same columns. multi_logloss without more is that of lightgbm: cross-entropy.")
                .source("PyTorch, MultiLabelSoftMarginLoss;"
                        + " https://docs.pytorch.org/docs/stable/generated/torch.nn.MultiLabelSoftMarginLoss.html");
    }

    // 1/C Σ -t_c log p_c - (1 - t_c) log(1 - p_c)
    @Override
    public Formula formula(Setup setup) {
        return new BinaryCrossEntropy.Equation(Bernoulli.of(setup));
    }
}

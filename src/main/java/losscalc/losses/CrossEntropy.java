package losscalc.losses;

import java.util.Arrays;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.num.Elementary;
import losscalc.num.Real;

/** Cross-entropy of C classes; with one prediction column it is the binary form. */
final class CrossEntropy implements Loss {
    @Override
    public Card card() {
        return Card.of("cross-entropy", "Cross-entropy")
                .aliases(
                        "ce",
                        "CategoricalCrossentropy",
                        "SparseCategoricalCrossentropy",
                        "mlogloss",
                        "multi_logloss",
                        "log_loss",
                        "logloss")
                .aliases(
                        Scale.LOGIT,
                        "CrossEntropyLoss",
                        "softmax_cross_entropy",
                        "softmax_cross_entropy_with_integer_labels")
                .aliases(Scale.LOG_PROBABILITY, "nll", "NLLLoss")
                .aliases(Scale.LOG_PROBABILITY, "nll_loss2d")
                .aliases(Scale.LOGIT, "safe_softmax_cross_entropy", "HalfMultinomialLoss")
                .aliases(
                        Scale.LOGIT,
                        "softmax_cross_entropy_with_logits",
                        "sparse_softmax_cross_entropy_with_logits",
                        "sparse_softmax_cross_entropy")
                .aliases("mn_log_loss", "ll", "xentropy")
                .shorthand("--reduction", "exp", "perplexity")
                .about(Family.MULTICLASS, "the surprise at the true class; one column is binary, C are multi-class")
                .use("The probability given to the true class, of any number of classes.")
                .avoid("Labels are unreliable: one certain error is infinite (gce, multiclass-brier).")
                .formula("""
                        -sum over c of t_c log p_c             C prediction columns, p = softmax(z) of logits z
                        -y log p - (1 - y) log(1 - p)          one prediction column: the binary form, bce
                        """)
                .gradient("-t_c / p_c by probability, p_c - t_c by logit, -t_c by log-probability")
                .hessian("t_c / p_c^2 by probability, p_c (1 - p_c) by logit, 0 by log-probability")
                .target(Target.CLASS, Interval.UNIT)
                .probabilities()
                .logarithms()
                .prediction(Scale.PROBABILITY, Scale.LOGIT, Scale.LOG_PROBABILITY)
                .shares()
                .bestConstant(BestConstant.MEAN)
                .working(Working.TRUE_PROBABILITY)
                .twin("torch", "CrossEntropyLoss", "--from logit --mean-over index --ignore-index -100")
                .twin("torch", "NLLLoss", "--from log-probability --mean-over index --ignore-index -100")
                .binaryTwin("torch", "BCELoss", "--log-floor -100 --mean-over rows", "")
                .binaryTwin("torch", "BCEWithLogitsLoss", "--from logit --mean-over rows", "")
                .twin("keras", "CategoricalCrossentropy", "--normalize --clip 1e-7 --mean-over rows")
                .twin(
                        "keras",
                        "SparseCategoricalCrossentropy",
                        "--normalize --clip 1e-7 --mean-over rows",
                        "on TensorFlow it clips first, then takes softmax of the logarithms")
                .twin("keras", "CategoricalCrossentropy(from_logits=True)", "--from logit --mean-over rows")
                .binaryTwin("keras", "BinaryCrossentropy", "--clip 1e-7 --mean-over rows", "")
                .binaryTwin("keras", "BinaryCrossentropy(from_logits=True)", "--from logit --mean-over rows", "")
                .twin("sklearn", "log_loss", "--clip 2.220446049250313e-16 --any-sum", "from 1.5 on")
                .twin("sklearn-1.2", "log_loss", "--clip 2.220446049250313e-16 --renormalize", "1.2 to 1.4")
                .twin("sklearn-1.1", "log_loss", "--clip 1e-15 --renormalize")
                .twin("optax", "softmax_cross_entropy", "--from logit")
                .binaryTwin("optax", "sigmoid_binary_cross_entropy", "--from logit", "")
                .twin("torchmetrics", "perplexity", "--from logit --reduction exp")
                .twin("xgboost", "mlogloss", "--log-floor -36.841361487904734 --any-sum", "the floor is log 1e-16")
                .twin(
                        "lightgbm",
                        "multi_logloss",
                        "--log-floor -34.538776394910684 --any-sum",
                        "the floor is log 1e-15, as float32")
                .binaryTwin("xgboost", "logloss", "--log-floor -36.841361487904734", "the floor is log 1e-16")
                .binaryTwin(
                        "lightgbm",
                        "binary_logloss",
                        "--log-floor -34.538776394910684",
                        "the floor is log 1e-15, as float32")
                .binaryTwin(
                        "lightgbm",
                        "cross_entropy",
                        "--log-floor -27.631021115928547",
                        "the floor is log 1e-12; soft labels are --soft-labels")
                .twin("catboost", "MultiClass", "--from logit")
                .binaryTwin("catboost", "Logloss", "--from logit", "")
                .binaryTwin("catboost", "CrossEntropy", "--from logit", "soft labels are --soft-labels")
                .twin("catboost", "MultiLogloss", "", "another loss: multilabel-soft-margin")
                .twin("yardstick", "mn_log_loss", "--clip 2.220446049250313e-16 --any-sum")
                .twin("mlmetrics", "MultiLogLoss", "--clip 1e-15 --any-sum")
                .note("Natural logarithm. Nothing is clipped: a true class of probability 0 has an infinite loss.")
                .note("torch.nn.functional.cross_entropy takes logits: --from logit, or the name CrossEntropyLoss."
                        + " The ce of R's Metrics is another loss, the share of wrong decisions: zero-one.")
                .note("A term with t_c = 0 is 0, whatever p_c is.")
                .note("Label smoothing spreads S over all C classes, as in the libraries; S over the C - 1 others is"
                        + " --label-smoothing with S C / (C - 1).")
                .source("I. J. Good, Rational decisions, 1952; https://doi.org/10.1111/j.2517-6161.1952.tb00104.x");
    }

    @Override
    public Formula formula(Setup setup) {
        return setup.predictions() == 1
                ? new BinaryCrossEntropy.Equation(Bernoulli.of(setup))
                : new Equation(Categorical.of(setup));
    }

    record Equation(Categorical p) implements RowFormula {
        @Override
        public boolean isMeanOverLabels() {
            return true;
        }

        @Override
        public boolean isFlat(Row row, int k) {
            return p.isApart() && row.target()[k] == 0;
        }

        // -Σ t_c log p_c
        @Override
        public <R extends Real<R>> R loss(Row row, R[] f) {
            double[] t = row.target();
            R sum = f[0].constant(0);
            for (int c = 0; c < t.length; c++) {
                if (t[c] != 0) {
                    sum = sum.plus(p.surprise(f, c).times(t[c]));
                }
            }
            return sum;
        }

        // The sum has one term when one class is certain.
        @Override
        public double rounded(Row row) {
            if (p instanceof Categorical.OfProbabilities) {
                double[] t = row.target();
                for (int c = 0; c < t.length; c++) {
                    if (t[c] == 1) {
                        return 0 - Elementary.log(row.prediction()[c]);
                    }
                }
            }
            return RowFormula.super.rounded(row);
        }

        // Σ t_c (-log p_c)'
        @Override
        public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
            derivatives(row, f, gradient, false);
        }

        // Σ t_c (-log p_c)''
        @Override
        public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
            derivatives(row, f, hessian, true);
        }

        private <R extends Real<R>> void derivatives(Row row, R[] f, R[] into, boolean second) {
            double[] t = row.target();
            Arrays.fill(into, f[0].constant(0));
            R[] ofClass = f.clone();
            for (int c = 0; c < t.length; c++) {
                if (t[c] != 0) {
                    if (second) {
                        p.curvatures(f, c, ofClass);
                    } else {
                        p.slopes(f, c, ofClass);
                    }
                    for (int k = 0; k < f.length; k++) {
                        into[k] = into[k].plus(ofClass[k].times(t[c]));
                    }
                }
            }
        }
    }
}

package losscalc.cli;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Manner;
import losscalc.engine.Reduction;
import losscalc.engine.WantedFigures;
import losscalc.input.LiveStream;
import losscalc.loss.Adjustments;
import losscalc.loss.Card;
import losscalc.loss.Interval;
import losscalc.loss.Scale;
import losscalc.problem.Echo;
import losscalc.problem.Problem;

/** What the words of the command line come to: each option's value, checked. Here, what is to be computed. */
final class Settings {
    private final Card card;
    private final CommandLineReader words;
    private final InputStream standardInput;
    private final CommandLineReader typed;
    private final Convention convention;
    private final Scale scale;
    private final Reduction reduction;
    /** Null where nothing is shown before the end. */
    private final LiveStream live;

    private final InputSettings input;
    private final OutputSettings output;

    /**
     * @param card the loss
     * @param words the words of the command line
     * @param standardInput where the data come from when no file is named
     */
    Settings(Card card, CommandLineReader words, InputStream standardInput) throws Problem {
        this(card, words, standardInput, null);
    }

    /** The same, with what a convention sets beside; null for none. */
    Settings(Card card, CommandLineReader typed, InputStream standardInput, Convention convention) throws Problem {
        this.card = card;
        this.typed = typed;
        this.convention = convention;
        words = typed.copy();
        if (convention != null) {
            words.imply(convention.words());
        }
        this.standardInput = standardInput;
        scale = scale(card, words);
        reduction = readReduction();
        checkFit();
        output = new OutputSettings(card, words, reduction);
        live = output.isLive() ? new LiveStream(standardInput) : null;
        input = new InputSettings(words, live == null ? standardInput : live.stream(), live != null);
        if (card.isOfSets() && reduction.isOfSamples()) {
            throw Problem.usage(
                    "--reduction " + reduction.word() + ": a set of rows has " + card.name() + ", not a row",
                    "there is one value, and nothing to reduce");
        }
        refuseWeightsInOrder();
    }

    /** Ranks count rows, each once: with weights a quantile would be another figure than the one that is printed. */
    private void refuseWeightsInOrder() throws Problem {
        if (words.word(Option.WEIGHT) == null) {
            return;
        }
        if (reduction == Reduction.MEDIAN) {
            throw Problem.usage("--reduction median knows no weights", "leave out --weight");
        }
        if (words.word(Option.QUANTILE) != null) {
            throw Problem.usage("--quantile knows no weights", "leave out --weight or --quantile");
        }
    }

    /** Standard input, where its rows are shown as they come; else null. */
    LiveStream live() {
        return live;
    }

    /** Where the data come from, and how they are read. */
    InputSettings input() {
        return input;
    }

    /** What is printed, in which form. */
    OutputSettings output() {
        return output;
    }

    Scale scale() {
        return scale;
    }

    /** What holds instead where there is one prediction column; null where that is the same. */
    Settings ofOneColumn() throws Problem {
        Convention other = convention == null ? null : convention.ofOneColumn();
        return other == null ? null : new Settings(card, typed, standardInput, other);
    }

    /** For the heading of the output. */
    Manner manner() {
        return convention == null ? Manner.exact(changes()) : convention.manner(changes());
    }

    Reduction reduction() {
        return reduction;
    }

    /** What is changed of the formula, the weights of classes aside: their labels are known when the file is open. */
    Adjustments adjustments() throws Problem {
        return new Adjusting(words).adjustments(reduction == Reduction.ROOT);
    }

    /** What the options of the formula come to. */
    Adjusting adjusting() {
        return new Adjusting(words);
    }

    /** The options that change the numbers, as they are typed. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        for (Option option : Option.values()) {
            if (option.section().equals("Formula") && option != Option.CONVENTION && words.has(option)) {
                String word = option.value().isEmpty() ? "" : " " + words.word(option);
                changes.add(option.longName().substring(2) + word);
            }
        }
        return changes;
    }

    private void checkFit() throws Problem {
        for (Option option : Option.values()) {
            if (words.has(option)) {
                String refusal = Fit.refusal(option, card);
                if (refusal != null) {
                    throw Problem.usage(refusal, Fit.hint(option, card));
                }
                if (!Fit.fits(option, card, scale)) {
                    throw Problem.usage(
                            option.longName() + " is for probabilities, and the prediction is a " + scale.word(), null);
                }
            }
        }
    }

    /** Whether the numbers are what their decimals say. */
    boolean isDecimal() throws Problem {
        return words.choice(Option.ARITHMETIC) == 1;
    }

    boolean hasGradient() {
        return words.has(Option.GRADIENT);
    }

    boolean hasHessian() {
        return words.has(Option.HESSIAN);
    }

    /** How many workers there may be. */
    int threads() throws Problem {
        String number = words.word(Option.THREADS);
        return number == null ? Runtime.getRuntime().availableProcessors() : Words.whole("--threads", number, 1, 1024);
    }

    /** The limit of the check; NaN when there is none. */
    double failAbove() throws Problem {
        String limit = words.word(Option.FAIL_ABOVE);
        if (limit != null && reduction == Reduction.NONE) {
            throw Problem.usage(
                    "--reduction none leaves no value that --fail-above could look at",
                    "--show samples prints the samples alone, and the mean is checked");
        }
        return limit == null ? Double.NaN : Words.number("--fail-above", limit, Interval.REAL);
    }

    /** The values of the parameters of the card, in its order. */
    double[][] parameters() throws Problem {
        double[][] values = new double[card.params().size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = Words.parameter(
                    card.params().get(i), words.word("--" + card.params().get(i).name()));
        }
        return values;
    }

    /** Which figures are wanted: the spread is, unless the bare value is all that is printed. */
    WantedFigures figures() throws Problem {
        List<BigDecimal> levels = new ArrayList<>();
        String quantiles = words.word(Option.QUANTILE);
        if (quantiles != null) {
            for (String level : Words.list(quantiles)) {
                Words.number("--quantile", level, Interval.UNIT);
                levels.add(new BigDecimal(level));
            }
        }
        return new WantedFigures(output.hasFigures() || reduction.needsSpread(), levels, reduction, null);
    }

    /** What the predictions are: what was said, or what the name of the loss implies, or the card's first. */
    static Scale scale(Card card, CommandLineReader words) throws Problem {
        String only = card.scales().size() == 1 ? card.scales().get(0).word() : null;
        String from = words.word(Option.FROM);
        if (only != null && from != null && !from.equals(only)) {
            throw Problem.usage(
                    "--from: a prediction of " + card.name() + " is a " + only + ", and nothing else",
                    "leave --from out");
        }
        List<String> allowed = new ArrayList<>();
        for (Scale each : card.scales()) {
            allowed.add(each.word());
        }
        return card.scales().get(Words.choice("--from", words.word(Option.FROM), allowed));
    }

    private Reduction readReduction() throws Problem {
        String word = words.word(Option.REDUCTION);
        if (word != null && Words.isMeanElsewhere(word)) {
            throw Problem.usage(
                    "--reduction: " + Echo.quoted(word) + " is the mean over the rows, and is called mean here",
                    card.name().equals("kl") ? "--reduction mean --divide none" : "--reduction mean");
        }
        Reduction said = Reduction.values()[words.choice(Option.REDUCTION)];
        if (!words.has(Option.ROOT)) {
            return said;
        }
        if (words.word(Option.REDUCTION) != null && said != Reduction.ROOT) {
            throw Problem.usage(
                    "--root is --reduction root, and --reduction " + said.word() + " was given too",
                    "leave one of them out");
        }
        return Reduction.ROOT;
    }
}

package losscalc.cli;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Ask;
import losscalc.engine.Manner;
import losscalc.engine.Reduction;
import losscalc.input.Dialect;
import losscalc.input.Policy;
import losscalc.input.Source;
import losscalc.input.Wanted;
import losscalc.loss.Adjustments;
import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Interval;
import losscalc.loss.Scale;
import losscalc.manual.Manual;
import losscalc.problem.Echo;
import losscalc.problem.Problem;
import losscalc.report.Format;
import losscalc.report.Output;
import losscalc.report.Quiet;
import losscalc.report.Renderer;
import losscalc.report.Show;
import losscalc.report.Signature;
import losscalc.report.Style;
import losscalc.report.Top;

/** What the words of the command line come to: each option's value, checked. */
final class Settings {
    /** So many samples are held in memory. */
    private static final int MOST_TOP = 1_000_000;

    private final Card card;
    private final CommandLineReader words;
    private final InputStream standardInput;
    private final CommandLineReader typed;
    private final Convention convention;
    private final Scale scale;
    private final Reduction reduction;
    private final Format format;
    private final Show show;

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
        format = Format.values()[choice(Option.FORMAT)];
        show = readShow();
        checkFit();
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
        boolean derives = hasGradient() || hasHessian();
        if (derives && !words.has(Option.QUIET) && !show.hasSamples()) {
            throw Problem.usage(
                    (hasGradient() ? "--gradient" : "--hessian") + " has nothing to say where no samples are printed",
                    "leave out --show summary");
        }
        if (words.has(Option.QUIET) && derives) {
            throw Problem.usage(
                    "-q prints the bare loss alone, so " + (hasGradient() ? "--gradient" : "--hessian")
                            + " has nothing to say",
                    "leave one of them out");
        }
    }

    /** Whether the numbers are what their decimals say. */
    boolean isDecimal() throws Problem {
        return choice(Option.ARITHMETIC) == 1;
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
    Ask ask() throws Problem {
        List<BigDecimal> levels = new ArrayList<>();
        String quantiles = words.word(Option.QUANTILE);
        if (quantiles != null) {
            for (String level : Words.list(quantiles)) {
                Words.number("--quantile", level, Interval.UNIT);
                levels.add(new BigDecimal(level));
            }
        }
        boolean bare = words.has(Option.QUIET) || !show.hasSummary() || reduction == Reduction.NONE;
        return new Ask(!bare || reduction.needsSpread(), levels, reduction, null);
    }

    Renderer renderer(Output out) throws Problem {
        boolean quiet = words.has(Option.QUIET);
        if (quiet && format != Format.TEXT) {
            throw Problem.usage("-q prints the bare value, so --format has nothing to say", "leave one of them out");
        }
        Style style = new Style(show, digits(), signature(), screen().coloured(), screen().columns());
        if (style.digits() == Style.HEX) {
            out.inHex();
        }
        Renderer renderer = quiet ? new Quiet(out, style.signature()) : format.renderer(out, style);
        return top() > 0 ? new Top(renderer) : renderer;
    }

    private Screen screen() throws Problem {
        return Screen.of(choice(Option.COLOR), output() == null);
    }

    private int digits() throws Problem {
        String digits = words.word(Option.DIGITS);
        if (!words.has(Option.HEX)) {
            return digits == null ? 6 : Words.whole("--digits", digits, 1, 17);
        }
        if (digits != null) {
            throw Problem.usage("--hex prints all bits, so --digits has nothing to say", "leave one of them out");
        }
        return Style.HEX;
    }

    private Signature signature() throws Problem {
        if (!words.has(Option.SIGNATURE)) {
            return null;
        }
        if (!format.holdsBoth() && show.hasSamples() && !words.has(Option.QUIET)) {
            throw Problem.usage(
                    "--signature has no place among the samples of a " + format.word() + " document",
                    "--show summary, or --format json");
        }
        List<String> details = new ArrayList<>();
        for (Option option : Option.values()) {
            boolean counts = option.section().equals("Formula") && option != Option.CONVENTION;
            switch (option) {
                case ARITHMETIC, POSITIVE, IGNORE_INDEX, NORMALIZE, SOFT_LABELS:
                    counts = true;
                    break;
                default:
                    break;
            }
            if (counts && words.has(option)) {
                String value = option.value().isEmpty() ? "yes" : words.word(option);
                details.add(Signature.field(option.longName().substring(2), value));
            }
        }
        return new Signature(details, Manual.version());
    }

    /** How many samples are shown, those that contribute most; 0 for all. */
    int top() throws Problem {
        String number = words.word(Option.TOP);
        if (number == null) {
            return 0;
        }
        boolean hasSamples = words.has(Option.QUIET) ? reduction == Reduction.NONE : show.hasSamples();
        if (!hasSamples && !card.isOfSets()) {
            throw Problem.usage(
                    "--top has nothing to say where no samples are printed",
                    words.has(Option.QUIET) ? "leave out -q, or add --reduction none" : "leave out --show summary");
        }
        return Words.whole("--top", number, 1, MOST_TOP);
    }

    /** The files of the data; standard input when none is named. */
    List<Source> sources() throws Problem {
        List<Source> sources = new ArrayList<>();
        boolean taken = "-".equals(words.word(Option.PREDICTIONS));
        for (String file : words.files().isEmpty() ? List.of("-") : words.files()) {
            if (file.equals("-") && taken) {
                throw Problem.usage("standard input can be read once", "name the other file");
            }
            taken |= file.equals("-");
            sources.add(source(file));
        }
        return sources;
    }

    /** The file of the predictions, or null when they stand in the data. */
    Source predictions() {
        String file = words.word(Option.PREDICTIONS);
        return file == null ? null : source(file);
    }

    /** The file to write, or null for standard output. */
    String output() throws Problem {
        String file = words.word(Option.OUTPUT);
        if (file == null || file.equals("-") || file.equals("/dev/stdout")) {
            return null;
        }
        List<Source> inputs = sources();
        if (predictions() != null) {
            inputs.add(predictions());
        }
        for (Source input : inputs) {
            if (input.isFile(file)) {
                throw Problem.usage(
                        "--output " + Echo.plain(file) + " is the file that is read: " + Echo.plain(input.name()),
                        "name another file");
            }
        }
        return file;
    }

    /**
     * What is wanted of the columns.
     *
     * @param narrowed the card for the parameters that were given
     */
    Wanted wanted(Card narrowed) throws Problem {
        List<String> extras = new ArrayList<>();
        for (Extra extra : narrowed.extras()) {
            extras.add(words.word("--" + extra.name()));
        }
        String classes = words.word(Option.CLASSES);
        String ignored = words.word(Option.IGNORE_INDEX);
        return new Wanted(
                narrowed,
                scale,
                words.word(Option.TARGET),
                words.word(Option.PREDICTION),
                extras,
                words.word(Option.WEIGHT),
                words.word(Option.BY),
                words.has(Option.BY_FILE),
                classes == null ? null : Words.list(classes),
                words.word(Option.POSITIVE),
                words.has(Option.SOFT_LABELS),
                words.has(Option.NORMALIZE),
                words.has(Option.RENORMALIZE) || words.has(Option.ANY_SUM),
                ignored == null ? null : Words.number("--ignore-index", ignored, Interval.REAL),
                textDelimiter());
    }

    Dialect dialect() throws Problem {
        String delimiter = words.word(Option.DELIMITER);
        String comment = words.word(Option.COMMENT);
        String mark = words.word(Option.DECIMAL);
        if (mark != null && !mark.equals(".") && !mark.equals(",")) {
            throw Problem.usage("--decimal: . or , was wanted, and " + Echo.quoted(mark) + " was found", null);
        }
        return new Dialect(
                delimiter == null ? 0 : Words.character("--delimiter", delimiter),
                header(),
                comment == null ? 0 : Words.character("--comment", comment),
                mark == null ? '.' : mark.charAt(0),
                encoding(),
                Policy.values()[choice(Option.MISSING)],
                Policy.values()[choice(Option.NONFINITE)],
                Policy.values()[choice(Option.RAGGED)]);
    }

    private Dialect.Header header() throws Problem {
        if (words.has(Option.NO_HEADER) && words.has(Option.HEADER)) {
            throw Problem.usage("--header and --no-header contradict each other", "leave one of them out");
        }
        return words.has(Option.NO_HEADER)
                ? Dialect.Header.NONE
                : words.has(Option.HEADER) ? Dialect.Header.ALWAYS : Dialect.Header.USUAL;
    }

    /** Which of the words that the option's help lists was typed; the first when nothing was. */
    private int choice(Option option) throws Problem {
        return Words.choice(
                option.longName(), words.word(option), Words.list(option.value().replace('|', ',')));
    }

    /** What the predictions are: what was said, or what the name of the loss implies, or the card's first. */
    static Scale scale(Card card, CommandLineReader words) throws Problem {
        List<String> allowed = new ArrayList<>();
        for (Scale each : card.scales()) {
            allowed.add(each.word());
        }
        return card.scales().get(Words.choice("--from", words.word(Option.FROM), allowed));
    }

    private Reduction readReduction() throws Problem {
        Reduction said = Reduction.values()[choice(Option.REDUCTION)];
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

    private Show readShow() throws Problem {
        Show wanted = Show.values()[choice(Option.SHOW)];
        boolean said = words.word(Option.SHOW) != null;
        if (said && wanted == Show.SUMMARY && reduction == Reduction.NONE) {
            throw Problem.usage("--reduction none leaves no summary to show", "--reduction mean or sum");
        }
        if (wanted != Show.ALL || format.holdsBoth()) {
            return wanted;
        }
        if (said) {
            throw Problem.usage(
                    "a " + format.word() + " document has one header: samples and summary cannot both stand in it",
                    "--show samples or --show summary");
        }
        return card.isOfSets() ? Show.SUMMARY : Show.SAMPLES;
    }

    /** CSV and TSV pass the records of the file through. */
    private char textDelimiter() {
        boolean samples = !format.holdsBoth() && show.hasSamples() && !words.has(Option.QUIET);
        return !samples ? 0 : format == Format.TSV ? '\t' : ',';
    }

    private Charset encoding() throws Problem {
        String name = words.word(Option.ENCODING);
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.usage(
                    "--encoding: " + Echo.quoted(name) + " is not known",
                    "UTF-8, ISO-8859-1, windows-1252, UTF-16LE, GBK, ...");
        }
    }

    private Source source(String file) {
        return file.equals("-") ? Source.stream("<stdin>", standardInput) : Source.file(file);
    }
}

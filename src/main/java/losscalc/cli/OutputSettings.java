package losscalc.cli;

import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Reduction;
import losscalc.input.Source;
import losscalc.loss.Card;
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

/** What is printed, in which form, and where it is written to. */
final class OutputSettings {
    /** So many samples are held in memory. */
    private static final int MOST_TOP = 1_000_000;

    private final Card card;
    private final CommandLineReader words;
    private final Reduction reduction;
    private final boolean quiet;
    private final Format format;
    private final Show show;

    /**
     * @param card the loss
     * @param words the words of the command line
     * @param reduction which aggregate is the value
     */
    OutputSettings(Card card, CommandLineReader words, Reduction reduction) throws Problem {
        this.card = card;
        this.words = words;
        this.reduction = reduction;
        quiet = words.has(Option.QUIET);
        format = Format.values()[words.choice(Option.FORMAT)];
        show = readShow();
        refuseDerivative(Option.GRADIENT);
        refuseDerivative(Option.HESSIAN);
        refuseUnseen();
    }

    /** What would not be printed is not asked for. */
    private void refuseUnseen() throws Problem {
        if (words.has(Option.QUANTILE) && !hasFigures()) {
            throw Problem.usage(
                    "--quantile has nothing to say where no summary is printed",
                    quiet
                            ? "leave out -q; with --reduction median it prints the median"
                            : "--show summary, and a reduction other than none");
        }
        if (quiet && words.has(Option.SHOW) && show.hasSamples() && reduction != Reduction.NONE) {
            throw Problem.usage(
                    "-q prints the bare value, so --show " + show.word() + " has nothing to say",
                    "--reduction none prints the bare losses");
        }
    }

    /** Derivatives are those of samples. */
    private void refuseDerivative(Option option) throws Problem {
        if (words.has(option) && quiet) {
            throw Problem.usage(
                    "-q prints the bare loss alone, so " + option.longName() + " has nothing to say",
                    "leave one of them out");
        }
        if (words.has(option) && !show.hasSamples()) {
            throw Problem.usage(
                    option.longName() + " has nothing to say where no samples are printed", "leave out --show summary");
        }
    }

    /** Whether there are figures beside the value itself. */
    boolean hasFigures() {
        return !quiet && show.hasSummary() && reduction != Reduction.NONE;
    }

    Renderer renderer(Output out) throws Problem {
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
        return Screen.of(words.choice(Option.COLOR), file() == null);
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
        if (!format.holdsBoth() && show.hasSamples() && !quiet) {
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
        boolean hasSamples = quiet ? reduction == Reduction.NONE : show.hasSamples();
        if (!hasSamples && !card.isOfSets()) {
            throw Problem.usage(
                    "--top has nothing to say where no samples are printed",
                    quiet ? "leave out -q, or add --reduction none" : "leave out --show summary");
        }
        return Words.whole("--top", number, 1, MOST_TOP);
    }

    /**
     * The file to write, or null for standard output.
     *
     * @param input what is read: that is not written
     */
    String file(InputSettings input) throws Problem {
        String file = file();
        if (file == null) {
            return null;
        }
        if (file.isEmpty()) {
            throw Problem.usage("--output wants a file, and its name is empty", "is a variable of the shell not set?");
        }
        List<Source> inputs = input.sources();
        if (input.predictions() != null) {
            inputs.add(input.predictions());
        }
        for (Source each : inputs) {
            if (each.isFile(file)) {
                throw Problem.usage(
                        "--output " + Echo.plain(file) + " is the file that is read: " + Echo.plain(each.name()),
                        "name another file");
            }
        }
        return file;
    }

    private String file() {
        String file = words.word(Option.OUTPUT);
        return file == null || file.equals("-") || file.equals("/dev/stdout") ? null : file;
    }

    private Show readShow() throws Problem {
        Show wanted = Show.values()[words.choice(Option.SHOW)];
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

    /** Whether samples are printed as they come, one a line and nothing above them that depends on the others. */
    boolean isLive() {
        boolean lines = quiet ? reduction == Reduction.NONE : format.isOfLines() && show.hasSamples();
        return lines && !words.has(Option.TOP) && file() == null;
    }

    /** CSV and TSV pass the records of the file through. */
    char textDelimiter() {
        boolean samples = !format.holdsBoth() && show.hasSamples() && !quiet;
        return !samples ? 0 : format == Format.TSV ? '\t' : ',';
    }
}

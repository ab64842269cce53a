package losscalc.cli;

import java.util.ArrayList;
import java.util.List;
import losscalc.manual.OptionLine;

/**
 * One option of every loss. The command line, its help, and later whatever else lists the options, are
 * made from this table.
 */
enum Option {
    TARGET("Columns", "COLS", "the true value: a name, number, range a:c or 2-5, or pattern y_*", "-t", "--target"),
    PREDICTION("Columns", "COLS", "the prediction, likewise; several are models or classes", "-p", "--prediction"),
    PREDICTIONS("Columns", "FILE", "the predictions stand in this file, row by row", "--predictions"),
    WEIGHT("Columns", "COL", "sample weight; the mean becomes sum(w*loss)/sum(w)", "--weight"),
    BY("Columns", "COLS", "an aggregate for each group, in the order of their names, then the total", "--by"),
    BY_FILE("Columns", "", "each file is a group", "--by-file"),
    FROM("Columns", "WHAT", "what the prediction holds: %s", "--from"),
    POSITIVE(
            "Columns",
            "LABEL",
            "the label that counts as 1; the other label is 0, or -1 where signs are wanted",
            "--positive"),
    CLASSES("Columns", "A,B,C", "the labels in the order of their classes", "--classes"),
    SOFT_LABELS("Columns", "", "binary targets may lie between 0 and 1", "--soft-labels"),
    NORMALIZE("Columns", "", "divide each row's probabilities by their sum", "--normalize"),
    IGNORE_INDEX("Columns", "K", "rows of the class index K take no part", "--ignore-index"),
    CONVENTION("Formula", "LIBRARY", "as this library has it: %s", "--convention"),
    CLIP("Formula", "EPS", "probabilities are held in [EPS, 1 - EPS]", "--clip"),
    LOG_FLOOR("Formula", "X", "no logarithm of a probability is less than X", "--log-floor"),
    RENORMALIZE("Formula", "", "divide each row's probabilities by their sum, after --clip", "--renormalize"),
    ANY_SUM("Formula", "", "a row's probabilities need not sum to one, and are taken as they are", "--any-sum"),
    LABEL_SMOOTHING("Formula", "S", "the share S of each label is spread evenly over all labels", "--label-smoothing"),
    CLASS_WEIGHT("Formula", "A=1,B=2", "the weights of classes, by label or by index", "--class-weight"),
    POS_WEIGHT("Formula", "W", "the weight of the label 1; the mean is over the rows all the same", "--pos-weight"),
    MEAN_OVER(
            "Formula",
            "weights|rows|index",
            "the weighted sum is divided by the weights; by the rows; by the weights of an index, the rows of columns",
            "--mean-over"),
    LOG_BASE("Formula", "e|2|10", "the base of the logarithms", "--log-base"),
    HALF("Formula", "", "half the loss", "--half"),
    PERCENT("Formula", "", "a hundred times the loss; of a root, a hundred times the root", "--percent"),
    DELIMITER("Reading", "CHAR", "between fields; a comma, for .tsv a tab", "-d", "--delimiter"),
    HEADER("Reading", "", "the first line names the columns, though it holds numbers only", "--header"),
    NO_HEADER("Reading", "", "the first line is data; columns go by number", "-H", "--no-header"),
    COMMENT("Reading", "CHAR", "lines that begin with it are passed over", "--comment"),
    DECIMAL("Reading", "CHAR", "the decimal mark, . or ,", "--decimal"),
    ENCODING("Reading", "NAME", "of the text, UTF-8 when not given", "--encoding"),
    MISSING("Reading", "error|skip", "rows with an empty or unreadable cell", "--missing"),
    NONFINITE("Reading", "error|skip|propagate", "rows with NaN or an infinity", "--nonfinite"),
    RAGGED("Reading", "error|skip", "rows with too many or too few fields", "--ragged"),
    ARITHMETIC("Answer", "double|decimal", "decimal: the numbers as their decimals say, as on paper", "--arithmetic"),
    REDUCTION(
            "Answer",
            "mean|sum|root|exp|median|max|none",
            "which aggregate is the value; none: samples only",
            "--reduction"),
    ROOT("Answer", "", "the root of the mean: --reduction root", "--root"),
    SHOW("Answer", "all|samples|summary", "which part is printed", "--show"),
    TOP("Answer", "N", "only the N samples that contribute most, with their share", "--top"),
    QUIET("Answer", "", "the bare value alone", "-q", "--quiet"),
    QUANTILE("Answer", "Q,Q", "quantiles of the losses, each in [0, 1]; 0.5 is the median", "--quantile"),
    GRADIENT("Answer", "", "dLoss/dPrediction for each sample", "--gradient"),
    HESSIAN("Answer", "", "the second derivative for each sample", "--hessian"),
    SIGNATURE("Answer", "", "one line that says exactly how the number was made", "--signature"),
    FORMAT("Form", "text|csv|tsv|json|jsonl|markdown|latex", "the form of the answer", "--format"),
    DIGITS("Form", "N", "significant digits where people read, 6 when not given", "--digits"),
    HEX("Form", "", "numbers as their exact bits: 0x1.8p1 is 3", "--hex"),
    COLOR("Form", "auto|always|never", "auto: on a terminal, unless NO_COLOR is set", "--color"),
    OUTPUT("Form", "FILE", "write this file: whole, or not at all", "-o", "--output"),
    FAIL_ABOVE("Running", "X", "exit 1 when the value is above X", "--fail-above"),
    THREADS("Running", "N", "how many at most; all cores when not given", "--threads"),
    HELP("Running", "", "this help", "-h", "--help");

    private final String section;
    private final String value;
    private final String meaning;
    private final List<String> names;

    Option(String section, String value, String meaning, String... names) {
        this.section = section;
        this.value = value;
        this.meaning = meaning;
        this.names = List.of(names);
    }

    /** All of them, for the manual and the completions. */
    static List<OptionLine> lines() {
        List<OptionLine> lines = new ArrayList<>();
        for (Option option : values()) {
            lines.add(new OptionLine(option.section, option.names, option.value, option.meaning));
        }
        return lines;
    }

    /** The option of that long name; null when there is none, as for a parameter of a loss. */
    static Option of(String longName) {
        for (Option option : values()) {
            if (option.longName().equals(longName)) {
                return option;
            }
        }
        return null;
    }

    /** The part of the help that it stands in. */
    String section() {
        return section;
    }

    /** What stands behind it, for the help; empty for a switch. */
    String value() {
        return value;
    }

    /** What it does, in one line. */
    String meaning() {
        return meaning;
    }

    /** All its names, the long one last. */
    List<String> names() {
        return names;
    }

    /** The long name. */
    String longName() {
        return names.get(names.size() - 1);
    }
}

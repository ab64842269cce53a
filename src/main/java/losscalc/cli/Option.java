package losscalc.cli;

import java.util.ArrayList;
import java.util.List;
import losscalc.manual.OptionLine;

/**
 * One option of every loss. The command line, its help, and later whatever else lists the options, are
 * made from this table.
 */
enum Option {
    TARGET(
            "Input",
            "COLS",
            "column(s) of the true value: name, number, range a:c or 2-5, pattern y_*",
            "-t",
            "--target"),
    PREDICTION("Input", "COLS", "column(s) of the prediction, likewise", "-p", "--prediction"),
    PREDICTIONS("Input", "FILE", "the predictions stand in this file, row by row", "--predictions"),
    WEIGHT("Input", "COL", "sample weight; the mean becomes sum(w*loss)/sum(w)", "--weight"),
    BY("Input", "COLS", "one aggregate for each group, in the order of their names, then the total", "--by"),
    BY_FILE("Input", "", "each file is a group", "--by-file"),
    FROM("Input", "WHAT", "what the prediction holds: %s", "--from"),
    POSITIVE(
            "Input",
            "LABEL",
            "the label that counts as 1; the other label is 0, or -1 where signs are wanted",
            "--positive"),
    CLASSES("Input", "A,B,C", "the labels in the order of their classes", "--classes"),
    SOFT_LABELS("Input", "", "binary targets may lie between 0 and 1", "--soft-labels"),
    NORMALIZE("Input", "", "divide each row's probabilities by their sum", "--normalize"),
    IGNORE_INDEX("Input", "K", "rows of the class index K take no part", "--ignore-index"),
    DELIMITER("Input", "CHAR", "between fields; a comma, for .tsv a tab", "-d", "--delimiter"),
    HEADER("Input", "", "the first line names the columns, though it holds numbers only", "--header"),
    NO_HEADER("Input", "", "the first line is data; columns go by number", "-H", "--no-header"),
    COMMENT("Input", "CHAR", "lines that begin with it are passed over", "--comment"),
    DECIMAL("Input", "CHAR", "the decimal mark, . or ,", "--decimal"),
    ENCODING("Input", "NAME", "of the text, UTF-8 when not given", "--encoding"),
    MISSING("Input", "error|skip", "rows with an empty or unreadable cell", "--missing"),
    NONFINITE("Input", "error|skip|propagate", "rows with NaN or an infinity", "--nonfinite"),
    RAGGED("Input", "error|skip", "rows with too many or too few fields", "--ragged"),
    ARITHMETIC("Input", "double|decimal", "decimal: the numbers as their decimals say, as on paper", "--arithmetic"),
    REDUCTION("Output", "mean|sum|root|none", "which aggregate is the value; none: samples only", "--reduction"),
    SHOW("Output", "all|samples|summary", "which part is printed", "--show"),
    QUIET("Output", "", "the bare value alone", "-q", "--quiet"),
    FORMAT("Output", "text|csv|tsv|json|jsonl|markdown|latex", "the form of the output", "--format"),
    QUANTILE("Output", "Q,Q", "quantiles of the losses, each in [0, 1]; 0.5 is the median", "--quantile"),
    DIGITS("Output", "N", "significant digits in text and markdown, 6 when not given", "--digits"),
    HEX("Output", "", "numbers as their exact bits: 0x1.8p1 is 3", "--hex"),
    GRADIENT("Output", "", "dLoss/dPrediction for each sample", "--gradient"),
    HESSIAN("Output", "", "the second derivative for each sample", "--hessian"),
    SIGNATURE("Output", "", "one line that says exactly how the number was made", "--signature"),
    COLOR("Output", "auto|always|never", "colours; auto: on a terminal, unless NO_COLOR is set", "--color"),
    OUTPUT("Output", "FILE", "write this file: whole, or not at all", "-o", "--output"),
    TOP("Output", "N", "only the N samples that contribute most, with their share", "--top"),
    FAIL_ABOVE("Output", "X", "exit 1 when the value is above X", "--fail-above"),
    THREADS("Output", "N", "how many at most; all cores when not given", "--threads"),
    HELP("Output", "", "this help", "-h", "--help");

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

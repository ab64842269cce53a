package losscalc.manual;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The help of the whole program. */
public final class Manual {
    private Manual() {}

    /** What someone sees who typed too little. */
    public static String shortHelp() {
        return """
                losscalc computes a loss over a CSV file of targets and predictions.

                  losscalc huber --delta 1 data.csv
                  losscalc list                the losses
                  losscalc explain huber       what one of them is
                  losscalc --help              all that there is
                """;
    }

    /** The help. */
    public static String help() {
        return """
                losscalc computes a loss over CSV files of targets and predictions.

                Usage
                  losscalc LOSS [parameters] [options] [FILE...]
                  losscalc list [WORDS] [--library torch]  the losses, one line each
                  losscalc explain LOSS                    formula, curve, domain, twins, source
                  losscalc reconcile [FILE...] [LOSS...]   the same data under every convention
                  losscalc help LOSS                       its parameters and options
                  losscalc help --man                      the manual page, for man -l -
                  losscalc completion bash|zsh|fish        a shell's completion script
                  losscalc --version

                Examples
                  losscalc huber --delta 1 data.csv           each sample, then the mean
                  losscalc mse -q data.csv                    the bare mean, for a script
                  losscalc ce -t label -p cat,dog,fox f.csv   multi-class, columns by name
                  cat f.csv | losscalc bce --from logit       from a pipe, of logits
                  losscalc mae -t y -p a,b --by site f.csv    two models, group by group
                  losscalc mse --top 5 f.csv                  the rows that contribute most
                  losscalc mae --format json f.csv | jq .mean
                  losscalc bce --convention torch f.csv       the number that PyTorch gives
                  losscalc reconcile f.csv --value 0.2990     which loss gave this number?

                Exit codes
                  0 fine, 1 a check failed (--fail-above), 2 usage, 3 bad data,
                  4 input or output, 70 a fault of the tool

                list and explain take --format json|markdown. d2:LOSS is the skill of a loss
                over its best constant.

                The columns are found by their names (target, y, label, ... and prediction,
                y_pred, probability, ...), or are the two that there are, or are named by
                -t and -p.
                """;
    }

    /** The help of {@code reconcile}. */
    public static String helpOfReconcile() {
        return """
                Usage: losscalc reconcile [FILE...] [LOSS...] [--value X] [options]

                The same data under every convention: who says what, and the options that make
                the difference. Without LOSS, all losses that fit the columns.

                  losscalc reconcile data.csv              every loss that fits
                  losscalc reconcile data.csv bce brier    these two
                  losscalc reconcile data.csv --value 0.2990
                                                           which loss gave this number?

                  --value X                 the losses, conventions and reductions that give X to
                                            its printed digits, the simplest first; exit 1 when
                                            there are none, and the nearest are shown
                  --format text|json        the form of the answer
                  --digits N                significant digits, 6 when not given

                The options that say which columns there are and how the files are read are
                those of a loss; so are --weight, --from, --class-weight and the like. Forms of
                a loss that do not fit the data are passed over. Each is a run over the files.
                """;
    }

    /** The version of the program. */
    public static String version() {
        try (InputStream in = Manual.class.getResourceAsStream("/losscalc/version.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}

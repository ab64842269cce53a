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
                  losscalc list [WORD] [--library torch]   the losses, one line each
                  losscalc explain LOSS                    formula, curve, domain, twins, source
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

    /** The version of the program. */
    public static String version() {
        try (InputStream in = Manual.class.getResourceAsStream("/losscalc/version.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}

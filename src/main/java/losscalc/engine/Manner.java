package losscalc.engine;

import java.util.List;

/**
 * What was said of how a loss is computed, beside its parameters; it stands in the heading of the output.
 *
 * @param convention the library whose habits are followed; {@code exact} for none
 * @param twin what that library calls the loss and which options that comes to, in words; null for none
 * @param options the options that change the numbers, each with its value as it is typed:
 *     {@code clip 1e-7}, {@code percent}
 */
public record Manner(String convention, String twin, List<String> options) {
    /** No library's habits. */
    public static Manner exact(List<String> options) {
        return new Manner("exact", null, options);
    }
}

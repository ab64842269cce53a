package losscalc.problem;

/**
 * One thing that is wrong.
 *
 * @param where the place, or null when it has none (a word on the command line)
 * @param message what was found and what was wanted
 * @param hint what to do, or null
 */
public record Fault(Where where, String message, String hint) {
    /** {@code data.csv:17:2: column 'pred': not a number: "abc"}. */
    @Override
    public String toString() {
        return where == null ? message : where + ": " + message;
    }
}

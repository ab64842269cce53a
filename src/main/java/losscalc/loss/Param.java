package losscalc.loss;

/**
 * A parameter of a loss, such as Huber's delta; on the command line {@code --delta}.
 *
 * @param name its name, in lower case, words joined by a hyphen
 * @param byDefault its value when it is not given; NaN when it is then left out of the formula
 * @param range the values that it may take
 * @param meaning what it does, in one line
 */
public record Param(String name, double byDefault, Interval range, String meaning) {
    /** Whether the formula works without a value. */
    public boolean isOptional() {
        return Double.isNaN(byDefault);
    }
}

package losscalc.loss;

/**
 * A further column that a loss wants beside target and prediction, such as the variance of a Gaussian; on
 * the command line {@code --variance COL}. When it is not named there, a column of its own name is taken.
 *
 * @param name its name, in lower case
 * @param domain where its numbers lie
 * @param meaning what it is, in one line
 */
public record Extra(String name, Interval domain, String meaning) {}

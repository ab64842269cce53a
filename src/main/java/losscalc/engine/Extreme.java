package losscalc.engine;

/**
 * The smallest or the largest loss, and the first row that has it.
 *
 * @param value the loss
 * @param row the row's number in the data set; 0 when there is no row
 */
public record Extreme(double value, long row) {}

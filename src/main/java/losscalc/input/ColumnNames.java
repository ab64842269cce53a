package losscalc.input;

import java.util.List;

/**
 * What the user calls the columns, each in the form that {@link Selection} reads.
 *
 * @param targets the list after {@code --target}, or null
 * @param predictions the list after {@code --prediction}, or null
 * @param extras the column of each further column of the card, null where it was not named
 * @param weight the column of the weights, or null
 * @param by the list of the grouping columns, or null
 */
public record ColumnNames(String targets, String predictions, List<String> extras, String weight, String by) {}

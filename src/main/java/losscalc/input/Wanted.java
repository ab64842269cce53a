package losscalc.input;

import java.util.List;
import losscalc.loss.Card;
import losscalc.loss.Scale;

/**
 * What a run wants of the files' columns: what the loss's card says, and as much as the user said.
 *
 * @param card the loss
 * @param scale what a prediction is
 * @param targets the list after {@code --target}, or null
 * @param predictions the list after {@code --prediction}, or null
 * @param extras the column of each further column of the card, null where it was not named
 * @param weight the column of the weights, or null
 * @param by the list of the grouping columns, or null
 * @param byFile whether each file is a group
 * @param classes the labels in the order of their numbers, or null
 * @param positive the label that is 1, or null
 * @param softLabels whether a binary target may lie between 0 and 1
 * @param normalized whether a row of probabilities is divided by its sum, and so need not sum to one
 * @param anySum whether a row of probabilities need not sum to one, though it is not divided by its sum
 * @param ignored the class index that takes no part, or null
 * @param texts the delimiter of the texts of the records, which are wanted then; else 0
 */
public record Wanted(
        Card card,
        Scale scale,
        String targets,
        String predictions,
        List<String> extras,
        String weight,
        String by,
        boolean byFile,
        List<String> classes,
        String positive,
        boolean softLabels,
        boolean normalized,
        boolean anySum,
        Double ignored,
        char texts) {}

package losscalc.input;

import losscalc.loss.Card;
import losscalc.loss.Scale;

/**
 * What a run wants of the files' columns: what the loss's card says, and as much as the user said.
 *
 * @param card the loss
 * @param scale what a prediction is
 * @param names what the user calls the columns
 * @param labelling what targets that are labels may hold
 * @param normalized whether a row of probabilities is divided by its sum, and so need not sum to one
 * @param anySum whether a row of probabilities need not sum to one, though it is not divided by its sum
 * @param byFile whether each file is a group
 * @param texts the delimiter of the texts of the records, which are wanted then; else 0
 */
public record Wanted(
        Card card,
        Scale scale,
        ColumnNames names,
        Labelling labelling,
        boolean normalized,
        boolean anySum,
        boolean byFile,
        char texts) {}

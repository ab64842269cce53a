package losscalc.loss;

/**
 * Which constant prediction has the least loss over a set of rows, and how it is found: {@code d2:LOSS} measures
 * predictions by it.
 */
public enum BestConstant {
    /** The mean of the targets; of several columns the mean of each, so the frequencies of the classes. */
    MEAN,
    /** Where the slope of the sum of the losses changes its sign, which it does once. */
    SEARCH,
    /** None is known, or a sum of losses may have several lowest points. */
    NONE
}

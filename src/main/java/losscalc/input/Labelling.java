package losscalc.input;

import java.util.List;

/**
 * What targets that are labels may hold.
 *
 * @param classes the labels in the order of their numbers, or null
 * @param positive the label that is 1, or null
 * @param soft whether a binary target may lie between 0 and 1
 * @param ignored the class index that takes no part, or null
 */
public record Labelling(List<String> classes, String positive, boolean soft, Double ignored) {}

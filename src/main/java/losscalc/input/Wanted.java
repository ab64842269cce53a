package losscalc.input;

import java.util.List;
import losscalc.loss.Interval;
import losscalc.loss.Scale;
import losscalc.loss.Target;

/**
 * What a run wants of the files' columns: as much of it as the user said, and what the loss's card says.
 *
 * @param targets the list after {@code --target}, or null
 * @param predictions the list after {@code --prediction}, or null
 * @param target what a target is
 * @param targetDomain where it lies
 * @param scale what a prediction is
 * @param predictionDomain where it lies
 * @param hasLogitForm whether the loss could take logits as well, for a hint
 * @param classes the labels in the order of their numbers, or null
 * @param positive the label that is 1, or null
 * @param softLabels whether a binary target may lie between 0 and 1
 * @param normalized whether a row of probabilities is divided by its sum, and so need not sum to one
 */
public record Wanted(
        String targets,
        String predictions,
        Target target,
        Interval targetDomain,
        Scale scale,
        Interval predictionDomain,
        boolean hasLogitForm,
        List<String> classes,
        String positive,
        boolean softLabels,
        boolean normalized) {}

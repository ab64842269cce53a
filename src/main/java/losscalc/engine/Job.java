package losscalc.engine;

import java.util.List;
import losscalc.loss.Card;
import losscalc.loss.Setup;

/**
 * What a run is asked for, all of it resolved: it stands in the heading of the output.
 *
 * @param card what is said about the loss
 * @param setup its parameters and columns
 * @param files the names of the files
 * @param targets the names of the target columns
 * @param predictions the names of the prediction columns
 * @param classes the names of the classes where a target in one column names one; else null
 * @param reduction which aggregate is the value
 * @param gradient whether the samples have their derivatives
 */
public record Job(
        Card card,
        Setup setup,
        List<String> files,
        List<String> targets,
        List<String> predictions,
        List<String> classes,
        Reduction reduction,
        boolean gradient) {}

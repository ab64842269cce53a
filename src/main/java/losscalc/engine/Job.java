package losscalc.engine;

import java.util.List;
import losscalc.input.Description;
import losscalc.loss.Card;
import losscalc.loss.Setup;

/**
 * What a run is asked for, all of it resolved: it stands in the heading of the output.
 *
 * @param card what is said about the loss
 * @param setup its parameters and columns
 * @param data the files and the columns chosen in them
 * @param gradient whether the samples have their derivatives
 * @param hessian whether they have their second derivatives
 * @param top how many samples are shown, those that contribute most; 0 for all, in the order of the data
 * @param details what else is known of a set of rows that has a loss as a whole
 * @param figures which figures are wanted
 * @param manner what was said of how the loss is computed, beside its parameters
 */
public record Job(
        Card card,
        Setup setup,
        Description data,
        boolean gradient,
        boolean hessian,
        int top,
        List<String> details,
        WantedFigures figures,
        Manner manner) {
    /** Which aggregate is the value. */
    public Reduction reduction() {
        return figures.reduction();
    }

    /** Whether each group has its own aggregates. */
    public boolean isGrouped() {
        return !data.groups().isEmpty();
    }

    /** Whether each prediction column is a model of its own. */
    public boolean hasModels() {
        return data.hasModels();
    }

    /** How many losses each row has. */
    public int models() {
        return data.hasModels() ? data.predictions().size() : 1;
    }

    /** The name of a model, or null where there is one loss a row. */
    String modelName(int model) {
        return hasModels() ? predictions().get(model) : null;
    }

    /** The names of the prediction columns. */
    public List<String> predictions() {
        return data.predictions();
    }

    /** The names of the grouping columns. */
    public List<String> groups() {
        return data.groups();
    }
}

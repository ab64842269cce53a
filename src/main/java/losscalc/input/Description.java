package losscalc.input;

import java.util.List;
import losscalc.loss.Layout;

/**
 * The data of a run in words: it stands in the heading of the output.
 *
 * @param files the names of the files
 * @param targets the names of the target columns
 * @param predictions the names of the prediction columns
 * @param classes the names of the classes where a target in one column names one; else null
 * @param groups the names of the grouping columns, {@code file} first when each file is a group
 * @param weight the name of the weights' column, or null
 * @param columns the names of all columns of the data, and of the predictions' file behind them
 * @param header the header as it stands in the file, or null when there is none or nobody wants it
 * @param layout which columns a block of the rows has
 * @param hasModels whether each prediction column is a model of its own, against the one target
 */
public record Description(
        List<String> files,
        List<String> targets,
        List<String> predictions,
        List<String> classes,
        List<String> groups,
        String weight,
        List<String> columns,
        String header,
        Layout layout,
        boolean hasModels) {}

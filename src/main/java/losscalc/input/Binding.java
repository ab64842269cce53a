package losscalc.input;

import java.util.ArrayList;
import java.util.List;
import losscalc.loss.Interval;
import losscalc.loss.Scale;
import losscalc.loss.Target;
import losscalc.problem.Echo;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/**
 * Which field of a record is used for what: the user's choice, or the choice that the header allows
 * without doubt. It is part of the output's heading.
 */
final class Binding {
    private final Wanted wanted;
    private final Columns targetFile;
    private final Columns predictionFile;
    private final Where file;
    private final boolean twoFiles;
    private List<Integer> targets;
    private List<Integer> predictions;

    private Binding(Wanted wanted, Columns targetFile, Columns predictionFile, Where file) {
        this.wanted = wanted;
        this.targetFile = targetFile;
        this.predictionFile = predictionFile;
        this.file = file;
        this.twoFiles = targetFile != predictionFile;
    }

    /**
     * Chooses the columns.
     *
     * @param predictionFile the columns of the predictions' file; the same object when there is one file
     * @param where the file, for messages
     * @throws Problem when a column is not there, the choice is not clear, or the numbers of columns
     *     cannot be paired
     */
    static Binding of(Wanted wanted, Columns targetFile, Columns predictionFile, Where where) throws Problem {
        Binding binding = new Binding(wanted, targetFile, predictionFile, where);
        binding.choose();
        binding.checkShape();
        return binding;
    }

    List<Integer> targets() {
        return targets;
    }

    List<Integer> predictions() {
        return predictions;
    }

    /** How many target columns a block has: a class in one column becomes a one-hot row. */
    int targetColumns() {
        return isClassInOneColumn() ? predictions.size() : targets.size();
    }

    int predictionColumns() {
        return predictions.size();
    }

    /** Whether the targets of a row must sum to one. */
    boolean targetsSumToOne() {
        return kind() == Target.CLASS && targets.size() > 1;
    }

    /** Whether the predictions of a row must sum to one. */
    boolean predictionsSumToOne() {
        return kind() == Target.CLASS && wanted.scale() == Scale.PROBABILITY && !wanted.normalized();
    }

    boolean hasLogitForm() {
        return wanted.hasLogitForm();
    }

    /** The used fields, in the order in which they stand in the file, so that errors come in that order. */
    List<Slot> slots(List<String> targetHeader, List<String> predictionHeader) throws Problem {
        List<Slot> slots = new ArrayList<>();
        Labels labels = labels(predictionHeader);
        for (int k = 0; k < targets.size(); k++) {
            int field = targets.get(k);
            Slot.Role role = isClassInOneColumn()
                    ? Slot.Role.CLASS
                    : kind() == Target.BINARY && !wanted.softLabels() ? Slot.Role.BINARY : Slot.Role.TARGET;
            Interval domain = isClassInOneColumn()
                    ? Interval.closed(0, predictions.size() - 1)
                    : kind() == Target.CLASS ? Interval.UNIT : wanted.targetDomain();
            slots.add(new Slot(0, field, targetHeader.get(field), role, k, domain, labels));
        }
        for (int k = 0; k < predictions.size(); k++) {
            int field = predictions.get(k);
            slots.add(new Slot(
                    twoFiles ? 1 : 0,
                    field,
                    predictionHeader.get(field),
                    Slot.Role.PREDICTION,
                    k,
                    wanted.predictionDomain(),
                    null));
        }
        slots.sort((a, b) -> a.file() != b.file() ? a.file() - b.file() : a.field() - b.field());
        return slots;
    }

    /** The names of the classes, where a target in one column can name them; else null. */
    List<String> classes(List<String> predictionHeader) throws Problem {
        Labels labels = isClassInOneColumn() ? labels(predictionHeader) : null;
        return labels == null ? null : labels.classes();
    }

    private Target kind() {
        return wanted.target().forPredictions(predictions.size());
    }

    private boolean isClassInOneColumn() {
        return kind() == Target.CLASS && targets.size() == 1;
    }

    private void choose() throws Problem {
        targets = wanted.targets() == null ? targetFile.knownTargets() : targetFile.find(wanted.targets());
        predictions = wanted.predictions() == null ? knownPredictions() : predictionFile.find(wanted.predictions());
        if (wanted.targets() == null && targets.size() > 1) {
            throw unclear("more than one column could be the target", "-t names it");
        }
        if (wanted.predictions() == null && predictions.size() > 1) {
            throw unclear("more than one column could be the prediction", "-p names it");
        }
        if (twoFiles) {
            chooseAll();
        } else {
            chooseRest();
        }
        if (targets.isEmpty()) {
            throw unclear("no column is known to be the target", "-t and -p name the columns");
        }
        if (predictions.isEmpty()) {
            throw unclear("no column is known to be the prediction", "-t and -p name the columns");
        }
    }

    /** A column that was named as the target is not also taken for the prediction on the strength of its name. */
    private List<Integer> knownPredictions() {
        List<Integer> known = predictionFile.knownPredictions();
        if (!twoFiles) {
            known.removeAll(targets);
        }
        return known;
    }

    /** One file: of two columns the other one; of 1 + C columns the first is the class, the rest its predictions. */
    private void chooseRest() throws Problem {
        boolean multiClass = wanted.target() == Target.CLASS;
        if (targets.isEmpty()
                && predictions.isEmpty()
                && (targetFile.size() == 2 || multiClass && targetFile.size() > 2)) {
            targets = List.of(0);
        }
        List<Integer> rest = targetFile.allBut(targets.isEmpty() ? predictions : targets);
        if (targets.isEmpty() && rest.size() == 1) {
            targets = rest;
        }
        if (predictions.isEmpty() && !targets.isEmpty()) {
            boolean oneEach = targets.size() == 1 || targets.size() == rest.size();
            if (rest.size() > 1 && multiClass && oneEach && targetFile.hasRowName()) {
                throw unclear("a column looks like the name of the row", "-t and -p name the columns to use");
            }
            predictions = rest.size() == 1 || multiClass && oneEach ? rest : predictions;
        }
    }

    /** Two files: a known name, else all columns of the file, unless one of them looks like a row's name. */
    private void chooseAll() throws Problem {
        if (targets.isEmpty()) {
            targets = whole(targetFile, "-t");
        }
        if (predictions.isEmpty()) {
            predictions = whole(predictionFile, "-p");
        }
    }

    private List<Integer> whole(Columns columns, String option) throws Problem {
        if (columns.hasRowName()) {
            throw unclear("a column looks like the name of the row", option + " names the columns to use");
        }
        return columns.allBut(List.of());
    }

    private void checkShape() throws Problem {
        int k = targets.size();
        int m = predictions.size();
        boolean fits = kind() == Target.CLASS ? k == 1 || k == m : k == m;
        if (!fits) {
            throw Problem.usage(
                    k + " target column" + (k == 1 ? "" : "s") + " cannot be paired with " + m + " prediction column"
                            + (m == 1 ? "" : "s") + " in " + where(),
                    kind() == Target.CLASS
                            ? "one class column, or one target column for each class"
                            : "as many -t columns as -p columns");
        }
        for (Integer target : targets) {
            if (!twoFiles && predictions.contains(target)) {
                throw Problem.usage(
                        "column " + (target + 1) + " of " + where() + " is both target and prediction", null);
            }
        }
    }

    /** The labels that targets may use, or null when they are numbers. */
    private Labels labels(List<String> header) throws Problem {
        if (kind() == Target.NUMBER || targetsSumToOne()) {
            if (wanted.positive() != null || wanted.classes() != null) {
                throw Problem.usage(
                        "--positive and --classes are for targets that are labels",
                        targetsSumToOne() ? "the targets are columns here" : "this loss takes numbers");
            }
            return null;
        }
        if (wanted.classes() != null) {
            int classes = kind() == Target.BINARY ? 2 : predictions.size();
            if (wanted.classes().size() != classes) {
                throw Problem.usage(
                        "--classes names " + wanted.classes().size() + " labels, and there are " + classes + " classes",
                        null);
            }
            return Labels.ordered(wanted.classes());
        }
        if (wanted.positive() != null) {
            if (kind() != Target.BINARY) {
                throw Problem.usage("--positive is for two classes", "--classes a,b,c gives the order of more");
            }
            return Labels.positive(wanted.positive());
        }
        return isClassInOneColumn() ? namesOfPredictions(header) : null;
    }

    /** A class may be called by the name of its prediction column, where those names cannot be mistaken for indices. */
    private Labels namesOfPredictions(List<String> header) throws Problem {
        List<String> names = new ArrayList<>(predictions.size());
        boolean numbers = true;
        boolean ordered = true;
        for (int c = 0; c < predictions.size(); c++) {
            String name = header.get(predictions.get(c)).strip();
            names.add(name);
            numbers &= Columns.isNumber(name);
            ordered &= name.equals(Integer.toString(c));
        }
        if (numbers && !ordered && predictionFile.isNamed()) {
            throw Problem.usage(
                    "the prediction columns are named by numbers that are not 0.." + (predictions.size() - 1) + " in "
                            + where() + ": is a target an index or a name?",
                    "--classes " + String.join(",", names) + " if it is a name");
        }
        return numbers ? null : Labels.ordered(names);
    }

    private String where() {
        return Echo.plain(file.file());
    }

    private Problem unclear(String why, String hint) {
        String columns = twoFiles
                ? "; the targets' file has " + targetFile.listed() + ", the predictions' file has "
                        + predictionFile.listed()
                : "; the file has " + targetFile.listed();
        return Problem.data(file, why + columns, hint);
    }
}

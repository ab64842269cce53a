package losscalc.input;

import java.util.ArrayList;
import java.util.List;
import losscalc.loss.Extra;
import losscalc.loss.Target;
import losscalc.problem.Echo;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/**
 * Which columns are used: the user's choice, or the choice that the header allows without doubt. It is part
 * of the output's heading.
 */
final class Choice {
    /** A thousand rows of so many columns are half a gigabyte. */
    private static final int MOST_COLUMNS = 65_536;

    private final Wanted wanted;
    private final ColumnNames names;
    private final Columns targetFile;
    private final Columns predictionFile;
    private final Where file;
    private final boolean twoFiles;
    private final List<Integer> extras = new ArrayList<>();
    private List<Integer> groups = List.of();
    private int weight = -1;
    private List<Integer> targets;
    private List<Integer> predictions;

    private Choice(Wanted wanted, Columns targetFile, Columns predictionFile, Where file) {
        this.wanted = wanted;
        this.names = wanted.names();
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
    static Choice of(Wanted wanted, Columns targetFile, Columns predictionFile, Where where) throws Problem {
        Choice choice = new Choice(wanted, targetFile, predictionFile, where);
        choice.chooseOthers();
        choice.choose();
        choice.check();
        return choice;
    }

    List<Integer> targets() {
        return targets;
    }

    List<Integer> predictions() {
        return predictions;
    }

    /** The further columns that the card wants, in its order. */
    List<Integer> extras() {
        return extras;
    }

    /** The grouping columns, in the data file. */
    List<Integer> groups() {
        return groups;
    }

    /** The column of the weights, or -1. */
    int weight() {
        return weight;
    }

    /** Whether the predictions stand in a file of their own. */
    boolean hasTwoFiles() {
        return twoFiles;
    }

    /** How the targets and the predictions of a row belong together. */
    Pairing pairing() {
        return new Pairing(wanted.card(), targets.size(), predictions.size());
    }

    /** The weight, the grouping columns and the further columns of the card: they are not targets or predictions. */
    private void chooseOthers() throws Problem {
        weight = names.weight() == null ? -1 : Selection.one(names.weight(), targetFile);
        groups = names.by() == null ? List.of() : Selection.of(names.by(), targetFile);
        for (int k = 0; k < wanted.card().extras().size(); k++) {
            Extra extra = wanted.card().extras().get(k);
            String name = names.extras().get(k);
            if (name == null && !targetFile.has(extra.name())) {
                throw unclear(
                        "no column " + Echo.name(extra.name()) + ", " + extra.meaning(),
                        "--" + extra.name() + " names the column");
            }
            extras.add(Selection.one(name == null ? extra.name() : name, targetFile));
        }
    }

    /** The columns of the targets' file that have a use already. */
    private List<Integer> taken() {
        List<Integer> taken = new ArrayList<>(extras);
        taken.addAll(groups);
        if (weight >= 0) {
            taken.add(weight);
        }
        return taken;
    }

    private void choose() throws Problem {
        targets =
                names.targets() == null ? known(targetFile.knownTargets()) : Selection.of(names.targets(), targetFile);
        predictions =
                names.predictions() == null ? knownPredictions() : Selection.of(names.predictions(), predictionFile);
        if (names.targets() == null && targets.size() > 1) {
            throw unclear("more than one column could be the target", "-t names it: " + targetFile.either(targets));
        }
        if (names.predictions() == null && predictions.size() > 1) {
            throw unclear(
                    "more than one column could be the prediction",
                    "-p names it: " + predictionFile.either(predictions));
        }
        if (twoFiles) {
            chooseAll();
        } else {
            chooseRest();
        }
        if (targets.isEmpty()) {
            throw unclear(
                    "no column is known to be the target",
                    howToName(targetFile, "-t", "prediction", predictions, predictionFile));
        }
        if (predictions.isEmpty()) {
            throw unclear(
                    "no column is known to be the prediction",
                    howToName(predictionFile, "-p", "target", targets, targetFile));
        }
    }

    /** What to do where the target or the prediction is missing: what the other one is may be known. */
    private String howToName(Columns file, String option, String other, List<Integer> found, Columns itsFile) {
        String hint = file.dialectHint();
        if (hint != null || found.size() != 1) {
            String parts = wanted.card().parts() > 1 ? ": " + Pairing.form(wanted.card()) : "";
            return hint != null
                    ? hint
                    : "-t and -p name the columns" + (file.isNamed() ? "" : ", -d what parts them") + parts;
        }
        if (itsFile.size() == 1 && !twoFiles) {
            return "a target and a prediction were wanted; --predictions FILE, if they stand in a file of their own";
        }
        return option + " names it; the " + other + " is "
                + Echo.name(itsFile.header().get(found.get(0)));
    }

    private List<Integer> known(List<Integer> columns) {
        columns.removeAll(taken());
        return columns;
    }

    /** A column that was named as the target is not also taken for the prediction on the strength of its name. */
    private List<Integer> knownPredictions() {
        List<Integer> known = predictionFile.knownPredictions();
        if (!twoFiles) {
            known.removeAll(targets);
            known.removeAll(taken());
        }
        return known;
    }

    /** One file: of two columns the other one; of 1 + C columns the first is the class, the rest its predictions. */
    private void chooseRest() throws Problem {
        boolean several = wanted.card().target() == Target.CLASS || Pairing.hasManyForOne(wanted.card());
        List<Integer> free = new ArrayList<>(taken());
        free.addAll(targets);
        free.addAll(predictions);
        free = targetFile.allBut(free);
        boolean none = targets.isEmpty() && predictions.isEmpty();
        // Where the first column is a group, the next one may as well be a class's prediction.
        if (none && (free.size() == 2 || several && free.size() > 2 && free.get(0) == 0)) {
            targets = byPlace(targetFile, List.of(free.remove(0)), false, "-t and -p name");
        }
        if (targets.isEmpty() && free.size() == 1) {
            targets = byPlace(targetFile, List.of(free.remove(0)), false, "-t names");
        }
        if (predictions.isEmpty() && !targets.isEmpty()) {
            boolean oneEach = targets.size() == 1 || targets.size() == free.size();
            if (free.size() == 1 || several && oneEach) {
                predictions = byPlace(targetFile, free, true, "-t and -p name");
            }
        }
    }

    /** Two files: a known name, else all columns of the file, unless one of them looks like a row's name. */
    private void chooseAll() throws Problem {
        // Two files with the same header beside the names of the rows: what is called the same is paired.
        boolean alike = targetFile.header().equals(predictionFile.header())
                && targetFile.hasRowName(targetFile.allBut(targets), true);
        if (predictions.isEmpty() && alike) {
            predictions = targets;
        }
        if (targets.isEmpty()) {
            targets = byPlace(targetFile, targetFile.allBut(taken()), false, "-t names");
        }
        if (predictions.isEmpty()) {
            predictions = byPlace(predictionFile, predictionFile.allBut(List.of()), true, "-p names");
        }
        if (names.targets() == null && names.predictions() == null) {
            refuseAnotherOrder();
        }
    }

    /** The same columns in another order: to pair them by their places would be as wrong as it is likely. */
    private void refuseAnotherOrder() throws Problem {
        List<String> ours = targetFile.names(targets);
        List<String> theirs = predictionFile.names(predictions);
        if (targetFile.isNamed() && !ours.equals(theirs) && ours.size() == theirs.size() && ours.containsAll(theirs)) {
            String list = Echo.plain(String.join(",", ours));
            throw unclear(
                    "the columns stand in different orders",
                    "-t " + list + " -p " + list + " pairs them by name, -t 1-" + targetFile.size() + " -p 1-"
                            + predictionFile.size() + " by place");
        }
    }

    /** Columns that nobody named: the name of a row is none of them, however few there are. */
    private List<Integer> byPlace(Columns columns, List<Integer> chosen, boolean predicted, String options)
            throws Problem {
        if (columns.hasRowName(chosen, predicted)) {
            throw unclear("a column looks like the name of the row", options + " the columns to use");
        }
        return chosen;
    }

    private void check() throws Problem {
        Pairing pairing = pairing();
        if (!pairing.fits()) {
            throw Problem.usage(pairing.misfit() + " in " + where(), Pairing.form(wanted.card()));
        }
        int columns = targets.size() + predictions.size();
        if (columns > MOST_COLUMNS) {
            throw Problem.data(
                    file,
                    columns + " columns are used, at most " + MOST_COLUMNS + " can be",
                    "-t and -p name the columns to use");
        }
        if (!twoFiles) {
            refuseBothInOne();
        }
    }

    private void refuseBothInOne() throws Problem {
        boolean[] isPrediction = new boolean[targetFile.size()];
        for (int prediction : predictions) {
            isPrediction[prediction] = true;
        }
        for (int target : targets) {
            if (isPrediction[target]) {
                throw Problem.usage(
                        "column " + (target + 1) + " of " + where() + " is both target and prediction",
                        "-t and -p name different columns");
            }
        }
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

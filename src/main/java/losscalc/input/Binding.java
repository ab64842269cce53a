package losscalc.input;

import java.util.ArrayList;
import java.util.List;
import losscalc.loss.Interval;
import losscalc.loss.Layout;
import losscalc.loss.Scale;
import losscalc.loss.Target;
import losscalc.problem.Echo;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** What each used field of a record must hold, and which column of a block it fills. */
final class Binding {
    private final Wanted wanted;
    private final Choice choice;
    private final Pairing pairing;
    private final Columns targetFile;
    private final Columns predictionFile;
    private final Where file;

    /**
     * @param choice which columns are used
     * @param predictionFile the columns of the predictions' file; the same object when there is one file
     * @param file the file, for messages
     */
    Binding(Wanted wanted, Choice choice, Columns targetFile, Columns predictionFile, Where file) {
        this.wanted = wanted;
        this.choice = choice;
        this.pairing = choice.pairing();
        this.targetFile = targetFile;
        this.predictionFile = predictionFile;
        this.file = file;
    }

    /** Which columns are used. */
    Choice choice() {
        return choice;
    }

    /** Which columns a block of these rows has: a class in one column becomes a one-hot row. */
    Layout layout() {
        return new Layout(
                pairing.isClassInOneColumn()
                        ? choice.predictions().size()
                        : choice.targets().size(),
                choice.predictions().size(),
                choice.extras().size(),
                choice.weight() >= 0,
                !choice.groups().isEmpty() || wanted.byFile(),
                wanted.texts() != 0);
    }

    /** What is read of each record. */
    Reading reading() throws Problem {
        return new Reading(
                slots(predictionFile.header()),
                targetFile.size(),
                layout(),
                targetsSumToOne(),
                predictionsSumToOne(),
                predictionsAreShares(),
                ignored());
    }

    /** Whether the targets of a row must sum to one. */
    boolean targetsSumToOne() {
        return pairing.target() == Target.CLASS && choice.targets().size() > 1
                || pairing.target() == Target.DISTRIBUTION;
    }

    /** Whether the predictions of a row must sum to one. */
    boolean predictionsSumToOne() {
        boolean distribution = pairing.target() == Target.CLASS || pairing.target() == Target.DISTRIBUTION;
        return distribution && wanted.scale() == Scale.PROBABILITY && !wanted.normalized() && !wanted.anySum();
    }

    /** Whether the predictions of a row are divided by their sum. */
    boolean predictionsAreShares() {
        return pairing.target() == Target.CLASS && wanted.scale() == Scale.PROBABILITY && wanted.normalized();
    }

    /** What to do where they do not. */
    String hintOfSum() {
        return wanted.card().hasShares()
                ? "--normalize divides each row by its sum"
                : wanted.card().name() + " takes its columns as they are: divide each row by its sum first";
    }

    /** What to do where a probability is outside its domain, or a number outside that of the loss. */
    String hintOfDomain(boolean isProbability) {
        return isProbability && wanted.card().scales().contains(Scale.LOGIT)
                ? "--from logit, if the column holds logits"
                : "losscalc explain " + wanted.card().name() + " says what it takes, and what to use elsewhere";
    }

    /** The class index that takes no part; NaN when there is none. */
    double ignored() {
        return wanted.labelling().ignored() == null
                ? Double.NaN
                : wanted.labelling().ignored();
    }

    /** The delimiter that the texts of the records are wanted with; 0 when they are not wanted. */
    char textDelimiter() {
        return wanted.texts();
    }

    boolean byFile() {
        return wanted.byFile();
    }

    /** The used fields, in the order in which they stand in the file, so that errors come in that order. */
    List<Slot> slots(List<String> predictionHeader) throws Problem {
        List<Slot> slots = new ArrayList<>();
        Labels labels = labels(predictionHeader);
        Slot.Role role = targetRole();
        for (int k = 0; k < choice.targets().size(); k++) {
            slots.add(new Slot(0, choice.targets().get(k), role, k, targetDomain(), labels));
        }
        for (int k = 0; k < choice.predictions().size(); k++) {
            Interval domain = wanted.card().predictionDomain(wanted.scale());
            slots.add(new Slot(
                    choice.hasTwoFiles() ? 1 : 0, choice.predictions().get(k), Slot.Role.PREDICTION, k, domain, null));
        }
        for (int k = 0; k < choice.extras().size(); k++) {
            Interval domain = wanted.card().extras().get(k).domain();
            slots.add(new Slot(0, choice.extras().get(k), Slot.Role.EXTRA, k, domain, null));
        }
        if (choice.weight() >= 0) {
            slots.add(new Slot(0, choice.weight(), Slot.Role.WEIGHT, 0, Interval.NON_NEGATIVE, null));
        }
        sort(slots);
        return slots;
    }

    /** By file and field; a comparator as a lambda would cost more at the start than the sorting. */
    private static void sort(List<Slot> slots) {
        for (int i = 1; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            int k = i;
            while (k > 0 && isBefore(slot, slots.get(k - 1))) {
                slots.set(k, slots.get(--k));
            }
            slots.set(k, slot);
        }
    }

    private static boolean isBefore(Slot a, Slot b) {
        return a.file() != b.file() ? a.file() < b.file() : a.field() < b.field();
    }

    private Slot.Role targetRole() {
        Target kind = pairing.target();
        if (pairing.isClassInOneColumn()) {
            return Slot.Role.CLASS;
        }
        if (kind == Target.SIGN) {
            return Slot.Role.SIGN;
        }
        boolean hard = (kind == Target.BINARY || kind == Target.LABELS)
                && !wanted.labelling().soft();
        return hard ? Slot.Role.BINARY : Slot.Role.TARGET;
    }

    private Interval targetDomain() {
        if (pairing.isClassInOneColumn()) {
            return Interval.closed(0, choice.predictions().size() - 1);
        }
        return pairing.target().isShare() ? Interval.UNIT : wanted.card().targetDomain();
    }

    /** The names of the classes, where a target in one column can name them; else null. */
    List<String> classes(List<String> predictionHeader) throws Problem {
        Labels labels = pairing.isClassInOneColumn() ? labels(predictionHeader) : null;
        return labels == null ? null : labels.classes();
    }

    /** The labels that targets may use, or null when they are numbers. */
    private Labels labels(List<String> header) throws Problem {
        boolean two = pairing.target() == Target.BINARY
                || pairing.target() == Target.SIGN
                || pairing.target() == Target.LABELS;
        if (!two && !pairing.isClassInOneColumn()) {
            if (wanted.labelling().positive() != null || wanted.labelling().classes() != null) {
                throw Problem.usage(
                        "--positive and --classes are for targets that are labels",
                        pairing.target() == Target.CLASS ? "the targets are columns here" : "this loss takes numbers");
            }
            return null;
        }
        if (wanted.labelling().classes() != null) {
            int classes = pairing.isClassInOneColumn() ? choice.predictions().size() : 2;
            if (wanted.labelling().classes().size() != classes) {
                throw Problem.usage(
                        "--classes names " + wanted.labelling().classes().size() + " labels, and there are " + classes
                                + " classes",
                        null);
            }
            return Labels.ordered(wanted.labelling().classes());
        }
        if (wanted.labelling().positive() != null) {
            if (pairing.isClassInOneColumn()) {
                throw Problem.usage("--positive is for two classes", "--classes a,b,c gives the order of more");
            }
            return Labels.positive(wanted.labelling().positive());
        }
        return pairing.isClassInOneColumn() ? namesOfPredictions(header) : null;
    }

    /** A class may be called by the name of its prediction column, where those names cannot be mistaken for indices. */
    private Labels namesOfPredictions(List<String> header) throws Problem {
        List<String> names = new ArrayList<>(choice.predictions().size());
        boolean numbers = true;
        boolean ordered = true;
        for (int c = 0; c < choice.predictions().size(); c++) {
            String name = header.get(choice.predictions().get(c)).strip();
            names.add(name);
            numbers &= Columns.isNumber(name);
            ordered &= name.equals(Integer.toString(c));
        }
        if (numbers && !ordered && predictionFile.isNamed()) {
            throw Problem.usage(
                    "the prediction columns are named by numbers that are not 0.."
                            + (choice.predictions().size() - 1) + " in " + where()
                            + ": is a target an index or a name?",
                    "--classes " + String.join(",", names) + " if it is a name");
        }
        return numbers ? null : Labels.orIndices(names);
    }

    private String where() {
        return Echo.plain(file.file());
    }
}

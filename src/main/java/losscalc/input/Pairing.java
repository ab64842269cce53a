package losscalc.input;

import losscalc.loss.Card;
import losscalc.loss.Target;

/**
 * How the targets and the predictions of a row belong together: pair by pair, several predictions for one target, a class
 * and its predictions, or one target and a model in each prediction column.
 *
 * @param card the loss
 * @param targets how many target columns there are
 * @param predictions how many prediction columns
 */
record Pairing(Card card, int targets, int predictions) {
    /** What a target is, given how many prediction columns there are. */
    Target target() {
        return card.target().forPredictions(predictions);
    }

    /** Whether a target in one column names one of the classes, each of which has a prediction column. */
    boolean isClassInOneColumn() {
        return target() == Target.CLASS && targets == 1;
    }

    /** Whether each prediction column is a model of its own, against the one target. */
    boolean hasModels() {
        return target().isSingle() && card.mostPredictions() == 1 && targets == 1 && predictions > 1;
    }

    /** Whether several prediction columns belong to one target that is a single number. */
    static boolean hasManyForOne(Card card) {
        return card.target().isSingle() && card.mostPredictions() > 1;
    }

    /** Whether the loss takes so many of each. */
    boolean fits() {
        boolean counted = card.mostPredictions() > 1;
        if (counted && (predictions < card.fewestPredictions() || predictions > card.mostPredictions())) {
            return false;
        }
        if (hasManyForOne(card)) {
            return targets == 1 && predictions % card.parts() == 0;
        }
        return predictions == targets * card.parts() || isClassInOneColumn() || hasModels();
    }

    /** What is wrong where it does not. */
    String misfit() {
        return count(targets, "target") + " cannot be paired with " + count(predictions, "prediction");
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? " column" : " columns");
    }

    /** Which columns the loss takes, for a message. */
    static String form(Card card) {
        if (hasManyForOne(card)) {
            return card.parts() > 1
                    ? "one target column, and the " + card.parts() + " vectors one after the other as -p columns"
                    : "one target column and its predictions";
        }
        if (card.target() == Target.CLASS) {
            return "a prediction column for each class; one class column, or one target column for each class";
        }
        return card.parts() > 1
                ? "for each -t column " + card.parts() + " -p columns: one vector after the other"
                : "as many -t columns as -p columns";
    }
}

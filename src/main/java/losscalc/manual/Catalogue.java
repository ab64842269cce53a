package losscalc.manual;

import java.util.ArrayList;
import java.util.List;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Loss;
import losscalc.losses.Losses;

/** What the losses are called, here and elsewhere. */
public final class Catalogue {
    private Catalogue() {}

    /** All names and aliases. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Loss loss : Losses.all()) {
            names.add(loss.card().name());
            names.addAll(loss.card().aliasNames());
        }
        return names;
    }

    /** The libraries whose names are known. */
    static List<String> libraries() {
        List<String> libraries = new ArrayList<>();
        for (Loss loss : Losses.all()) {
            for (Card.Twin twin : loss.card().twins()) {
                if (!libraries.contains(twin.library())) {
                    libraries.add(twin.library());
                }
            }
        }
        return libraries;
    }

    /** What is like a loss that another library calls so, and where it differs; null when none does. */
    public static String twinHint(String name) {
        for (Loss loss : Losses.all()) {
            for (Card.Twin twin : loss.card().twins()) {
                if (Losses.key(twin.name()).equals(Losses.key(name))) {
                    return "losscalc " + loss.card().name() + " is near to it; " + twin.library() + " " + twin.name()
                            + ": " + (twin.inWords().isEmpty() ? "the same" : twin.inWords());
                }
            }
        }
        return null;
    }

    /** Why a loss that was asked for as {@code d2:LOSS} has no skill over a best constant; null for no loss. */
    public static String noSkill(String name) {
        Loss loss = name.startsWith("d2:") ? Losses.find(name.substring(3)) : null;
        if (loss == null) {
            return null;
        }
        Card card = loss.card();
        String why = card.isOfSets()
                ? "a set of rows has that already, not a row"
                : card.bestConstant() != BestConstant.NONE
                        ? "the score is that of the mean: losscalc d2:" + card.name()
                        : card.isSigned()
                                ? "that has no zero to measure from: it may be negative"
                                : !card.extras().isEmpty() || card.fewestPredictions() > 1
                                        ? "its prediction is more than one number, and no constant is known to be best"
                                        : "its sum over many rows may have several lowest points";
        return name + ": no best constant of " + card.name() + "; " + why;
    }
}

package losscalc.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Loss;
import losscalc.losses.Losses;
import losscalc.problem.Echo;
import losscalc.problem.Problem;
import losscalc.report.Output;

/** The list of the losses. */
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

    /**
     * Prints the losses, grouped, one line each.
     *
     * @param word only those with this word in a name, an alias or their summary; empty for all
     */
    public static void print(String word, boolean json, Output out) throws Problem {
        List<Card> cards = new ArrayList<>();
        for (Loss loss : Losses.all()) {
            if (mentions(loss.card(), word.toLowerCase(Locale.ROOT))) {
                cards.add(loss.card());
            }
        }
        if (cards.isEmpty()) {
            throw Problem.usage("no loss mentions " + Echo.name(word), "losscalc list shows them all");
        }
        if (json) {
            printJson(cards, out);
        } else {
            printText(cards, out);
        }
    }

    private static boolean mentions(Card card, String word) {
        String text =
                card.name() + " " + card.title() + " " + String.join(" ", card.aliasNames()) + " " + card.summary();
        return text.toLowerCase(Locale.ROOT).contains(word);
    }

    private static void printText(List<Card> cards, Output out) throws Problem {
        int width = 0;
        for (Card card : cards) {
            width = Math.max(width, card.name().length());
        }
        boolean first = true;
        for (Family family : Family.values()) {
            boolean titled = false;
            for (Card card : cards) {
                if (card.family() == family) {
                    if (!titled) {
                        out.print(first ? "" : "\n").print(family.title()).line();
                        titled = true;
                        first = false;
                    }
                    out.print("  ")
                            .print(card.name())
                            .print(" ".repeat(width - card.name().length()));
                    out.print("  ").print(card.summary()).line();
                }
            }
        }
    }

    private static void printJson(List<Card> cards, Output out) throws Problem {
        for (int i = 0; i < cards.size(); i++) {
            out.print(i == 0 ? "[\n  " : ",\n  ");
            out.print(Explain.json(cards.get(i)));
        }
        out.print("\n]").line();
    }
}

package losscalc.cli;

import java.util.ArrayList;
import java.util.List;
import losscalc.loss.Card;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.losses.Losses;
import losscalc.problem.Echo;
import losscalc.problem.Problem;

/** The forms that a library has of a loss, and which of them is meant. */
final class Twins {
    private Twins() {}

    /** All forms that the library has; of one version of it, else of the library. */
    static List<Card.Twin> of(Card card, String library) {
        List<Card.Twin> twins = new ArrayList<>();
        for (Card.Twin twin : card.twins()) {
            if (twin.library().equals(library)) {
                twins.add(twin);
            }
        }
        int version = library.indexOf('-');
        boolean isVersion = version > 0 && Character.isDigit(library.charAt(library.length() - 1));
        return twins.isEmpty() && isVersion ? of(card, library.substring(0, version)) : twins;
    }

    /**
     * The form that is meant.
     *
     * @param twins what the library has
     * @param form the form that was named behind the library, or null
     * @param name the name of the loss as it was typed
     */
    static Card.Twin choose(List<Card.Twin> twins, String form, String name, Scale scale, Card card) throws Problem {
        Card.Twin best = null;
        for (Card.Twin twin : twins) {
            boolean fits = scaleOf(twin, card) == scale;
            if (isCalled(twin, form == null ? name : form) && (form != null || fits)) {
                return twin;
            }
            best = best == null && fits && !twin.isBinary() ? twin : best;
        }
        if (form != null) {
            throw Problem.usage(
                    twins.get(0).library() + " has no " + Echo.name(form) + " for " + card.name(),
                    "it has " + names(twins));
        }
        return best == null ? twins.get(0) : best;
    }

    /** The library's form for one prediction column on that scale; null where it has none of its own. */
    static Card.Twin binary(Card card, String library, Scale scale) {
        for (Card.Twin twin : of(card, library)) {
            if (twin.isBinary() && scaleOf(twin, card) == scale) {
                return twin;
            }
        }
        return null;
    }

    /** Whether the form is meant for so many prediction columns on that scale. */
    static boolean takes(Card.Twin twin, Card card, Scale scale, int predictions) {
        return predictions > 1 ? !twin.isBinary() : twin.isBinary() || binary(card, twin.library(), scale) == null;
    }

    static boolean isCalled(Card.Twin twin, String name) {
        return Losses.key(twin.name()).equals(Losses.key(name));
    }

    private static String names(List<Card.Twin> twins) {
        List<String> names = new ArrayList<>();
        for (Card.Twin twin : twins) {
            names.add(twin.name());
        }
        return String.join(", ", names);
    }

    /** What the predictions of the twin are. */
    static Scale scaleOf(Card.Twin twin, Card card) {
        for (Scale each : card.scales()) {
            if ((twin.options() + " ").startsWith("--from " + each.word() + " ")) {
                return each;
            }
        }
        return card.scales().get(0);
    }

    /** What the library calls so, or null. */
    static Card called(String library, String name) {
        for (Loss loss : Losses.all()) {
            for (Card.Twin twin : of(loss.card(), library)) {
                if (isCalled(twin, name)) {
                    return loss.card();
                }
            }
        }
        return null;
    }
}

package losscalc.cli;

import java.util.ArrayList;
import java.util.List;
import losscalc.loss.Card;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.loss.Twin;
import losscalc.losses.Losses;
import losscalc.problem.Echo;
import losscalc.problem.Problem;

/** The forms that a library has of a loss, and which of them is meant. */
final class Twins {
    private Twins() {}

    /** All forms that the library has; of one version of it, else of the library. */
    static List<Twin> of(Card card, String library) {
        List<Twin> twins = new ArrayList<>();
        for (Twin twin : card.twins()) {
            if (twin.library().equals(library)) {
                twins.add(twin);
            }
        }
        int version = library.indexOf('-');
        boolean isVersion = version > 0 && Character.isDigit(library.charAt(library.length() - 1));
        return twins.isEmpty() && isVersion ? of(card, library.substring(0, version)) : twins;
    }

    /** Of each library the forms for this scale, else the first, and that of one column; those of other scales come last. */
    static List<Twin> forScale(Card card, Scale scale) {
        List<Twin> chosen = new ArrayList<>();
        int fitting = 0;
        for (Twin twin : card.twins()) {
            List<Twin> ofLibrary = of(card, twin.library());
            boolean any = false;
            for (Twin other : ofLibrary) {
                any |= scaleOf(other, card) == scale && !other.isAnother();
            }
            if (any && scaleOf(twin, card) == scale) {
                chosen.add(fitting++, twin);
            } else if (!any && (twin == ofLibrary.get(0) || twin.isBinary())) {
                chosen.add(twin);
            }
        }
        return chosen;
    }

    /**
     * The form that is meant: the one of that name, else one whose name stands for the same options as it, as
     * scikit-learn's root_mean_squared_error and rmse do, else the first that takes such predictions.
     *
     * @param twins what the library has
     * @param form the form that was named behind the library, or null
     * @param name the name of the loss as it was typed
     */
    static Twin choose(List<Twin> twins, String form, String name, Scale scale, Card card) throws Problem {
        List<String> implied = Losses.implied(card, name);
        Twin alike = null;
        for (Twin twin : twins) {
            boolean fits = scaleOf(twin, card) == scale;
            if (isCalled(twin, form == null ? name : form) && (form != null || fits || twin.isAnother())) {
                return twin;
            }
            boolean isAlike = fits
                    && !implied.isEmpty()
                    && Losses.implied(card, twin.name()).equals(implied);
            alike = alike == null && isAlike ? twin : alike;
        }
        if (form != null) {
            throw Problem.usage(
                    twins.get(0).library() + " has no " + Echo.name(form) + " for " + card.name(),
                    "it has " + names(twins));
        }
        return alike == null ? usual(twins, scale, card) : alike;
    }

    /** The form that is meant where none is named: the first for that scale, of any number of prediction columns. */
    static Twin usual(List<Twin> twins, Scale scale, Card card) {
        for (Twin twin : twins) {
            if (scaleOf(twin, card) == scale && !twin.isBinary() && !twin.isAnother()) {
                return twin;
            }
        }
        return twins.get(0);
    }

    /** The library's form for one prediction column on that scale; null where it has none of its own. */
    static Twin binary(Card card, String library, Scale scale) {
        Twin first = null;
        boolean fits = false;
        for (Twin twin : of(card, library)) {
            boolean isOfScale = scaleOf(twin, card) == scale && !twin.isAnother();
            if (twin.isBinary() && isOfScale) {
                return twin;
            }
            fits |= isOfScale;
            first = first == null && twin.isBinary() ? twin : first;
        }
        return fits ? null : first;
    }

    /** Whether the form is meant for so many prediction columns on that scale. */
    static boolean takes(Twin twin, Card card, Scale scale, int predictions) {
        if (twin.isAnother() || predictions > 1) {
            return !twin.isAnother() && !twin.isBinary();
        }
        return twin.isBinary() || binary(card, twin.library(), scale) == null;
    }

    static boolean isCalled(Twin twin, String name) {
        return Losses.key(twin.name()).equals(Losses.key(name));
    }

    private static String names(List<Twin> twins) {
        List<String> names = new ArrayList<>();
        for (Twin twin : twins) {
            names.add(twin.name());
        }
        return String.join(", ", names);
    }

    /** What the predictions of the twin are. */
    static Scale scaleOf(Twin twin, Card card) {
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
            for (Twin twin : of(loss.card(), library)) {
                if (isCalled(twin, name)) {
                    return loss.card();
                }
            }
        }
        return null;
    }
}

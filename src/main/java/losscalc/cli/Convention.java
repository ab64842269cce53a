package losscalc.cli;

import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Manner;
import losscalc.engine.Reduction;
import losscalc.loss.Card;
import losscalc.loss.Param;
import losscalc.loss.Scale;
import losscalc.loss.Target;
import losscalc.loss.Twin;
import losscalc.manual.Catalogue;
import losscalc.problem.Echo;
import losscalc.problem.Nearest;
import losscalc.problem.Problem;

/**
 * {@code --convention LIBRARY}: the options that the card names for the library's own form of the loss, as if they
 * had been typed. What was typed stays; what the prediction is ({@code --from}) is a fact of the data, and is left
 * to the user. {@code LIBRARY:NAME} chooses one of several forms.
 */
final class Convention {
    private final Card card;
    private final Twin twin;
    private final Scale scale;
    private final List<String> args = new ArrayList<>();
    private final List<String> applied = new ArrayList<>();
    private boolean isSum;
    private Convention ofOneColumn;

    private Convention(Card card, Twin twin, Scale scale) {
        this.card = card;
        this.twin = twin;
        this.scale = scale;
    }

    /**
     * Looks for the library's form of a loss.
     *
     * @param typed what stands behind {@code --convention}
     * @param name the name of the loss as it was typed: where it is the library's own name of one form, that form is
     *     meant
     * @param scale what the predictions are: of several forms the one that takes it is meant
     * @param words the words that were typed
     */
    static Convention of(Card card, String typed, String name, Scale scale, CommandLineReader words) throws Problem {
        int colon = typed.indexOf(':');
        String library = Libraries.named(colon < 0 ? typed : typed.substring(0, colon));
        String form = colon < 0 ? null : typed.substring(colon + 1);
        List<Twin> twins = Twins.of(card, library);
        if (twins.isEmpty()) {
            throw unknown(card, typed, library, name);
        }
        Twin twin = Twins.choose(twins, form, name, scale, card);
        if (twin.isAnother()) {
            throw another(card, library, twin.name(), twin.difference().substring(Twin.ANOTHER.length()));
        }
        if (form != null) {
            return of(card, twin, scale, words);
        }
        // LightGBM's own cross_entropy is one of one column: of more, the form is meant that takes more.
        Twin binary = twin.isBinary() ? twin : null;
        twin = binary == null ? twin : Twins.usual(twins, scale, card);
        if (binary == null && !Twins.isCalled(twin, name)) {
            binary = Twins.binary(card, library, scale);
        }
        Convention convention = of(card, twin, scale, words);
        convention.ofOneColumn = binary == null ? null : of(card, binary, scale, words);
        return convention;
    }

    /** The convention of one form, for predictions on that scale. */
    static Convention of(Card card, Twin twin, Scale scale, CommandLineReader words) {
        Convention convention = new Convention(card, twin, scale);
        convention.take(words);
        return convention;
    }

    /** What holds instead where there is one prediction column; null where that is the same. */
    Convention ofOneColumn() {
        return ofOneColumn;
    }

    /** The options that it sets, as they are typed. */
    String applied() {
        return String.join(" ", applied);
    }

    /** Its options and their values, an empty one of a switch: they hold where nothing else was typed. */
    List<String> words() {
        return args;
    }

    /** For the heading of the output. */
    Manner manner(List<String> options) {
        return new Manner(twin.library(), says(), options);
    }

    /** {@code BCELoss: --log-floor -100}. */
    private String says() {
        StringBuilder text = new StringBuilder(twin.name());
        boolean ofPairs = card.mostPredictions() == 1 && card.target() != Target.LABELS;
        boolean addsPairs = isSum && ofPairs && twin.library().equals("torch");
        // Beside it stands the same for one column: the library has no other.
        boolean isOther = twin.isBinary() && ofOneColumn != null;
        boolean same = applied.isEmpty() && twin.difference().isEmpty() && !addsPairs && !isOther;
        text.append(same ? ": nothing differs" : applied.isEmpty() ? "" : ": " + String.join(" ", applied));
        if (Twins.scaleOf(twin, card) != scale) {
            text.append("; it takes a ").append(Twins.scaleOf(twin, card).word());
        }
        text.append(isOther ? "; it is for one prediction column" : "");
        text.append(twin.difference().isEmpty() ? "" : "; " + twin.difference());
        // Elsewhere a row's loss is the mean over its pairs, as here.
        return text.append(addsPairs ? "; of several targets, its sum adds all pairs of a row" : "")
                .toString();
    }

    /** Takes those of its options that change something, and that were not typed. */
    private void take(CommandLineReader words) {
        isSum = Reduction.SUM.word().equals(words.word(Option.REDUCTION));
        List<String> parts = parts(twin.options());
        boolean weighted = words.word(Option.WEIGHT) != null || words.word(Option.CLASS_WEIGHT) != null;
        for (int i = 0; i < parts.size(); i++) {
            String name = parts.get(i);
            boolean hasValue = i + 1 < parts.size() && !parts.get(i + 1).startsWith("--");
            Option option = isParam(name) ? null : Option.of(name);
            boolean wanted = option != Option.FROM
                    && !words.hasWord(name)
                    && (option != Option.MEAN_OVER || weighted)
                    && (option != Option.REDUCTION || !words.has(Option.ROOT))
                    && (option == null || Fit.fits(option, card, scale));
            String value = hasValue ? parts.get(++i) : "";
            if (wanted) {
                args.add(name);
                args.add(value);
                applied.add(hasValue ? name + " " + value : name);
            }
        }
    }

    private boolean isParam(String name) {
        for (Param param : card.params()) {
            if (name.equals("--" + param.name())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> parts(String options) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= options.length(); i++) {
            if (i == options.length() || options.charAt(i) == ' ') {
                if (i > from) {
                    parts.add(options.substring(from, i));
                }
                from = i + 1;
            }
        }
        return parts;
    }

    private static Problem unknown(Card card, String typed, String library, String name) {
        List<String> all = Catalogue.libraries();
        if (!all.contains(library)) {
            String near = Nearest.hint(library, all);
            return Problem.usage(
                    "no library is called " + Echo.name(typed),
                    near != null ? near : "exact, " + String.join(", ", all));
        }
        Card other = Twins.called(library, name);
        if (other != null) {
            return another(card, library, name, other.name());
        }
        List<String> have = new ArrayList<>();
        for (Twin twin : card.twins()) {
            if (!have.contains(twin.library())) {
                have.add(twin.library());
            }
        }
        return Problem.usage(
                library + " has no " + card.name() + " that is known here",
                have.isEmpty() ? "no library is known to have it" : "these have: " + String.join(", ", have));
    }

    private static Problem another(Card card, String library, String name, String other) {
        return Problem.usage(
                "the " + Echo.plain(name) + " of " + library + " is another loss than " + card.name() + ": " + other,
                "losscalc " + other + " --convention " + library);
    }
}

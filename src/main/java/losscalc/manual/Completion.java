package losscalc.manual;

import java.util.ArrayList;
import java.util.List;
import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Scale;
import losscalc.losses.Losses;
import losscalc.problem.Problem;

/** The completion scripts: all that they know is taken from the cards and from the table of options. */
public final class Completion {
    /** The shells that there are scripts for. */
    public static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    /** The words that can stand in place of a loss, and what they do. */
    static final List<List<String>> COMMANDS = List.of(
            List.of("list", "every loss, one line each"),
            List.of("explain", "what a loss is"),
            List.of("reconcile", "the same data under every convention"),
            List.of("completion", "the completion script of a shell"),
            List.of("help", "the parameters and options of a loss"));

    /** The forms in which losses are listed and explained. */
    public static final List<String> FORMATS_OF_LISTS = List.of("text", "json", "markdown");

    private Completion() {}

    /** The script of a shell; null for a shell that there is none for. */
    public static String script(String shell, List<OptionLine> options) throws Problem {
        switch (shell) {
            case "bash":
                return BashCompletion.script(options);
            case "zsh":
                return ZshCompletion.script(options);
            case "fish":
                return FishCompletion.script(options);
            default:
                return null;
        }
    }

    static List<Card> cards() {
        List<Card> cards = new ArrayList<>();
        for (Loss loss : Losses.all()) {
            cards.add(loss.card());
        }
        return cards;
    }

    /** The libraries whose conventions can be followed. */
    static List<String> libraries() {
        List<String> libraries = new ArrayList<>(List.of("exact"));
        libraries.addAll(Catalogue.libraries());
        return libraries;
    }

    /** All names of a loss. */
    static List<String> names(Card card) {
        List<String> names = new ArrayList<>();
        names.add(card.name());
        names.addAll(card.aliasNames());
        return names;
    }

    /** The options of this loss alone. */
    static List<OptionLine> own(Card card) {
        List<OptionLine> own = new ArrayList<>();
        for (Param param : card.params()) {
            String value = param.kind() == Param.Kind.CHOICE ? String.join("|", param.choices()) : "X";
            own.add(new OptionLine("", List.of("--" + param.name()), value, param.meaning()));
        }
        for (Extra extra : card.extras()) {
            own.add(new OptionLine("", List.of("--" + extra.name()), "COL", extra.meaning()));
        }
        return own;
    }

    /** What a prediction of this loss may be. */
    static List<String> scales(Card card) {
        List<String> words = new ArrayList<>();
        for (Scale scale : card.scales()) {
            words.add(scale.word());
        }
        return words;
    }
}

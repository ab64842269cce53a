package losscalc.cli;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import losscalc.losses.Losses;
import losscalc.manual.Catalogue;
import losscalc.manual.NotHere;
import losscalc.problem.Echo;
import losscalc.problem.Nearest;
import losscalc.problem.Problem;

/** What is said to a first word that names no loss: most often the words stand in another order than is wanted. */
final class NoLoss {
    private static final List<String> COMMANDS =
            List.of("list", "explain", "reconcile", "help", "completion", "--help", "--version");

    private NoLoss() {}

    /**
     * Why there is no loss.
     *
     * @param word the first word
     * @param rest the words behind it
     */
    static Problem problem(String word, List<String> rest) {
        if (word.startsWith("-")) {
            String near = Nearest.hint(word, List.of("--help", "--version"));
            return Problem.usage(
                    "a loss was wanted before the options, and " + Echo.name(word) + " was found",
                    near != null ? near : inOrder(word, rest, "losscalc huber --delta 1 data.csv"));
        }
        Problem skill = Catalogue.noSkill(word);
        if (skill != null) {
            return skill;
        }
        String reason = NotHere.reason(word);
        reason = reason == null && word.indexOf('.') > 0 ? NotHere.reason(Catalogue.plain(word)) : reason;
        if (reason != null && !new File(word).isFile()) {
            return Problem.usage(Echo.name(word) + " is left out: " + reason, "losscalc list shows all that are here");
        }
        return Problem.usage("no loss is called " + Echo.name(word), hint(word, rest));
    }

    /** What is said to a file that is not there, and has the name of a loss. */
    static Problem second(String first, String second) {
        return Problem.usage(
                "one loss a run: " + Echo.name(second) + " is a loss, and no file is called so", loop(first, second));
    }

    private static String hint(String word, List<String> rest) {
        if (word.indexOf(',') > 0 && areLosses(Words.list(word))) {
            return loop(Words.list(word).toArray(new String[0]));
        }
        if (new File(word).isFile()) {
            return inOrder(word, rest, "the loss comes first: losscalc LOSS " + Echo.plain(word));
        }
        String plain = Catalogue.plainHint(word);
        if (plain != null) {
            return plain;
        }
        String twin = Catalogue.twinHint(word);
        twin = twin == null ? Catalogue.twinHint(Catalogue.plain(word)) : twin;
        if (twin != null) {
            return twin;
        }
        List<String> names = new ArrayList<>(Catalogue.names());
        names.addAll(COMMANDS);
        String near = Nearest.hint(word, names);
        return near != null ? near : "losscalc list shows them all";
    }

    private static boolean areLosses(List<String> words) {
        for (String word : words) {
            if (Losses.find(word) == null) {
                return false;
            }
        }
        return true;
    }

    private static String loop(String... losses) {
        return "for loss in " + Echo.plain(String.join(" ", losses)) + "; do losscalc $loss -q FILE; done";
    }

    /** The same words with the loss before them, where one of them is a loss. */
    private static String inOrder(String word, List<String> rest, String otherwise) {
        for (String other : rest) {
            if (Losses.find(other) != null) {
                List<String> words = new ArrayList<>(rest);
                words.remove(other);
                words.add(0, word);
                return "the loss comes first: losscalc " + other + " " + Echo.plain(String.join(" ", words));
            }
        }
        return otherwise;
    }
}

package losscalc.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import losscalc.loss.Card;
import losscalc.loss.Param;
import losscalc.loss.Scale;

/** What the letters of a formula stand for, where it does not say so itself: y the target, f the prediction. */
final class Legend {
    private Legend() {}

    /** The letters and their meanings on one line; empty where all is said. */
    static String of(Card card) {
        List<String> meanings = new ArrayList<>();
        say("the target", List.of("y", "t"), card, meanings);
        say("the prediction", List.of("f", "q"), card, meanings);
        say("the distance that is predicted", List.of("d"), card, meanings);
        if (card.scales().contains(Scale.PROBABILITY)) {
            say("the probability that is predicted", List.of("p"), card, meanings);
        } else if (card.scales().equals(List.of(Scale.VALUE))) {
            say("the scores that are predicted", List.of("z", "s"), card, meanings);
        }
        return String.join(",  ", meanings);
    }

    private static void say(String meaning, List<String> letters, Card card, List<String> meanings) {
        List<String> unsaid = new ArrayList<>();
        for (String letter : letters) {
            if (stands(letter, card.formula()) && !isSaid(letter, card)) {
                unsaid.add(letter);
            }
        }
        if (!unsaid.isEmpty()) {
            meanings.add(String.join(" and ", unsaid) + " " + meaning);
        }
    }

    /** Whether the letter stands in it alone or with an index, and not as the name of a function. */
    private static boolean stands(String letter, String formula) {
        return Pattern.compile("(?<![A-Za-z_])" + letter + "(?![A-Za-z(])")
                .matcher(formula)
                .find();
    }

    /** Whether it is a parameter, or the formula says what it is: r = y - f, c the true class, d(x, y) = ... */
    private static boolean isSaid(String letter, Card card) {
        for (Param param : card.params()) {
            if (param.name().equals(letter)) {
                return true;
            }
        }
        return Pattern.compile("(?<![A-Za-z_]|at |if |= )" + letter + "(_[a-z])?( = | the | what |\\) = )")
                .matcher(card.formula())
                .find();
    }
}

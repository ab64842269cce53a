package losscalc.cli;

import java.util.Locale;
import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Param;
import losscalc.loss.Twin;

/** The help of one loss, from its card and the table of options. */
final class LossHelp {
    private static final int INDENT = 28;
    private static final int WIDTH = 80;
    /** A blank that no line is broken at. */
    private static final char GLUE = '\u00a0';

    private LossHelp() {}

    /** The text. */
    static String of(Card card) {
        StringBuilder own = new StringBuilder();
        for (Param param : card.params()) {
            own.append(" [--")
                    .append(param.name())
                    .append(' ')
                    .append(label(param))
                    .append(']');
        }
        String start = "Usage: losscalc " + card.name();
        String end = " [options] [FILE...]";
        boolean fits = start.length() + own.length() + end.length() <= WIDTH;
        StringBuilder text = new StringBuilder(start).append(fits ? own.toString() : " [parameters]");
        text.append(end).append("\n\n");
        wrap(card.title() + ": " + card.summary() + ".", 0, text);
        text.append("\n  ");
        text.append(card.formula().replace("\n", "\n  ")).append("\n");
        if (!card.params().isEmpty()) {
            text.append("\nParameters\n");
        }
        for (Param param : card.params()) {
            line("--" + param.name() + " " + label(param), param.meaning() + range(param), text);
        }
        if (!card.extras().isEmpty()) {
            text.append("\nFurther columns\n");
        }
        for (Extra extra : card.extras()) {
            line(
                    "--" + extra.name() + " COL",
                    extra.meaning() + "; in " + whole(extra.domain().toString()),
                    text);
        }
        options(card, text);
        text.append("\nWithout FILE, or for -, standard input is read.\n");
        text.append("losscalc explain ").append(card.name()).append(" says more about the loss.\n");
        return text.toString();
    }

    private static void options(Card card, StringBuilder text) {
        String section = "";
        for (Option option : Option.values()) {
            if (!concerns(option, card)) {
                continue;
            }
            if (!option.section().equals(section)) {
                section = option.section();
                text.append('\n').append(section).append('\n');
            }
            String names = option.names().size() == 2
                    ? option.names().get(0) + ", " + option.longName()
                    : "    " + option.longName();
            String named = option == Option.FROM ? scales(card) : option == Option.CONVENTION ? libraries(card) : "";
            String meaning = option.meaning().replace("%s", named);
            line(option.value().isEmpty() ? names : names + " " + option.value(), meaning, text);
        }
    }

    private static String scales(Card card) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < card.scales().size(); i++) {
            words.append(i == 0 ? "" : ", ").append(card.scales().get(i).word());
        }
        return words.toString();
    }

    private static String libraries(Card card) {
        StringBuilder words = new StringBuilder();
        String last = "";
        for (Twin twin : card.twins()) {
            if (!twin.library().equals(last)) {
                words.append(words.length() == 0 ? "" : ", ").append(twin.library());
                last = twin.library();
            }
        }
        return words.toString();
    }

    private static String label(Param param) {
        switch (param.kind()) {
            case CHOICE:
                return param.values();
            case LIST:
                return "X,X";
            default:
                return param.name().toUpperCase(Locale.ROOT);
        }
    }

    private static String range(Param param) {
        return (param.kind() == Param.Kind.CHOICE ? "; " : "; " + whole(param.values()) + ", ") + param.otherwise();
    }

    private static boolean concerns(Option option, Card card) {
        switch (option) {
            case FROM:
                return card.scales().size() > 1;
            case CONVENTION:
                return !card.twins().isEmpty();
            default:
                return Fit.fits(option, card);
        }
    }

    private static void line(String names, String meaning, StringBuilder text) {
        text.append("  ").append(names);
        int at = names.length() + 2;
        if (at + 2 > INDENT) {
            text.append('\n');
            at = 0;
        }
        text.append(" ".repeat(INDENT - at));
        wrap(meaning, INDENT, text);
    }

    /** No line is broken inside an interval. */
    private static String whole(String interval) {
        return interval.replace(", ", "," + GLUE);
    }

    /** Breaks lines between words; those after the first begin at a place. */
    private static void wrap(String words, int indent, StringBuilder text) {
        int from = text.length();
        int room = WIDTH - indent;
        String rest = words;
        while (rest.length() > room) {
            int blank = rest.lastIndexOf(' ', room);
            if (blank <= 0) {
                break;
            }
            text.append(rest, 0, blank).append('\n').append(" ".repeat(indent));
            rest = rest.substring(blank + 1);
        }
        text.append(rest).append('\n');
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == GLUE) {
                text.setCharAt(i, ' ');
            }
        }
    }
}

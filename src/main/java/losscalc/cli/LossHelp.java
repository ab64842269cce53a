package losscalc.cli;

import java.util.Locale;
import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Param;

/** The help of one loss, from its card and the table of options. */
final class LossHelp {
    private static final int INDENT = 34;

    private LossHelp() {}

    /** The text. */
    static String of(Card card) {
        StringBuilder text = new StringBuilder("Usage: losscalc ").append(card.name());
        for (Param param : card.params()) {
            text.append(param.isRequired() ? " --" : " [--").append(param.name());
            text.append(' ').append(label(param)).append(param.isRequired() ? "" : "]");
        }
        text.append(" [options] [FILE...]\n\n").append(card.title()).append(": ");
        text.append(card.summary()).append(".\n\n  ");
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
            line("--" + extra.name() + " COL", extra.meaning() + "; in " + extra.domain(), text);
        }
        options(card, text);
        text.append("\nWithout FILE, or for -, standard input is read. losscalc explain ")
                .append(card.name())
                .append(" says more.\n");
        return text.toString();
    }

    private static void options(Card card, StringBuilder text) {
        String section = "";
        for (Option option : Option.values()) {
            if (option == Option.FROM && card.scales().size() < 2) {
                continue;
            }
            if (!option.section().equals(section)) {
                section = option.section();
                text.append('\n').append(section).append('\n');
            }
            String names = option.names().size() == 2
                    ? option.names().get(0) + ", " + option.longName()
                    : "    " + option.longName();
            String meaning = option == Option.FROM ? option.meaning().replace("%s", scales(card)) : option.meaning();
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
        return (param.kind() == Param.Kind.CHOICE ? "; " : "; " + param.values() + ", ") + param.otherwise();
    }

    private static void line(String names, String meaning, StringBuilder text) {
        text.append("  ").append(names);
        int at = names.length() + 2;
        if (at >= INDENT) {
            text.append('\n');
            at = 0;
        }
        text.append(" ".repeat(INDENT - at)).append(meaning).append('\n');
    }
}

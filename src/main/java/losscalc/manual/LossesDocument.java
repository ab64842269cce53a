package losscalc.manual;

import java.util.List;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Loss;
import losscalc.loss.Twin;
import losscalc.losses.Losses;

/** docs/losses.md: every loss with all that its card says, and what is left out. */
public final class LossesDocument {
    private static final List<String> LIBRARIES = List.of("torch", "keras", "sklearn", "optax");

    private LossesDocument() {}

    /** The document, in Markdown. */
    public static String text() {
        StringBuilder text = new StringBuilder("# The losses\n\n");
        text.append("Written by `losscalc help --losses` from the cards of the losses; a test keeps it current. ");
        text.append(
                "`losscalc explain LOSS` shows one of them with its curve, `losscalc list --library torch` what a\n");
        text.append(
                "library calls them. A loss is found by any of its names, whatever the case, hyphens and underscores.\n");
        for (Family family : Family.values()) {
            text.append("\n## ").append(family.title()).append("\n\n| loss | |");
            for (String library : LIBRARIES) {
                text.append(' ').append(library).append(" |");
            }
            text.append("\n|---|---|").append("---|".repeat(LIBRARIES.size())).append('\n');
            for (Loss loss : Losses.all()) {
                if (loss.card().family() == family) {
                    row(loss.card(), text);
                }
            }
        }
        text.append("\n`d2:LOSS` measures any loss by that of its best constant: `losscalc explain d2:mae`.\n\n");
        for (Loss loss : Losses.all()) {
            text.append(MarkdownPage.of(loss, "###"));
        }
        return text.append(NotHere.table()).toString();
    }

    private static void row(Card card, StringBuilder text) {
        text.append("| [")
                .append(card.name())
                .append("](#")
                .append(card.name())
                .append(") | ")
                .append(card.summary());
        for (String library : LIBRARIES) {
            text.append(" | ").append(its(card, library));
        }
        text.append(" |\n");
    }

    private static String its(Card card, String library) {
        StringBuilder names = new StringBuilder();
        for (Twin twin : card.twins()) {
            if (twin.library().equals(library) && names.indexOf("`" + twin.name() + "`") < 0) {
                names.append(names.length() == 0 ? "" : ", ")
                        .append('`')
                        .append(twin.name())
                        .append('`');
            }
        }
        return names.toString();
    }
}

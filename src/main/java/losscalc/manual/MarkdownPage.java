package losscalc.manual;

import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Twin;

/** One loss on one page, in Markdown. */
final class MarkdownPage {
    private MarkdownPage() {}

    /** The page of a loss, its title a heading of that level. */
    static String of(Loss loss, String level) {
        Card card = loss.card();
        StringBuilder page = new StringBuilder(level + " " + card.name() + "\n\n");
        page.append("**")
                .append(card.title())
                .append("**: ")
                .append(card.summary())
                .append(".\n\n");
        String formula = (card.formula() + "\n" + Legend.of(card)).strip();
        page.append("    ").append(formula.replace("\n", "\n    ")).append("\n\n");
        if (level.length() == 1) {
            String curve = Curve.of(loss);
            page.append(curve == null ? "" : "```text\n" + curve + "\n```\n\n");
        }
        item("Use it when", prose(card.use()), page);
        item("Not when", prose(card.avoid()), page);
        item("Gradient", derivative(card.gradient()), page);
        item("Second derivative", derivative(card.hessian()), page);
        item("Target", prose(Explain.target(card)), page);
        for (int i = 0; i < card.scales().size(); i++) {
            item("Prediction", prose(Explain.prediction(card, i)), page);
        }
        for (Extra extra : card.extras()) {
            item("Further column", code("--" + extra.name()) + ": " + prose(extra.meaning()), page);
        }
        for (Param param : card.params()) {
            item("Parameter", code(Explain.option(param)) + ": " + prose(param.meaning()), page);
        }
        for (String note : card.notes()) {
            item("Mind", prose(note), page);
        }
        item(
                "Also called",
                prose(Explain.names(card).strip().replace("\n    ", " ").replace("\n  ", "; ")),
                page);
        for (Twin twin : card.twins()) {
            item(twin.library(), prose(Explain.named(twin)), page);
        }
        item("Source", prose(card.source()), page);
        return page.append('\n').toString();
    }

    /** A formula, or in words that there is none. */
    private static String derivative(String text) {
        return text.startsWith("none: ") ? prose(text) : code(text);
    }

    private static String code(String text) {
        return "`" + text.replace("\n", "`; `") + "`";
    }

    /** In running text {@code <} begins a tag; in code it is itself. */
    private static String prose(String text) {
        return text.replace("<", "&lt;");
    }

    private static void item(String name, String text, StringBuilder page) {
        if (!text.isBlank()) {
            page.append("- ").append(name).append(": ").append(text).append('\n');
        }
    }
}

package losscalc.manual;

import java.util.List;
import losscalc.loss.Card;
import losscalc.loss.Param;
import losscalc.loss.Scale;
import losscalc.loss.Target;
import losscalc.problem.Problem;
import losscalc.report.JsonText;
import losscalc.report.Output;

/** One loss on one page. */
public final class Explain {
    private Explain() {}

    /** Prints the page. */
    public static void print(Card card, boolean json, Output out) throws Problem {
        if (json) {
            out.print(json(card)).line();
        } else {
            out.print(text(card));
        }
    }

    private static String text(Card card) {
        StringBuilder page = new StringBuilder();
        page.append(card.title()).append(" (").append(card.name()).append(")\n");
        page.append(card.summary()).append("\n");
        section("Formula", card.formula(), page);
        section("Gradient, with respect to the prediction", card.gradient(), page);
        section("Second derivative", card.hessian(), page);
        section("Target", target(card), page);
        section("Prediction", predictions(card), page);
        if (!card.params().isEmpty()) {
            section("Parameters", params(card), page);
        }
        section("Also called", String.join(", ", card.aliasNames()), page);
        if (!card.twins().isEmpty()) {
            section("In other libraries", twins(card), page);
        }
        if (!card.notes().isEmpty()) {
            section("Mind", String.join("\n", card.notes()), page);
        }
        section("Source", card.source(), page);
        return page.toString();
    }

    private static void section(String title, String text, StringBuilder page) {
        page.append('\n')
                .append(title)
                .append("\n  ")
                .append(text.replace("\n", "\n  "))
                .append('\n');
    }

    private static String target(Card card) {
        String meaning = card.target().meaning();
        return card.target() == Target.SIGN ? meaning : meaning + ", in " + card.targetDomain();
    }

    private static String predictions(Card card) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < card.scales().size(); i++) {
            Scale scale = card.scales().get(i);
            text.append(i == 0 ? "" : "\n").append(scale == Scale.VALUE ? "a value" : "a " + scale.word());
            text.append(" in ").append(card.predictionDomain(scale));
            if (card.scales().size() > 1) {
                text.append(i == 0 ? ", when nothing is said" : ": --from " + scale.word());
            }
        }
        return text.toString();
    }

    private static String params(Card card) {
        StringBuilder text = new StringBuilder();
        for (Param param : card.params()) {
            text.append(text.length() == 0 ? "" : "\n").append("--").append(param.name());
            text.append(param.kind() == Param.Kind.NUMBER ? " in " : " ").append(param.values());
            text.append(", ").append(param.otherwise()).append(": ").append(param.meaning());
        }
        return text.toString();
    }

    private static String twins(Card card) {
        int library = 0;
        int name = 0;
        for (Card.Twin twin : card.twins()) {
            library = Math.max(library, twin.library().length());
            name = Math.max(name, twin.name().length());
        }
        StringBuilder text = new StringBuilder();
        for (Card.Twin twin : card.twins()) {
            text.append(text.length() == 0 ? "" : "\n").append(padded(twin.library(), library));
            text.append("  ").append(padded(twin.name(), name));
            text.append("  ").append(twin.inWords().isEmpty() ? "the same" : twin.inWords());
        }
        return text.toString();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** The card as one JSON object, for programs. */
    static String json(Card card) {
        StringBuilder out = new StringBuilder("{\"name\": ").append(JsonText.quoted(card.name()));
        member("title", card.title(), out);
        member("group", card.family().title(), out);
        strings("aliases", card.aliasNames(), out);
        member("summary", card.summary(), out);
        member("formula", card.formula(), out);
        member("gradient", card.gradient(), out);
        member("hessian", card.hessian(), out);
        member("target", card.target().meaning(), out);
        member("target_domain", card.targetDomain().toString(), out);
        out.append(", \"prediction\": [");
        for (int i = 0; i < card.scales().size(); i++) {
            Scale scale = card.scales().get(i);
            out.append(i == 0 ? "" : ", ").append("{\"from\": ").append(JsonText.quoted(scale.word()));
            member("domain", card.predictionDomain(scale).toString(), out);
            out.append('}');
        }
        out.append("], \"parameters\": [");
        for (int i = 0; i < card.params().size(); i++) {
            Param param = card.params().get(i);
            out.append(i == 0 ? "" : ", ").append("{\"name\": ").append(JsonText.quoted(param.name()));
            out.append(", \"default\": ").append(byDefault(param));
            out.append(", \"required\": ").append(param.isRequired());
            if (param.kind() == Param.Kind.CHOICE) {
                strings("choices", param.choices(), out);
            } else {
                member("range", param.range().toString(), out);
            }
            member("meaning", param.meaning(), out);
            out.append('}');
        }
        out.append("], \"twins\": [");
        for (int i = 0; i < card.twins().size(); i++) {
            Card.Twin twin = card.twins().get(i);
            out.append(i == 0 ? "" : ", ").append("{\"library\": ").append(JsonText.quoted(twin.library()));
            member("name", twin.name(), out);
            member("options", twin.options(), out);
            member("difference", twin.difference(), out);
            out.append('}');
        }
        out.append(']');
        strings("notes", card.notes(), out);
        member("source", card.source(), out);
        return out.append('}').toString();
    }

    private static String byDefault(Param param) {
        if (param.isRequired() || param.isOptional()) {
            return "null";
        }
        return param.kind() == Param.Kind.CHOICE ? JsonText.quoted(param.defaultText()) : param.defaultText();
    }

    private static void member(String name, String value, StringBuilder out) {
        out.append(", ").append(JsonText.quoted(name)).append(": ").append(JsonText.quoted(value));
    }

    private static void strings(String name, List<String> values, StringBuilder out) {
        out.append(", ").append(JsonText.quoted(name)).append(": [");
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : ", ").append(JsonText.quoted(values.get(i)));
        }
        out.append(']');
    }
}

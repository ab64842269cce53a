package losscalc.manual;

import java.util.List;
import losscalc.loss.Alias;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Param;
import losscalc.loss.Scale;
import losscalc.loss.Twin;
import losscalc.report.JsonText;

/** A card as one JSON object, for programs. */
final class CardJson {
    private CardJson() {}

    /** The object. */
    static String of(Card card) {
        StringBuilder out = new StringBuilder("{\"name\": ").append(JsonText.quoted(card.name()));
        member("title", card.title(), out);
        member("group", card.family().title(), out);
        strings("aliases", card.aliasNames(), out);
        out.append(", \"shorthands\": {");
        boolean first = true;
        for (Alias alias : card.aliases()) {
            if (!alias.implied().isEmpty()) {
                out.append(first ? "" : ", ")
                        .append(JsonText.quoted(alias.name()))
                        .append(": ");
                out.append(JsonText.quoted(String.join(" ", alias.implied()).strip()));
                first = false;
            }
        }
        out.append('}');
        member("summary", card.summary(), out);
        member("use", card.use(), out);
        member("avoid", card.avoid(), out);
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
            Twin twin = card.twins().get(i);
            out.append(i == 0 ? "" : ", ").append("{\"library\": ").append(JsonText.quoted(twin.library()));
            member("name", twin.name(), out);
            member("options", twin.options(), out);
            member("difference", twin.beside(), out);
            out.append('}');
        }
        out.append(']');
        if (card.bestConstant() != BestConstant.NONE) {
            member("skill", "d2:" + card.name(), out);
        }
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

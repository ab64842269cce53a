package losscalc.manual;

import java.util.ArrayList;
import java.util.List;
import losscalc.loss.Alias;
import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Scale;
import losscalc.loss.Target;
import losscalc.loss.Twin;
import losscalc.losses.Losses;
import losscalc.problem.Echo;
import losscalc.problem.Problem;
import losscalc.report.Output;

/** One loss on one page. */
public final class Explain {
    private static final int INDENT = 2;

    private Explain() {}

    /**
     * Prints the page.
     *
     * @param name the name that was typed: when it stands for an option, that comes first
     * @param format {@code text}, {@code json} or {@code markdown}
     */
    public static void print(Loss loss, String name, String format, Output out) throws Problem {
        List<String> implied = Losses.implied(loss.card(), name);
        String form = loss.card().name() + " " + String.join(" ", implied).strip();
        switch (format) {
            case "json":
                out.print(CardJson.of(loss.card())).line();
                break;
            case "markdown":
                out.print(implied.isEmpty() ? "" : "`" + Echo.plain(name) + "` is `" + form + "`.\n\n")
                        .print(MarkdownPage.of(loss, "#"));
                break;
            default:
                out.print(implied.isEmpty() ? "" : Echo.plain(name) + " is " + form + "\n\n")
                        .print(text(loss));
        }
    }

    /** The page for a terminal, at most eighty columns wide. */
    static String text(Loss loss) {
        Card card = loss.card();
        StringBuilder page = new StringBuilder();
        page.append(card.title()).append(" (").append(card.name()).append(")\n");
        page.append(Paragraph.of("", 0, card.summary())).append('\n');
        section("Formula", equation((card.formula() + "\n" + Legend.of(card)).strip()), page);
        String curve = Curve.of(loss);
        if (curve != null) {
            page.append('\n').append(curve).append('\n');
        }
        section("When to use it", wrapped(card.use()), page);
        section("When not", wrapped(card.avoid()), page);
        section("Gradient, with respect to the prediction", equation(card.gradient()), page);
        section("Second derivative", equation(card.hessian()), page);
        section("Target", wrapped(target(card)), page);
        section("Prediction", predictions(card), page);
        section("Further columns", extras(card), page);
        section("Parameters", params(card), page);
        section("Mind", bullets(card.notes()), page);
        section("Also called", names(card), page);
        section("In other libraries", twins(card), page);
        section("Source", wrapped(card.source()), page);
        return page.toString();
    }

    private static void section(String title, String text, StringBuilder page) {
        if (!text.isBlank()) {
            page.append('\n').append(title).append('\n').append(text).append('\n');
        }
    }

    private static String wrapped(String text) {
        return Paragraph.of("  ", INDENT, text);
    }

    /** Formulas keep their lines; one that is too long is broken where it has a gap, else between words. */
    private static String equation(String text) {
        StringBuilder lines = new StringBuilder();
        for (String line : text.split("\n")) {
            String whole = "  " + line;
            int gap = whole.length() <= 80 ? -1 : whole.lastIndexOf("    ", 80);
            if (gap > 2 * INDENT) {
                lines.append(whole.substring(0, gap).stripTrailing()).append('\n');
                whole = "      " + whole.substring(gap).strip();
            }
            lines.append(whole.length() <= 80 ? whole : Paragraph.of("  ", 3 * INDENT, whole.strip()))
                    .append('\n');
        }
        return lines.toString().stripTrailing();
    }

    /** What the target is. */
    static String target(Card card) {
        String meaning = card.target().meaning();
        return card.target() == Target.SIGN ? meaning : meaning + ", in " + card.targetDomain();
    }

    private static String predictions(Card card) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < card.scales().size(); i++) {
            text.append(i == 0 ? "" : "\n").append(wrapped(prediction(card, i)));
        }
        return text.toString();
    }

    /** What the prediction may be. */
    static String prediction(Card card, int i) {
        Scale scale = card.scales().get(i);
        String text = (scale == Scale.VALUE ? "a value" : "a " + scale.word()) + " in " + card.predictionDomain(scale);
        if (card.scales().size() == 1) {
            return text;
        }
        return text + (i == 0 ? ", when nothing is said" : ": --from " + scale.word());
    }

    private static String extras(Card card) {
        List<String> lines = new ArrayList<>();
        for (Extra extra : card.extras()) {
            lines.add("--" + extra.name() + " COL: " + extra.meaning() + "; in " + extra.domain());
        }
        return bullets(lines);
    }

    private static String params(Card card) {
        List<String> lines = new ArrayList<>();
        for (Param param : card.params()) {
            lines.add(parameter(param));
        }
        return bullets(lines);
    }

    private static String parameter(Param param) {
        return option(param) + ": " + param.meaning();
    }

    /** A parameter and what it may be. */
    static String option(Param param) {
        return "--" + param.name() + (param.kind() == Param.Kind.NUMBER ? " in " : " ") + param.values() + ", "
                + param.otherwise();
    }

    private static String bullets(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(text.length() == 0 ? "" : "\n").append(Paragraph.of("  ", 2 * INDENT, line));
        }
        return text.toString();
    }

    /** The names, and behind them those that stand for an option. */
    static String names(Card card) {
        List<String> lines = new ArrayList<>();
        List<String> options = new ArrayList<>();
        for (Alias alias : card.aliases()) {
            String option = String.join(" ", alias.implied()).strip();
            int i = options.indexOf(option);
            if (i < 0) {
                options.add(option);
                lines.add(alias.name());
            } else {
                lines.set(i, lines.get(i) + ", " + alias.name());
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!options.get(i).isEmpty()) {
                lines.set(i, "with " + options.get(i) + ": " + lines.get(i));
            }
        }
        return bullets(lines);
    }

    private static String twins(Card card) {
        int width = 0;
        for (Twin twin : card.twins()) {
            width = Math.max(width, twin.library().length());
        }
        StringBuilder text = new StringBuilder();
        for (Twin twin : card.twins()) {
            String library = twin.library() + " ".repeat(width - twin.library().length());
            text.append(text.length() == 0 ? "" : "\n")
                    .append(Paragraph.of("  " + library + "  ", width + 3 * INDENT, named(twin)));
        }
        return text.toString();
    }

    /** What the library calls the loss, and what differs there. */
    static String named(Twin twin) {
        return twin.name() + ": " + (twin.inWords().isEmpty() ? "the same" : twin.inWords());
    }
}

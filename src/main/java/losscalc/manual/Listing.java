package losscalc.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import losscalc.loss.Card;
import losscalc.loss.Family;
import losscalc.loss.Loss;
import losscalc.loss.Twin;
import losscalc.losses.Losses;
import losscalc.problem.Echo;
import losscalc.problem.Nearest;
import losscalc.problem.Problem;
import losscalc.report.JsonText;
import losscalc.report.Output;

/** {@code losscalc list}: the losses in their groups, one line each; all, those with a word, or those of a library. */
public final class Listing {
    /** One line: the loss, and what stands beside it. */
    private record Line(Family family, String name, String beside, String text, String json) {}

    private final String library;
    private final List<Line> lines = new ArrayList<>();

    private Listing(String library) {
        this.library = library;
    }

    /**
     * Prints the list.
     *
     * @param words only those with each of these words in a name, their summary or use; empty for all
     * @param library what this library calls them, and only those that it has; empty for none
     * @param format {@code text}, {@code json} or {@code markdown}
     */
    public static void print(List<String> words, String library, String format, Output out) throws Problem {
        Listing listing = new Listing(library.isEmpty() ? "" : known(library));
        for (Loss loss : Losses.all()) {
            if (mentions(loss.card(), words)) {
                listing.add(loss.card());
            }
        }
        if (library.isEmpty() && !format.equals("json") && mentions(SKILL + " " + SKILL_SUMMARY, Family.SCORE, words)) {
            listing.lines.add(new Line(Family.SCORE, SKILL, "", SKILL_SUMMARY, ""));
        }
        if (listing.lines.isEmpty()) {
            String where = library.isEmpty() ? "" : " of " + library;
            String word = String.join(" ", words);
            throw Problem.usage(
                    "no loss" + where + " mentions " + Echo.name(word),
                    Catalogue.libraries().contains(word)
                            ? "losscalc list --library " + word
                            : "losscalc list shows them all");
        }
        out.print(
                format.equals("json")
                        ? listing.json()
                        : format.equals("markdown") ? listing.markdown() : listing.text());
    }

    private static final String SKILL = "d2:LOSS";
    private static final String SKILL_SUMMARY = "any loss in proportion to that of its best constant; 1 is perfect";

    private static String known(String library) throws Problem {
        List<String> libraries = Catalogue.libraries();
        for (String each : libraries) {
            if (Losses.key(each).equals(Losses.key(library))) {
                return each;
            }
        }
        String near = Nearest.hint(library, libraries);
        throw Problem.usage(
                "no library is called " + Echo.name(library),
                near != null ? near : "one of " + String.join(", ", libraries));
    }

    private static boolean mentions(Card card, List<String> words) {
        String names = card.name() + " " + card.title() + " " + String.join(" ", card.aliasNames());
        return mentions(names + " " + card.summary() + " " + card.use(), card.family(), words);
    }

    /** Whether each of the words is in the text; the first word of a group's title stands for the group. */
    private static boolean mentions(String text, Family family, List<String> words) {
        for (String word : words) {
            Family group = group(word);
            boolean is = group == null
                    ? text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))
                    : group == family;
            if (!is) {
                return false;
            }
        }
        return true;
    }

    private static Family group(String word) {
        for (Family family : Family.values()) {
            if (family.title().split("[ ,]")[0].equalsIgnoreCase(word)) {
                return family;
            }
        }
        return null;
    }

    private void add(Card card) {
        if (library.isEmpty()) {
            lines.add(new Line(card.family(), card.name(), "", card.summary(), CardJson.of(card)));
            return;
        }
        for (Twin twin : card.twins()) {
            if (twin.library().equals(library)) {
                String json = "{\"name\": " + JsonText.quoted(card.name()) + ", \"library\": "
                        + JsonText.quoted(library) + ", \"its_name\": " + JsonText.quoted(twin.name())
                        + ", \"options\": " + JsonText.quoted(twin.options()) + ", \"difference\": "
                        + JsonText.quoted(twin.beside()) + "}";
                String words = twin.inWords().isEmpty() ? "the same" : twin.inWords();
                lines.add(new Line(card.family(), card.name(), twin.name(), words, json));
            }
        }
    }

    private String text() {
        int names = 0;
        int others = 0;
        for (Line line : lines) {
            names = Math.max(names, line.name().length());
            others = Math.max(others, line.beside().length());
        }
        StringBuilder text = new StringBuilder();
        for (Family family : Family.values()) {
            boolean titled = false;
            for (Line line : lines) {
                if (line.family() == family) {
                    text.append(titled ? "" : (text.length() == 0 ? "" : "\n") + family.title() + "\n");
                    titled = true;
                    text.append(text(line, names, others)).append('\n');
                }
            }
        }
        return text.toString();
    }

    /** Where the two names leave little room, what differs stands on a line of its own. */
    private static String text(Line line, int names, int others) {
        String name = "  " + padded(line.name(), names) + "  ";
        if (others == 0) {
            return name + line.text();
        }
        String both = name + padded(line.beside(), others) + "  ";
        if (both.length() <= 50) {
            return Paragraph.of(both, both.length(), line.text());
        }
        return line.text().equals("the same")
                ? name + line.beside() + "  the same"
                : name + line.beside() + "\n" + Paragraph.of(" ".repeat(names + 6), names + 6, line.text());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private String markdown() {
        StringBuilder text = new StringBuilder();
        for (Family family : Family.values()) {
            boolean titled = false;
            for (Line line : lines) {
                if (line.family() == family) {
                    if (!titled) {
                        text.append(text.length() == 0 ? "" : "\n")
                                .append("## ")
                                .append(family.title());
                        text.append(
                                library.isEmpty()
                                        ? "\n\n| loss | |\n|---|---|\n"
                                        : "\n\n| loss | " + library + " | |\n|---|---|---|\n");
                        titled = true;
                    }
                    text.append("| `").append(line.name()).append("` | ");
                    text.append(library.isEmpty() ? "" : "`" + line.beside() + "` | ");
                    text.append(line.text().replace("|", "\\|")).append(" |\n");
                }
            }
        }
        return text.toString();
    }

    private String json() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(text.length() == 0 ? "[\n  " : ",\n  ").append(line.json());
        }
        return text.append("\n]\n").toString();
    }
}

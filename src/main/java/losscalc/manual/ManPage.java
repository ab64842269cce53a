package losscalc.manual;

import java.util.List;
import java.util.Locale;
import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Family;
import losscalc.loss.Param;
import losscalc.problem.Problem;

/** The manual page, in the macros of man(7), from the cards and the table of options. */
public final class ManPage {
    private ManPage() {}

    /** The page. */
    public static String text(List<OptionLine> options) throws Problem {
        StringBuilder page = new StringBuilder();
        page.append(".TH LOSSCALC 1 \"\" \"losscalc ").append(Manual.version()).append("\" \"User Commands\"\n");
        section("NAME", page);
        line("losscalc - loss functions over CSV files of targets and predictions", page);
        synopsis(page);
        description(page);
        options(options, page);
        losses(page);
        exitStatus(page);
        environment(page);
        examples(page);
        return page.toString();
    }

    private static void synopsis(StringBuilder page) {
        section("SYNOPSIS", page);
        line(".B losscalc", page);
        page.append("\\fILOSS\\fR [\\fIparameters\\fR] [\\fIoptions\\fR] [\\fIFILE\\fR ...]\n");
        String[][] others = {
            {
                "list",
                "[\\fIWORD\\fR ...] [\\fB\\-\\-library\\fR \\fINAME\\fR]"
                        + " [\\fB\\-\\-format json\\fR|\\fBmarkdown\\fR]"
            },
            {"explain", "\\fILOSS\\fR [\\fB\\-\\-format json\\fR|\\fBmarkdown\\fR]"},
            {"reconcile", "[\\fIFILE\\fR ...] [\\fILOSS\\fR ...] [\\fB\\-\\-value\\fR \\fIX\\fR] [\\fIoptions\\fR]"},
            {"completion", "\\fBbash\\fR|\\fBzsh\\fR|\\fBfish\\fR"},
            {"help", "[\\fILOSS\\fR|\\fB\\-\\-man\\fR]"},
            {"\\-\\-version", ""},
        };
        for (String[] other : others) {
            page.append(".br\n.B losscalc ").append(other[0]).append('\n');
            page.append(other[1]).append(other[1].isEmpty() ? "" : "\n");
        }
    }

    private static void description(StringBuilder page) {
        section("DESCRIPTION", page);
        line("Reads CSV files, or standard input, computes one loss for each row, and prints the samples,", page);
        line("their mean and further figures. Sums and means are exact: rounded once, whatever the order", page);
        line("of the rows.", page);
        page.append(".PP\n");
        line("The columns are those that", page);
        page.append(".B \\-t\nand\n.B \\-p\n");
        line("name; else those with well-known names (target, y, y_true, label, ... and prediction, y_pred,", page);
        line("probability, ...); else the two that there are. Standard output is always one whole document,", page);
        line("and no number is printed of data that could not be read in full.", page);
        page.append(".PP\n");
        line("A file may be compressed by gzip; its first bytes tell.", page);
    }

    private static void options(List<OptionLine> options, StringBuilder page) {
        section("OPTIONS", page);
        String part = "";
        for (OptionLine option : options) {
            if (!option.section().equals(part)) {
                part = option.section();
                page.append(".SS ").append(escaped(part)).append('\n');
            }
            page.append(".TP\n");
            for (int i = 0; i < option.names().size(); i++) {
                page.append(i == 0 ? "" : ", ")
                        .append("\\fB")
                        .append(escaped(option.names().get(i)))
                        .append("\\fR");
            }
            if (!option.value().isEmpty()) {
                page.append(" \\fI").append(escaped(option.value())).append("\\fR");
            }
            page.append('\n');
            line(option.plainMeaning(), page);
        }
    }

    private static void losses(StringBuilder page) {
        section("LOSSES", page);
        line("Case, hyphens and underscores in a name do not matter.", page);
        for (Family family : Family.values()) {
            boolean titled = false;
            for (Card card : Completion.cards()) {
                if (card.family() == family) {
                    page.append(titled ? "" : ".SS " + escaped(family.title()) + "\n");
                    titled = true;
                    loss(card, page);
                }
            }
        }
    }

    private static void loss(Card card, StringBuilder page) {
        page.append(".TP\n.B ").append(escaped(card.name())).append('\n');
        line(card.title() + ": " + card.summary() + ".", page);
        if (!card.aliasNames().isEmpty()) {
            line("Also " + String.join(", ", card.aliasNames()) + ".", page);
        }
        for (Param param : card.params()) {
            page.append(".br\n\\fB\\-\\-").append(escaped(param.name())).append("\\fR: ");
            line(param.meaning() + "; " + param.values() + ", " + param.otherwise() + ".", page);
        }
        for (Extra extra : card.extras()) {
            page.append(".br\n\\fB\\-\\-").append(escaped(extra.name())).append("\\fR \\fICOL\\fR: ");
            line(extra.meaning() + "; in " + extra.domain() + ".", page);
        }
    }

    private static void exitStatus(StringBuilder page) {
        String[][] codes = {
            {"0", "fine"},
            {"1", "a check that was asked for failed (--fail-above)"},
            {"2", "the command line cannot be carried out"},
            {"3", "the data are bad: the message names file, line and column"},
            {"4", "a file or stream cannot be read or written"},
            {"70", "a fault of the program"},
            {"130, 143", "interrupted, terminated"},
            {"141", "the reader of standard output went away"},
        };
        section("EXIT STATUS", page);
        terms(codes, page);
    }

    private static void environment(StringBuilder page) {
        String[][] variables = {
            {"NO_COLOR", "when not empty, no colours unless --color always asks for them"},
            {"JAVA_HOME", "the JDK to use, 17 or newer; without it, java on the PATH"},
            {"LOSSCALC_JAVA_OPTIONS", "further options for the JVM, such as -Xmx4g"},
            {"LOSSCALC_NO_CACHE", "when not empty, makes no cache that shortens the start with a JDK that is new to it"
            },
        };
        section("ENVIRONMENT", page);
        terms(variables, page);
    }

    private static void examples(StringBuilder page) {
        String[][] examples = {
            {"losscalc huber --delta 1 data.csv", "each sample, then the mean and its fellows"},
            {"loss=$(losscalc mse -q data.csv)", "the bare mean, for a script"},
            {"zstdcat data.csv.zst | losscalc bce --from logit", "from a pipe; predictions are logits"},
            {"losscalc mae -t y -p 'model_*' data.csv", "several models side by side"},
            {"losscalc mae --by site --format json data.csv | jq '.groups[]'", "an aggregate for each group"},
            {"losscalc mse --top 10 --format csv data.csv", "the ten rows that contribute most, with all their columns"
            },
        };
        section("EXAMPLES", page);
        terms(examples, page);
    }

    private static void terms(String[][] terms, StringBuilder page) {
        for (String[] term : terms) {
            page.append(".TP\n.B ").append(escaped(term[0])).append('\n');
            line(term[1], page);
        }
    }

    private static void section(String title, StringBuilder page) {
        page.append(".SH ").append(title).append('\n');
    }

    /** A line of text, or of a request where it begins with a point. */
    private static void line(String text, StringBuilder page) {
        page.append(text.startsWith(".B ") ? text : escaped(text)).append('\n');
    }

    /** Roff takes backslashes for its own, quotes and points at the start of a line too, and hyphens for dashes. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                out.append("\\e");
            } else if (c == '-') {
                out.append("\\-");
            } else if (c == '\'') {
                out.append("\\(aq");
            } else if (c == '~') {
                out.append("\\(ti");
            } else if (c == '^') {
                out.append("\\(ha");
            } else if (c == '.' && i == 0) {
                out.append("\\&.");
            } else if (c > 0x7e) {
                out.append("\\[u").append(hex(c)).append(']');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String hex(char c) {
        String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return "0".repeat(4 - digits.length()) + digits;
    }
}

package losscalc.report;

import java.util.List;
import losscalc.engine.Job;
import losscalc.engine.Result;
import losscalc.problem.Echo;
import losscalc.problem.Problem;

/** Markdown tables. */
final class Markdown extends MarkupTables {
    Markdown(Output out, Style style) {
        super(out, style);
    }

    @Override
    void beginTable(List<String> titles, int names) throws Problem {
        row(titles, titles.size(), false);
        out.print("|---".repeat(names)).print("|---:".repeat(titles.size() - names));
        out.print("|").line();
    }

    /** The name of the best of several models, the last of the names, stands out. */
    @Override
    void row(List<String> cells, int names, boolean best) throws Problem {
        for (int i = 0; i < cells.size(); i++) {
            String cell = i < names ? escaped(cells.get(i)) : cells.get(i);
            out.print("| ")
                    .print(best && i + 1 == names ? "**" + cell + "**" : cell)
                    .print(" ");
        }
        out.print("|").line();
    }

    @Override
    void notes(Job job, Result result, boolean behindTables) throws Problem {
        if (result.counts().skipped() > 0) {
            out.print(behindTables ? "\n" : "")
                    .print(result.counts().skippedText())
                    .line();
        }
        if (style.signature() != null) {
            out.print("\n`")
                    .print(style.signature().line(job, result).replace('`', '\''))
                    .print("`")
                    .line();
        }
    }

    /** What Markdown would read as more than a character has a backslash before it. */
    private static String escaped(String raw) {
        String text = Echo.plain(raw);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean special = c == '_' ? !isInside(text, i) : "\\|`*<&~$[]".indexOf(c) >= 0;
            out.append(special ? "\\" : "").append(c);
        }
        return out.toString();
    }

    /** A low line between letters or digits is no emphasis. */
    private static boolean isInside(String text, int i) {
        return i > 0
                && i + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(i - 1))
                && Character.isLetterOrDigit(text.charAt(i + 1));
    }
}

package losscalc.report;

import java.util.List;
import losscalc.engine.Job;
import losscalc.engine.Result;
import losscalc.problem.Echo;
import losscalc.problem.Problem;

/** LaTeX tables for a paper, with the rules of the package booktabs. */
final class Latex extends MarkupTables {
    Latex(Output out, Style style) {
        super(out, style);
    }

    @Override
    public void begin(Job asked) throws Problem {
        out.print("% \\usepackage{booktabs}").line();
        super.begin(asked);
    }

    @Override
    void beginTable(List<String> titles, int names) throws Problem {
        out.print("\\begin{tabular}{").print("l".repeat(names)).print("r".repeat(titles.size() - names));
        out.print("}").line().print("\\toprule").line();
        row(titles, titles.size(), false);
        beginTotals();
    }

    @Override
    void beginTotals() throws Problem {
        out.print("\\midrule").line();
    }

    @Override
    void endTable() throws Problem {
        out.print("\\bottomrule").line().print("\\end{tabular}").line();
    }

    /** A name may be a number, too, and is set as one. */
    @Override
    void row(List<String> cells, int names, boolean best) throws Problem {
        for (int i = 0; i < cells.size(); i++) {
            String cell = Table.isNumber(cells.get(i)) ? number(cells.get(i)) : escaped(cells.get(i));
            out.print(i == 0 ? "" : " & ");
            out.print(best ? bold(cell) : cell);
        }
        out.print(" \\\\").line();
    }

    @Override
    void notes(Job job, Result result, boolean behindTables) throws Problem {
        if (result.counts().skipped() > 0) {
            out.print("% ").print(result.counts().skippedText()).line();
        }
        if (style.signature() != null) {
            out.print("\n{\\footnotesize\\raggedright ");
            List<String> fields = style.signature().fields(job, result);
            for (int i = 0; i < fields.size(); i++) {
                out.print(i == 0 ? "" : "\\textbar\\allowbreak ").print(escaped(fields.get(i)));
            }
            out.print("\\par}").line();
        }
    }

    private static String bold(String cell) {
        return cell.startsWith("$") ? "{\\boldmath" + cell + "}" : "\\textbf{" + cell + "}";
    }

    /** A minus that is one, and powers of ten; the name of a group may begin with a digit, too. */
    private static String number(String text) {
        boolean negative = text.startsWith("-");
        if (text.equals("Infinity") || text.equals("-Infinity")) {
            return negative ? "$-\\infty$" : "$\\infty$";
        }
        if (!isDecimal(text)) {
            return negative && text.startsWith("0x", 1) ? "$" + escaped(text) + "$" : escaped(text);
        }
        int e = text.indexOf('e');
        if (e > 0) {
            return "$" + text.substring(0, e) + " \\times 10^{" + text.substring(e + 1) + "}$";
        }
        return negative ? "$" + escaped(text) + "$" : escaped(text);
    }

    /** Whether there is nothing but digits, signs, a point and the letter of a power of ten. */
    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789.-e%".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String raw) {
        String text = Echo.plain(raw);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("&%$#_{}".indexOf(c) >= 0) {
                out.append('\\').append(c);
            } else if (c == '\\') {
                out.append("\\textbackslash{}");
            } else if (c == '~') {
                out.append("\\textasciitilde{}");
            } else if (c == '^') {
                out.append("\\textasciicircum{}");
            } else if (c == '|') {
                out.append("\\textbar{}");
            } else if (c == '<') {
                out.append("\\textless{}");
            } else if (c == '>') {
                out.append("\\textgreater{}");
            } else if (c == '[' || c == '*') {
                // Behind the end of a row they would belong to it.
                out.append('{').append(c).append('}');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}

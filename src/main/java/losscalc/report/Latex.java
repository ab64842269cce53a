package losscalc.report;

import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Aggregate;
import losscalc.engine.Computed;
import losscalc.engine.Job;
import losscalc.engine.Reduction;
import losscalc.engine.Result;
import losscalc.loss.Block;
import losscalc.problem.Echo;
import losscalc.problem.Problem;

/** LaTeX tables for a paper, with the rules of the package booktabs: one of the samples, one of the aggregates. */
final class Latex implements Renderer {
    private final Output out;
    private final Style style;
    private Job job;
    private boolean withSamples;
    private Sample sample;

    Latex(Output out, Style style) {
        this.out = out;
        this.style = style;
    }

    @Override
    public void begin(Job asked) throws Problem {
        job = asked;
        withSamples = style.show().hasSamples() && !job.card().isOfSets();
        sample = new Sample(job);
        out.print("% \\usepackage{booktabs}").line();
        if (withSamples) {
            List<String> titles = sample.titles(true, true);
            if (sample.hasShare()) {
                titles.add("share");
            }
            begin(titles, 0);
        }
    }

    @Override
    public void samples(Block rows, Computed values) throws Problem {
        if (!withSamples) {
            return;
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < rows.rows(); i++) {
            cells.clear();
            sample.take(rows, i, values);
            sample.cells(true, true, style.digits(), cells);
            if (sample.hasShare()) {
                cells.add(Sample.percent(sample.share()));
            }
            row(cells, false);
        }
    }

    @Override
    public void end(Result result) throws Problem {
        if (withSamples) {
            end();
        }
        if (style.show().hasSummary() && job.reduction() != Reduction.NONE) {
            out.print(withSamples ? "\n" : "");
            summary(result);
        }
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

    private void summary(Result result) throws Problem {
        begin(SummaryTable.titles(job), job.groups().size() + (job.hasModels() ? 1 : 0));
        for (Aggregate aggregate : result.groups()) {
            row(SummaryTable.row(job, aggregate, style.digits()), false);
        }
        if (job.isGrouped()) {
            out.print("\\midrule").line();
        }
        int best = job.hasModels() ? result.best(job) : -1;
        for (int k = 0; k < result.totals().size(); k++) {
            row(SummaryTable.row(job, result.totals().get(k), style.digits()), k == best);
        }
        end();
    }

    /** The first columns hold names, the others numbers. */
    private void begin(List<String> titles, int names) throws Problem {
        out.print("\\begin{tabular}{").print("l".repeat(names)).print("r".repeat(titles.size() - names));
        out.print("}").line().print("\\toprule").line();
        row(titles, false);
        out.print("\\midrule").line();
    }

    private void end() throws Problem {
        out.print("\\bottomrule").line().print("\\end{tabular}").line();
    }

    private void row(List<String> cells, boolean strong) throws Problem {
        for (int i = 0; i < cells.size(); i++) {
            String cell = Table.isNumber(cells.get(i)) ? number(cells.get(i)) : escaped(cells.get(i));
            out.print(i == 0 ? "" : " & ");
            out.print(strong ? bold(cell) : cell);
        }
        out.print(" \\\\").line();
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

package losscalc.report;

import java.util.List;
import losscalc.engine.Aggregate;
import losscalc.engine.Job;
import losscalc.engine.Result;
import losscalc.input.Counts;
import losscalc.loss.Param;
import losscalc.problem.Echo;
import losscalc.problem.Problem;

/** The pieces that JSON and JSON Lines are made of. */
public final class JsonText {
    private JsonText() {}

    /** A string with its quotes. */
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (Echo.isUnsafe(c) || Character.isSurrogate(c) && !isPaired(text, i)) {
                String hex = Integer.toHexString(c);
                out.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    /** A number; JSON has no infinities and no hexadecimal, so they are strings. */
    static void number(double x, Output out) throws Problem {
        if (Double.isNaN(x) || Double.isInfinite(x) || out.isHex()) {
            out.print("\"").print(x).print("\"");
        } else {
            out.print(x);
        }
    }

    /** One number alone, or several as an array. */
    static void numbers(double[] x, Output out) throws Problem {
        if (x.length == 1) {
            number(x[0], out);
            return;
        }
        for (int i = 0; i < x.length; i++) {
            out.print(i == 0 ? "[" : ", ");
            number(x[i], out);
        }
        out.print("]");
    }

    static void strings(List<String> texts, Output out) throws Problem {
        out.print("[");
        for (int i = 0; i < texts.size(); i++) {
            out.print(i == 0 ? "" : ", ").print(quoted(texts.get(i)));
        }
        out.print("]");
    }

    /** The members that say what the run is. */
    static void heading(Job job, Output out) throws Problem {
        out.print("\"loss\": ").print(quoted(job.card().name())).print(", \"parameters\": {");
        boolean first = true;
        for (Param param : job.card().params()) {
            double[] values = job.setup().values(param);
            if (!Double.isNaN(values[0])) {
                out.print(first ? "" : ", ").print(quoted(param.name())).print(": ");
                value(param, values, out);
                first = false;
            }
        }
        out.print("}, \"convention\": ").print(quoted(job.manner().convention()));
        if (job.manner().twin() != null) {
            out.print(", \"convention_sets\": ").print(quoted(job.manner().twin()));
        }
        if (!job.manner().options().isEmpty()) {
            out.print(", \"options\": ");
            strings(job.manner().options(), out);
        }
        out.print(", \"from\": ").print(quoted(job.setup().scale().word()));
        out.print(", \"target\": ");
        strings(job.data().targets(), out);
        out.print(", \"prediction\": ");
        strings(job.predictions(), out);
        if (job.data().weight() != null) {
            out.print(", \"weight\": ").print(quoted(job.data().weight()));
        }
        out.print(", \"reduction\": ").print(quoted(job.reduction().word()));
        if (job.top() > 0) {
            out.print(", \"top\": ").print(job.top());
        }
    }

    private static void value(Param param, double[] values, Output out) throws Problem {
        if (param.kind() == Param.Kind.CHOICE) {
            out.print(quoted(param.text(values)));
        } else if (param.kind() == Param.Kind.LIST) {
            out.print("[").print(param.text(values)).print("]");
        } else {
            number(values[0], out);
        }
    }

    /** The member that says what became of the rows. */
    static void rows(Counts counts, Output out) throws Problem {
        out.print("\"rows\": {\"read\": ").print(counts.read());
        out.print(", \"used\": ").print(counts.used());
        out.print(", \"skipped\": ").print(counts.skipped());
        out.print(", \"missing\": ").print(counts.missing());
        out.print(", \"nonfinite\": ").print(counts.nonfinite());
        out.print(", \"ragged\": ").print(counts.ragged());
        out.print(", \"ignored\": ").print(counts.ignored()).print("}");
    }

    /** The figures of all rows. */
    static void result(Job job, Result result, Output out) throws Problem {
        member("value", result.total().value(job.reduction()), out);
        figures(job, result.total(), out);
        if (job.hasModels()) {
            out.print(", \"best\": ")
                    .print(quoted(result.totals().get(result.best(job)).model()));
        }
    }

    private static void figures(Job job, Aggregate aggregate, Output out) throws Problem {
        List<String> names = Figures.names(job);
        double[] values = Figures.values(job, aggregate);
        for (int i = 0; i < values.length; i++) {
            if (!names.get(i).equals("value")) {
                member(names.get(i), values[i], out);
            }
        }
        if (aggregate.samples() != null) {
            out.print(", \"min_row\": ").print(aggregate.samples().min().row());
            out.print(", \"max_row\": ").print(aggregate.samples().max().row());
        }
    }

    /** The members of one group, one model, or one model in one group. */
    static void aggregate(Job job, Aggregate aggregate, Output out) throws Problem {
        if (!aggregate.group().isEmpty()) {
            out.print("\"group\": {");
            for (int k = 0; k < aggregate.group().size(); k++) {
                out.print(k == 0 ? "" : ", ").print(quoted(job.groups().get(k))).print(": ");
                out.print(quoted(aggregate.group().get(k)));
            }
            out.print("}, ");
        }
        if (job.hasModels()) {
            out.print("\"model\": ").print(quoted(aggregate.model())).print(", ");
        }
        out.print("\"n\": ").print(aggregate.n());
        member("value", aggregate.value(job.reduction()), out);
        figures(job, aggregate, out);
    }

    static void member(String name, double x, Output out) throws Problem {
        out.print(", ").print(quoted(name)).print(": ");
        number(x, out);
    }

    /** One sample as an object. */
    static void sample(Sample sample, Output out) throws Problem {
        out.print("{\"row\": ").print(sample.row()).print(", \"target\": ");
        if (sample.label() != null) {
            out.print(quoted(sample.label()));
        } else {
            numbers(sample.target(), out);
        }
        out.print(", \"prediction\": ");
        numbers(sample.prediction(), out);
        out.print(", \"loss\": ");
        numbers(sample.loss(), out);
        if (sample.gradient().length > 0) {
            out.print(", \"gradient\": ");
            numbers(sample.gradient(), out);
        }
        if (sample.hessian().length > 0) {
            out.print(", \"hessian\": ");
            numbers(sample.hessian(), out);
        }
        if (sample.hasShare()) {
            member("share", sample.share(), out);
        }
        out.print("}");
    }
}

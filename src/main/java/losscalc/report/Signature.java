package losscalc.report;

import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Job;
import losscalc.engine.Result;
import losscalc.loss.Param;

/**
 * One line that says exactly how a number was made, to stand under a table:
 * {@code huber|delta:1|convention:exact|from:value|reduction:mean|...|losscalc:0.1.0}.
 */
public final class Signature {
    private final List<String> details;
    private final String version;

    /**
     * @param details what else was asked for and changes the number, each {@code name:value}
     * @param version the version of the program
     */
    public Signature(List<String> details, String version) {
        this.details = List.copyOf(details);
        this.version = version;
    }

    /** A field of it; what parts the fields has a backslash before it in the value. */
    public static String field(String name, String value) {
        StringBuilder text = new StringBuilder(name).append(':');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '|' || c == ':' || c == ',' || c == '\\') {
                text.append('\\');
            }
            text.append(c < ' ' ? ' ' : c);
        }
        return text.toString();
    }

    /** The fields, the name of the loss first. */
    List<String> fields(Job job, Result result) {
        List<String> fields = new ArrayList<>();
        fields.add(job.card().name());
        for (Param param : job.card().params()) {
            double[] values = job.setup().values(param);
            fields.add(param.name() + ":" + (Double.isNaN(values[0]) ? "none" : param.text(values)));
        }
        fields.add(field("convention", job.manner().convention()));
        fields.add(field("from", job.setup().scale().word()));
        fields.add(field("reduction", job.reduction().word()));
        fields.add(field(
                "weight", job.data().weight() == null ? "none" : job.data().weight()));
        fields.add(list("target", job.data().targets()));
        fields.add(list("prediction", job.predictions()));
        if (job.data().classes() != null) {
            fields.add(list("classes", job.data().classes()));
        }
        fields.addAll(details);
        fields.add(field("read", Long.toString(result.counts().read())));
        fields.add(field("used", Long.toString(result.counts().used())));
        fields.add(field("skipped", Long.toString(result.counts().skipped())));
        fields.add(field("losscalc", version));
        return fields;
    }

    /** The line. */
    String line(Job job, Result result) {
        return String.join("|", fields(job, result));
    }

    private static String list(String name, List<String> values) {
        StringBuilder text = new StringBuilder(name).append(':');
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ",").append(field("", values.get(i)).substring(1));
        }
        return text.toString();
    }
}

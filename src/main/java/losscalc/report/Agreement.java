package losscalc.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import losscalc.problem.Echo;
import losscalc.problem.Problem;

/** {@code losscalc reconcile}: what the same data come to in different hands. */
public final class Agreement {
    private final Output out;
    private final Style style;

    /** Prints to that output. */
    public Agreement(Output out, Style style) {
        this.out = out;
        this.style = style;
    }

    /**
     * The losses in the order of the dictionary; below each its values, what makes the difference, and who agrees.
     *
     * @param losses for each loss its findings
     * @param data the names of the files
     * @param passedOver how many losses do not fit the columns
     */
    public void table(List<List<Finding>> losses, List<String> data, int passedOver) throws Problem {
        out.print("data  ").print(Echo.plain(String.join(", ", data))).print("\n\n");
        for (List<Finding> findings : losses) {
            out.print(style.bold(findings.get(0).card().name())).line();
            // The first column is the indentation.
            Table table = new Table(List.of("", "", "", ""), style);
            table.alignLeft(2);
            table.alignLeft(3);
            for (Finding finding : findings) {
                List<String> cells = new ArrayList<>();
                cells.add("");
                cells.add(Sample.text(finding.value(), style.digits()));
                cells.add(finding.options());
                cells.add(who(finding));
                table.add(cells);
            }
            table.foldLastTwo();
            table.printRows(out);
        }
        if (passedOver > 0) {
            out.print("\n")
                    .print(passedOver)
                    .print(passedOver == 1 ? " loss does not fit the columns" : " losses do not fit the columns")
                    .line();
        }
    }

    /** The same as one JSON document. */
    public void json(List<List<Finding>> losses, List<String> data, int passedOver) throws Problem {
        out.print("{\"data\": ");
        JsonText.strings(data, out);
        out.print(", \"passed_over\": ").print(passedOver).print(",\n \"losses\": [");
        for (int i = 0; i < losses.size(); i++) {
            out.print(i == 0 ? "\n  " : ",\n  ");
            out.print("{\"loss\": ")
                    .print(JsonText.quoted(losses.get(i).get(0).card().name()));
            out.print(", \"values\": [");
            for (int k = 0; k < losses.get(i).size(); k++) {
                Finding finding = losses.get(i).get(k);
                out.print(k == 0 ? "\n    {" : ",\n    {").print("\"value\": ");
                JsonText.number(finding.value(), out);
                out.print(", \"who\": ");
                JsonText.strings(finding.who(), out);
                out.print(", \"options\": ")
                        .print(JsonText.quoted(finding.options()))
                        .print("}");
            }
            out.print("]}");
        }
        out.print("\n ]}").line();
    }

    /**
     * The losses that gave a number, the likeliest first.
     *
     * @param number the number as it was typed
     * @param hits what gives it; where nothing does, what comes nearest
     * @param found whether they give it
     * @param more how many further hits there are
     */
    public void hits(String number, List<Finding> hits, boolean found, int more) throws Problem {
        out.print(found ? Echo.plain(number) + " is" : "nothing gives " + Echo.plain(number) + "; the nearest are");
        out.print("\n\n");
        Table table = new Table(List.of("value", "losscalc", "who"), style);
        table.alignLeft(1);
        table.alignLeft(2);
        for (Finding hit : hits) {
            List<String> cells = new ArrayList<>();
            cells.add(Sample.text(hit.value(), style.digits()));
            cells.add(command(hit));
            cells.add(who(hit));
            table.add(cells);
        }
        table.foldLastTwo();
        table.print(1, out);
        if (more > 0) {
            out.print("\nand ").print(more).print(" more").line();
        }
    }

    /** The same as one JSON document. */
    public void hitsJson(String number, List<Finding> hits, boolean found, int more) throws Problem {
        out.print("{\"wanted\": ")
                .print(JsonText.quoted(number))
                .print(", \"found\": ")
                .print(found ? "true" : "false");
        out.print(", \"more\": ")
                .print(more)
                .print(",\n \"")
                .print(found ? "matches" : "nearest")
                .print("\": [");
        for (int i = 0; i < hits.size(); i++) {
            Finding hit = hits.get(i);
            out.print(i == 0 ? "\n  " : ",\n  ");
            out.print("{\"loss\": ").print(JsonText.quoted(hit.card().name())).print(", \"value\": ");
            JsonText.number(hit.value(), out);
            out.print(", \"options\": ").print(JsonText.quoted(hit.options()));
            out.print(", \"command\": ").print(JsonText.quoted("losscalc " + command(hit)));
            out.print(", \"who\": ");
            JsonText.strings(hit.who(), out);
            out.print("}");
        }
        out.print("\n ]}").line();
    }

    /** Who computes it so; what some of them take for a prediction is said once, before their names. */
    private static String who(Finding finding) {
        Map<String, StringBuilder> groups = new LinkedHashMap<>();
        groups.put("", new StringBuilder());
        for (String who : finding.who()) {
            int at = who.indexOf(Finding.TAKES);
            String taken = at < 0 ? "" : who.substring(at + Finding.TAKES.length(), who.length() - 1);
            StringBuilder names = groups.get(taken);
            if (names == null) {
                names = new StringBuilder("taking ").append(taken).append(": ");
                groups.put(taken, names);
            } else if (names.length() > 0) {
                names.append(", ");
            }
            names.append(at < 0 ? who : who.substring(0, at));
        }
        StringBuilder text = new StringBuilder();
        for (StringBuilder names : groups.values()) {
            text.append(text.length() == 0 || names.length() == 0 ? "" : "; ").append(names);
        }
        return text.toString();
    }

    private static String command(Finding hit) {
        return hit.options().isEmpty() ? hit.card().name() : hit.card().name() + " " + hit.options();
    }
}

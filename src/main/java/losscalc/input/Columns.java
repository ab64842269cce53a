package losscalc.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import losscalc.problem.Echo;

/** The columns of a file, and what their names tell without being asked; {@link Selection} finds those that are named. */
final class Columns {
    /** Names under which a target is known without being asked for. */
    private static final List<String> TARGETS =
            List.of("target", "y", "y_true", "actual", "label", "truth", "真实值", "真实标签");

    /** Names under which a prediction is known without being asked for. */
    private static final List<String> PREDICTIONS = List.of(
            "prediction",
            "pred",
            "y_pred",
            "yhat",
            "y_hat",
            "predicted",
            "probability",
            "p",
            "score",
            "logit",
            "预测值",
            "预测概率");

    /** Names that a column of values does not have. */
    private static final List<String> ROW_NAMES = List.of("", "id", "index", "idx", "row", "key", "name", "unnamed: 0");

    /** What may part the fields of a file that seems to have one column, and what to do then. */
    private static final String[][] MARKS = {
        {";", "semicolons: -d ';'"},
        {"\t", "tabs: -d tab"},
        {"|", "bars: -d '|'"},
        {",", "commas: -d ,"},
        {"  ", "runs of blanks: awk -v OFS=, '{ $1 = $1 } 1' FILE | losscalc ..."},
        {" ", "blanks: -d ' '"},
    };

    private final List<String> header;
    private final String file;
    private final boolean named;
    private final String first;

    /**
     * @param header the names; the numbers of the columns when the file has no header
     * @param file the file, for messages
     * @param named whether the file has a header
     */
    Columns(List<String> header, String file, boolean named) {
        this(header, file, named, header.get(0));
    }

    /** The same, with the first field of the file. */
    Columns(List<String> header, String file, boolean named, String first) {
        this.header = header;
        this.file = file;
        this.named = named;
        this.first = first;
    }

    /** Their names. */
    List<String> header() {
        return header;
    }

    /** The names of some of them. */
    List<String> names(List<Integer> columns) {
        List<String> names = new ArrayList<>(columns.size());
        for (int column : columns) {
            names.add(header.get(column));
        }
        return names;
    }

    int size() {
        return header.size();
    }

    /** The file, for messages. */
    String file() {
        return file;
    }

    /** All columns whose name is among those known for a target. */
    List<Integer> knownTargets() {
        return known(TARGETS);
    }

    /** All columns whose name is among those known for a prediction. */
    List<Integer> knownPredictions() {
        return known(PREDICTIONS);
    }

    /** Whether the file has a header. */
    boolean isNamed() {
        return named;
    }

    /** Whether there is a column of that name. */
    boolean has(String name) {
        return named && header.contains(name);
    }

    /**
     * Whether one of these has a name that usually names or numbers the row.
     *
     * @param orId whether {@code ..._id} is such a name; a target may be a {@code class_id}
     */
    boolean hasRowName(List<Integer> these, boolean orId) {
        for (int i : these) {
            String name = header.get(i).strip().toLowerCase(Locale.ROOT);
            if (named && (ROW_NAMES.contains(name) || orId && name.endsWith("_id"))) {
                return true;
            }
        }
        return false;
    }

    /** All columns but these. */
    List<Integer> allBut(List<Integer> these) {
        List<Integer> rest = new ArrayList<>();
        boolean[] isOne = new boolean[header.size()];
        for (int i : these) {
            isOne[i] = true;
        }
        for (int i = 0; i < header.size(); i++) {
            if (!isOne[i]) {
                rest.add(i);
            }
        }
        return rest;
    }

    /** Their names, for a message or a heading: {@code a, b, c}; at most a dozen. */
    String listed() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < header.size() && i < 12; i++) {
            text.append(i == 0 ? "" : ", ").append(Echo.name(header.get(i)));
        }
        return header.size() > 12
                ? text.append(", ... (")
                        .append(header.size())
                        .append(" columns)")
                        .toString()
                : text.toString();
    }

    /** Some of them, of which one is meant: {@code p or score}, or their numbers where two have the same name. */
    String either(List<Integer> columns) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            String name = header.get(columns.get(i));
            boolean one = header.indexOf(name) == header.lastIndexOf(name);
            text.append(i == 0 ? "" : i == columns.size() - 1 ? " or " : ", ")
                    .append(one ? Echo.plain(name) : Integer.toString(columns.get(i) + 1));
        }
        return text.toString();
    }

    private List<Integer> known(List<String> names) {
        List<Integer> found = new ArrayList<>();
        if (named) {
            for (int i = 0; i < header.size(); i++) {
                if (names.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
                    found.add(i);
                }
            }
        }
        return found;
    }

    /** What to say of a header that is no header, or one field because another character parts its fields; else null. */
    String dialectHint() {
        if (named && header.get(0).startsWith("#")) {
            return "if lines that begin with # are comments: --comment '#'";
        }
        if (header.size() != 1) {
            return hasTwoNumbersInOne() ? "if semicolons part the fields: -d ';' --decimal ," : null;
        }
        for (String[] mark : MARKS) {
            if (first.strip().indexOf(mark[0]) > 0) {
                return "it seems to be parted by " + mark[1];
            }
        }
        return null;
    }

    /** Whether a comma that is a decimal comma has parted what belongs together: 3,2;3,0 to 3, 2;3 and 0. */
    private boolean hasTwoNumbersInOne() {
        for (String name : header) {
            int mark = name.indexOf(';');
            if (mark > 0 && isNumber(name.substring(0, mark)) && isNumber(name.substring(mark + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text is a whole number, as columns have them. */
    static boolean isNumber(String text) {
        int i = text.startsWith("-") ? 1 : 0;
        if (i == text.length()) {
            return false;
        }
        for (; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}

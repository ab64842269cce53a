package losscalc.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import losscalc.problem.Echo;
import losscalc.problem.Nearest;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** The columns of a file, found by what the user calls them. */
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

    /**
     * The columns that a list asks for: names, 1-based numbers (negative ones count from the end),
     * ranges {@code a:c} or {@code 2-5}, patterns {@code y_*}, separated by commas, which stand in quotes where they are
     * part of a name: {@code "a,b"}. A column whose name is the whole text is found first, whatever else the text could
     * mean.
     *
     * @throws Problem when there is no such column, or more than one of that name
     */
    List<Integer> find(String list) throws Problem {
        if (header.contains(list)) {
            return List.of(one(list));
        }
        List<Integer> found = new ArrayList<>();
        int from = 0;
        while (from <= list.length()) {
            int quote = list.startsWith("\"", from) ? closingQuote(list, from) : 0;
            int comma = list.indexOf(',', Math.max(from, quote));
            int to = comma < 0 ? list.length() : comma;
            String item = list.substring(from, to).strip();
            if (quote > 0 && !header.contains(item)) {
                found.add(named(item));
            } else {
                add(item, found);
            }
            from = to + 1;
        }
        return found;
    }

    /** Where a field in quotes ends; 0 when it does not. */
    private static int closingQuote(String list, int from) {
        int i = list.indexOf('"', from + 1);
        while (i >= 0 && list.startsWith("\"\"", i)) {
            i = list.indexOf('"', i + 2);
        }
        return Math.max(i, 0);
    }

    /** The column of a name in quotes, in which a quote is written twice, and nothing else has a meaning. */
    private int named(String quoted) throws Problem {
        String name = quoted.length() > 1 && quoted.endsWith("\"")
                ? quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"")
                : quoted;
        if (!header.contains(name)) {
            throw missing(name);
        }
        return one(name);
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

    /** Whether a column has a name that usually names or numbers the row. */
    boolean hasRowName() {
        for (String name : header) {
            if (named && ROW_NAMES.contains(name.strip().toLowerCase(Locale.ROOT))) {
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

    private void add(String item, List<Integer> found) throws Problem {
        if (header.contains(item)) {
            found.add(one(item));
            return;
        }
        if (item.indexOf('*') >= 0) {
            addMatching(item, found);
            return;
        }
        int range = rangeMark(item);
        if (range > 0) {
            int first = single(item.substring(0, range));
            int last = single(item.substring(range + 1));
            int step = first <= last ? 1 : -1;
            for (int i = first; i != last + step; i += step) {
                found.add(i);
            }
            return;
        }
        found.add(single(item));
    }

    /** Where a range's colon, or the hyphen between two numbers, stands; 0 or less when there is none. */
    private static int rangeMark(String item) {
        int colon = item.indexOf(':');
        if (colon > 0) {
            return colon;
        }
        int hyphen = item.indexOf('-', 1);
        return hyphen > 0 && isNumber(item.substring(0, hyphen)) && isNumber(item.substring(hyphen + 1)) ? hyphen : 0;
    }

    /** The one column of a name or number. */
    int single(String item) throws Problem {
        if (header.contains(item)) {
            return one(item);
        }
        if (isNumber(item)) {
            int number = item.length() > 9 ? 0 : Integer.parseInt(item);
            int i = number < 0 ? header.size() + number : number - 1;
            if (number != 0 && i >= 0 && i < header.size()) {
                return i;
            }
            throw Problem.data(
                    Where.file(file), "no column " + Echo.plain(item) + ": there are " + header.size(), null);
        }
        throw missing(item);
    }

    private Problem missing(String name) {
        String hint = Nearest.hint(name, header);
        if (dialectHint() != null) {
            hint = dialectHint();
        }
        return Problem.data(
                Where.file(file),
                "no column " + Echo.name(name) + "; the file has " + (named ? listed() : "no header"),
                hint != null
                        ? hint
                        : named
                                ? "a column is a name, a number from 1, a range a:c or 2-5, or a pattern y_*"
                                : "columns are numbered from 1");
    }

    /** What to say of a header that is no header, or one field because another character parts its fields; else null. */
    String dialectHint() {
        if (named && header.get(0).startsWith("#")) {
            return "if lines that begin with # are comments: --comment '#'";
        }
        if (header.size() != 1) {
            return null;
        }
        for (String[] mark : MARKS) {
            if (first.strip().indexOf(mark[0]) > 0) {
                return "it seems to be parted by " + mark[1];
            }
        }
        return null;
    }

    private int one(String name) throws Problem {
        int first = header.indexOf(name);
        int last = header.lastIndexOf(name);
        if (first != last) {
            throw Problem.data(
                    Where.file(file),
                    "column name " + Echo.name(name) + " is ambiguous: columns " + (first + 1) + " and " + (last + 1)
                            + " have it",
                    "a number selects: " + (first + 1));
        }
        return first;
    }

    private void addMatching(String pattern, List<Integer> found) throws Problem {
        int before = found.size();
        for (int i = 0; i < header.size(); i++) {
            if (matches(pattern, 0, header.get(i), 0)) {
                found.add(i);
            }
        }
        if (found.size() == before) {
            throw Problem.data(
                    Where.file(file), "no column matches " + Echo.name(pattern) + "; the file has " + listed(), null);
        }
    }

    /** A star stands for any run of characters. */
    private static boolean matches(String pattern, int i, String name, int k) {
        if (i == pattern.length()) {
            return k == name.length();
        }
        if (pattern.charAt(i) == '*') {
            for (int end = k; end <= name.length(); end++) {
                if (matches(pattern, i + 1, name, end)) {
                    return true;
                }
            }
            return false;
        }
        return k < name.length() && name.charAt(k) == pattern.charAt(i) && matches(pattern, i + 1, name, k + 1);
    }

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

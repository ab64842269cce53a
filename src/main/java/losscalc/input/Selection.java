package losscalc.input;

import java.util.ArrayList;
import java.util.List;
import losscalc.problem.Echo;
import losscalc.problem.Nearest;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/**
 * The columns that a list asks for: names, 1-based numbers (negative ones count from the end), ranges {@code a:c} or
 * {@code 2-5}, patterns {@code y_*}, separated by commas, which stand in quotes where they are part of a name: {@code
 * "a,b"}. A column whose name is the whole text is found first, whatever else the text could mean.
 */
final class Selection {
    private final Columns columns;
    private final List<String> header;
    private final List<Integer> found = new ArrayList<>();

    private Selection(Columns columns) {
        this.columns = columns;
        this.header = columns.header();
    }

    /** @throws Problem when there is no such column, or more than one of that name */
    static List<Integer> of(String list, Columns columns) throws Problem {
        Selection selection = new Selection(columns);
        if (columns.header().contains(list)) {
            return List.of(selection.named(list));
        }
        selection.addAll(list);
        return selection.found;
    }

    /** The one column of a name or number. */
    static int one(String item, Columns columns) throws Problem {
        return new Selection(columns).one(item);
    }

    private void addAll(String list) throws Problem {
        int from = 0;
        while (from <= list.length()) {
            int quote = list.startsWith("\"", from) ? closingQuote(list, from) : 0;
            int comma = list.indexOf(',', Math.max(from, quote));
            int to = comma < 0 ? list.length() : comma;
            String item = list.substring(from, to).strip();
            if (quote > 0 && !header.contains(item)) {
                found.add(named(unquoted(item)));
            } else {
                add(item);
            }
            from = to + 1;
        }
    }

    /** Where a field in quotes ends; 0 when it does not. */
    private static int closingQuote(String list, int from) {
        int i = list.indexOf('"', from + 1);
        while (i >= 0 && list.startsWith("\"\"", i)) {
            i = list.indexOf('"', i + 2);
        }
        return Math.max(i, 0);
    }

    /** A name without its quotes, in which a quote is written twice. */
    private static String unquoted(String item) {
        return item.length() > 1 && item.endsWith("\"")
                ? item.substring(1, item.length() - 1).replace("\"\"", "\"")
                : item;
    }

    private void add(String item) throws Problem {
        int range = header.contains(item) ? 0 : rangeMark(item);
        if (item.indexOf('*') >= 0 && !header.contains(item)) {
            addMatching(item);
        } else if (range > 0) {
            String end = item.substring(range + 1);
            addRange(one(item.substring(0, range)), end.isEmpty() ? header.size() - 1 : one(end));
        } else {
            found.add(one(item));
        }
    }

    /** Where a range's colon, or the hyphen between two numbers, stands; 0 or less when there is none. */
    private static int rangeMark(String item) {
        int colon = item.indexOf(':');
        if (colon > 0) {
            return colon;
        }
        int hyphen = item.indexOf('-', 1);
        return hyphen > 0 && Columns.isNumber(item.substring(0, hyphen)) && Columns.isNumber(item.substring(hyphen + 1))
                ? hyphen
                : 0;
    }

    private void addRange(int first, int last) {
        int step = first <= last ? 1 : -1;
        for (int i = first; i != last + step; i += step) {
            found.add(i);
        }
    }

    private void addMatching(String pattern) throws Problem {
        int before = found.size();
        for (int i = 0; i < header.size(); i++) {
            if (matches(pattern, 0, header.get(i), 0)) {
                found.add(i);
            }
        }
        if (found.size() == before) {
            throw problem(
                    "no column matches " + Echo.name(pattern) + "; the file has " + columns.listed(),
                    "* is any run of characters, and case matters");
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

    private int one(String item) throws Problem {
        return Columns.isNumber(item) && !header.contains(item) ? numbered(item) : named(item);
    }

    private int numbered(String item) throws Problem {
        int number = item.length() > 9 ? 0 : Integer.parseInt(item);
        int i = number < 0 ? header.size() + number : number - 1;
        if (number != 0 && i >= 0 && i < header.size()) {
            return i;
        }
        throw problem(
                "no column " + Echo.plain(item) + ": there are " + header.size(),
                "columns are numbered from 1, and from the last one -1, -2, ...");
    }

    private int named(String name) throws Problem {
        int first = header.indexOf(name);
        int last = header.lastIndexOf(name);
        if (first < 0) {
            return withBlanks(name);
        }
        if (first != last) {
            throw problem(
                    "column name " + Echo.name(name) + " is ambiguous: columns " + (first + 1) + " and " + (last + 1)
                            + " have it",
                    "a number selects: " + (first + 1));
        }
        return first;
    }

    /** The column of that name but for blanks round it, as in a header "y, p". */
    private int withBlanks(String name) throws Problem {
        int found = -1;
        for (int i = 0; i < header.size(); i++) {
            if (Cell.trimmed(header.get(i)).equals(name)) {
                if (found >= 0) {
                    throw missing(name);
                }
                found = i;
            }
        }
        if (found < 0) {
            throw missing(name);
        }
        return found;
    }

    private Problem missing(String name) {
        String hint = columns.dialectHint() != null ? columns.dialectHint() : Nearest.hint(name, header);
        String form = columns.isNamed()
                ? "a column is a name, a number from 1, a range a:c or 2-5, or a pattern y_*"
                : "columns are numbered from 1";
        return problem(
                "no column " + Echo.name(name) + "; the file has "
                        + (columns.isNamed() ? columns.listed() : "no header"),
                hint != null ? hint : form);
    }

    private Problem problem(String what, String hint) {
        return Problem.data(Where.file(columns.file()), what, hint);
    }
}

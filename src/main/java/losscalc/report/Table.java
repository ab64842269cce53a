package losscalc.report;

import java.util.ArrayList;
import java.util.List;
import losscalc.problem.Problem;

/**
 * Lines of cells, aligned for reading: numbers on their decimal points, titles and words to the right.
 * The widths are those of the rows that are there when the first of them is printed.
 */
final class Table {
    private static final String GAP = "  ";

    private final List<String> titles;
    private final List<List<String>> rows = new ArrayList<>();
    private final int[] whole;
    private final int[] fraction;
    private final int[] width;

    Table(List<String> titles) {
        this.titles = titles;
        whole = new int[titles.size()];
        fraction = new int[titles.size()];
        width = new int[titles.size()];
    }

    /** Adds a row of as many cells as there are titles. */
    void add(List<String> row) {
        rows.add(row);
    }

    int size() {
        return rows.size();
    }

    /** Takes over the rows of a table with fewer or more titles. */
    void takeRows(Table other) {
        rows.addAll(other.rows);
        other.rows.clear();
    }

    /** Adds a last cell to row i. */
    void append(int i, String cell) {
        rows.get(i).add(cell);
    }

    /** Prints the titles. */
    void printTitles(Output out) throws Problem {
        measure();
        for (int k = 0; k < titles.size(); k++) {
            out.print(k == 0 ? "" : GAP);
            pad(width[k] - Width.of(titles.get(k)), out);
            out.print(titles.get(k));
        }
        out.line();
    }

    /** Prints the rows and forgets them; the widths stay. */
    void printRows(Output out) throws Problem {
        for (List<String> row : rows) {
            for (int k = 0; k < row.size(); k++) {
                out.print(k == 0 ? "" : GAP);
                print(row.get(k), k, k + 1 == row.size(), out);
            }
            out.line();
        }
        rows.clear();
    }

    private void print(String cell, int k, boolean last, Output out) throws Problem {
        if (isNumber(cell)) {
            int point = point(cell);
            pad(width[k] - whole[k] - fraction[k] + whole[k] - point, out);
            out.print(cell);
            if (!last) {
                pad(fraction[k] - (cell.length() - point), out);
            }
        } else {
            pad(width[k] - Width.of(cell), out);
            out.print(cell);
        }
    }

    private void measure() {
        for (List<String> row : rows) {
            for (int k = 0; k < row.size(); k++) {
                String cell = row.get(k);
                if (isNumber(cell)) {
                    int point = point(cell);
                    whole[k] = Math.max(whole[k], point);
                    fraction[k] = Math.max(fraction[k], cell.length() - point);
                } else {
                    width[k] = Math.max(width[k], Width.of(cell));
                }
            }
        }
        for (int k = 0; k < width.length; k++) {
            width[k] = Math.max(Math.max(width[k], whole[k] + fraction[k]), Width.of(titles.get(k)));
        }
    }

    private static boolean isNumber(String cell) {
        if (cell.isEmpty()) {
            return false;
        }
        char c = cell.charAt(cell.length() > 1 && cell.charAt(0) == '-' ? 1 : 0);
        return c >= '0' && c <= '9' || cell.endsWith("Infinity");
    }

    /** How many characters stand before the decimal point. */
    private static int point(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '.' || c == 'e' || c == '%') {
                return i;
            }
        }
        return cell.length();
    }

    private static void pad(int blanks, Output out) throws Problem {
        for (int i = 0; i < blanks; i++) {
            out.print(" ");
        }
    }
}

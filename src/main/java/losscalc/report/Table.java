package losscalc.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import losscalc.problem.Echo;
import losscalc.problem.Problem;

/**
 * Lines of cells, aligned for reading: numbers on their decimal points, their titles to the right, columns of
 * words to the left.
 * The widths are those of the rows that are there when the first of them is printed.
 */
final class Table {
    private static final String GAP = "  ";
    private static final int PAGE = 80;

    private final List<String> titles;
    private final Style style;
    private final List<List<String>> rows = new ArrayList<>();
    /** The cells that stand out, row after row. */
    private final BitSet strong = new BitSet();
    /** The columns that hold words. */
    private final BitSet words = new BitSet();

    private final int[] whole;
    private final int[] fraction;
    private final int[] width;

    Table(List<String> titles, Style style) {
        this.titles = new ArrayList<>();
        for (String title : titles) {
            this.titles.add(Echo.plain(title));
        }
        this.style = style;
        whole = new int[titles.size()];
        fraction = new int[titles.size()];
        width = new int[titles.size()];
    }

    /** Says that a column holds words. */
    void alignLeft(int column) {
        words.set(column);
    }

    /** Adds a row of as many cells as there are titles. */
    void add(List<String> row) {
        rows.add(row);
    }

    int size() {
        return rows.size();
    }

    /** Takes over the rows of a table with fewer or more titles, and what it knows of the columns. */
    void takeRows(Table other) {
        words.or(other.words);
        rows.addAll(other.rows);
        other.rows.clear();
    }

    /** Adds a last cell to row i. */
    void append(int i, String cell) {
        rows.get(i).add(cell);
    }

    /** Lets the last cell of row i stand out. */
    void emphasizeLast(int i) {
        emphasize(i, titles.size() - 1);
    }

    /** Lets a cell stand out. */
    void emphasize(int row, int column) {
        strong.set(row * titles.size() + column);
    }

    /**
     * Lets the last two columns, of words, go on in the lines below, so that the table keeps to the screen; to
     * {@value #PAGE} places where there is none.
     */
    void foldLastTwo() {
        measure();
        int last = titles.size() - 1;
        int room = style.columns() == 0 ? PAGE : style.columns();
        for (int k = 0; k < last - 1; k++) {
            room -= width[k] + GAP.length();
        }
        if (width[last - 1] + GAP.length() + width[last] <= room) {
            return;
        }
        int left = Folding.left(rows, room - GAP.length());
        List<List<String>> folded = Folding.rows(rows, left, room - GAP.length() - left);
        rows.clear();
        rows.addAll(folded);
        Arrays.fill(width, 0);
        measure();
    }

    /**
     * Prints titles and rows. What is too wide for the screen comes in several pieces, one below the other.
     *
     * @param names how many columns at the left name the row, and stand in each piece
     */
    void print(int names, Output out) throws Problem {
        measure();
        int from = Math.min(names, titles.size() - 1);
        int left = from;
        while (from < titles.size()) {
            int to = fitting(left, from);
            if (from > left) {
                out.line();
            }
            printTitles(left, from, to, out);
            for (int i = 0; i < rows.size(); i++) {
                printRow(i, left, from, to, out);
            }
            from = to;
        }
        rows.clear();
    }

    /** Prints the titles of a table whose rows come later. */
    void printTitles(Output out) throws Problem {
        measure();
        printTitles(0, 0, titles.size(), out);
    }

    /** Prints the rows and forgets them; the widths stay. */
    void printRows(Output out) throws Problem {
        for (int i = 0; i < rows.size(); i++) {
            printRow(i, 0, 0, titles.size(), out);
        }
        rows.clear();
    }

    /** The column behind the last that has room beside the names: one at least. */
    private int fitting(int left, int from) {
        int used = width[from];
        for (int k = 0; k < left; k++) {
            used += width[k] + GAP.length();
        }
        int to = from + 1;
        while (to < width.length && (style.columns() == 0 || used + GAP.length() + width[to] <= style.columns())) {
            used += GAP.length() + width[to];
            to++;
        }
        return to;
    }

    private void printTitles(int left, int from, int to, Output out) throws Problem {
        StringBuilder line = new StringBuilder();
        for (int k = left > 0 ? 0 : from; k < to; k = k + 1 == left ? from : k + 1) {
            String blanks = " ".repeat(width[k] - Width.of(titles.get(k)));
            line.append(words.get(k) ? "" : blanks).append(titles.get(k));
            line.append(k + 1 == to ? "" : words.get(k) ? blanks + GAP : GAP);
        }
        out.print(style.dim(line.toString())).line();
    }

    private void printRow(int row, int left, int from, int to, Output out) throws Problem {
        List<String> cells = rows.get(row);
        int end = to;
        while (end > from + 1 && cells.get(end - 1).isEmpty()) {
            end--;
        }
        boolean first = true;
        for (int k = left > 0 ? 0 : from; k < end; k = k + 1 == left ? from : k + 1) {
            out.print(first ? "" : GAP);
            first = false;
            print(cells.get(k), k, strong.get(row * titles.size() + k), k + 1 == end, out);
        }
        out.line();
    }

    private void print(String cell, int k, boolean stands, boolean last, Output out) throws Problem {
        if (words.get(k)) {
            out.print(stands ? style.bold(cell) : cell);
            pad(last ? 0 : width[k] - Width.of(cell), out);
            return;
        }
        boolean number = isNumber(cell);
        int point = number ? point(cell) : 0;
        pad(number ? width[k] - fraction[k] - point : width[k] - Width.of(cell), out);
        out.print(stands ? style.bold(cell) : cell);
        if (number && !last) {
            pad(fraction[k] - (cell.length() - point), out);
        }
    }

    private void measure() {
        for (List<String> row : rows) {
            for (int k = 0; k < row.size(); k++) {
                String cell = row.get(k);
                if (!words.get(k) && isNumber(cell)) {
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

    static boolean isNumber(String cell) {
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

package losscalc.report;

import java.util.ArrayList;
import java.util.List;

/** Cells of words that go on in the lines below, so that a table keeps to a width. */
final class Folding {
    private Folding() {}

    /** The rows, the last two cells of each so wide at most; what has no room there stands in rows below. */
    static List<List<String>> rows(List<List<String>> rows, int left, int right) {
        List<List<String>> folded = new ArrayList<>();
        for (List<String> row : rows) {
            int last = row.size() - 1;
            List<String> lefts = lines(row.get(last - 1), left);
            List<String> rights = lines(row.get(last), right);
            for (int i = 0; i < Math.max(lefts.size(), rights.size()); i++) {
                List<String> line = new ArrayList<>();
                for (int k = 0; k < last - 1; k++) {
                    line.add(i == 0 ? row.get(k) : "");
                }
                line.add(i < lefts.size() ? lefts.get(i) : "");
                line.add(i < rights.size() ? rights.get(i) : "");
                folded.add(line);
            }
        }
        return folded;
    }

    /** How much of the room for the last two cells the left one takes when all is to stand in the fewest lines. */
    static int left(List<List<String>> rows, int room) {
        int best = room / 2;
        int fewest = Integer.MAX_VALUE;
        for (int left = 1; left < room; left++) {
            int lines = 0;
            for (List<String> row : rows) {
                int last = row.size() - 1;
                lines += Math.max(height(row.get(last - 1), left), height(row.get(last), room - left));
            }
            if (lines < fewest) {
                best = left;
                fewest = lines;
            }
        }
        return best;
    }

    /** How many lines a cell takes; one more for a name torn apart, very many for a line still too wide. */
    private static int height(String cell, int width) {
        List<String> lines = lines(cell, width);
        int height = lines.size();
        for (int i = 0; i < lines.size(); i++) {
            height += Width.of(lines.get(i)) > width ? 1000 : 0;
            boolean torn = i > 0 && !endsName(lines.get(i - 1)) && !lines.get(i).startsWith("--");
            height += torn ? 1 : 0;
        }
        return height;
    }

    /** A cell in lines no wider than that, as far as its words allow. */
    static List<String> lines(String cell, int width) {
        List<String> lines = new ArrayList<>();
        String rest = cell;
        while (Width.of(rest) > width) {
            int blank = blank(rest, width);
            if (blank < 0) {
                break;
            }
            lines.add(rest.substring(0, blank));
            rest = rest.substring(blank + 1);
        }
        lines.add(rest);
        return lines;
    }

    private static boolean endsName(String text) {
        return text.endsWith(",") || text.endsWith(";") || text.endsWith(":");
    }

    /** Where a line ends: between two names or two options if it can, else between two words; -1 for nowhere. */
    private static int blank(String text, int width) {
        int words = -1;
        int names = -1;
        for (int i = text.indexOf(' '); i > 0; i = text.indexOf(' ', i + 1)) {
            if (words >= 0 && Width.of(text.substring(0, i)) > width) {
                break;
            }
            words = i;
            names = endsName(text.substring(0, i)) || text.startsWith("--", i + 1) ? i : names;
        }
        return names > 0 ? names : words;
    }
}

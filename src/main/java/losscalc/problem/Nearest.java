package losscalc.problem;

import java.util.Collection;
import java.util.Locale;

/** "Did you mean": the candidate nearest to a word that was not found. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidate that the fewest insertions, deletions, replacements and swaps of neighbours turn
     * into the word, or null when none is near enough (a third of the word's length). Of a word of three
     * letters or more, the candidate that it begins is near, too.
     */
    public static String of(String word, Collection<String> candidates) {
        String wanted = word.toLowerCase(Locale.ROOT);
        String best = null;
        int fewest = Math.max(1, (word.length() + 1) / 3) + 1;
        for (String candidate : candidates) {
            int steps = distance(wanted, candidate.toLowerCase(Locale.ROOT));
            // Where every letter is another, nothing is near: 'x' does not mean 'c'.
            if (steps < fewest && steps < Math.max(word.length(), candidate.length())) {
                fewest = steps;
                best = candidate;
            }
        }
        return best != null ? best : begun(wanted, candidates);
    }

    private static String begun(String wanted, Collection<String> candidates) {
        for (String candidate : candidates) {
            if (wanted.length() >= 3 && candidate.toLowerCase(Locale.ROOT).startsWith(wanted)) {
                return candidate;
            }
        }
        return null;
    }

    /** {@code did you mean 'huber'?}, or null when nothing is near. */
    public static String hint(String word, Collection<String> candidates) {
        String near = of(word, candidates);
        return near == null ? null : "did you mean " + Echo.name(near) + "?";
    }

    /** Optimal string alignment distance. */
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}

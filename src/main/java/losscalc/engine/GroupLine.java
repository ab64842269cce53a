package losscalc.engine;

import java.util.Arrays;
import java.util.List;
import losscalc.input.GroupKey;
import losscalc.num.DecimalReader;

/**
 * A group and what is kept of it. The order of the groups goes column by column, numbers by their size and before
 * words, words by their characters; it does not depend on the order of the rows.
 */
final class GroupLine implements Comparable<GroupLine> {
    private final String key;
    private final Bin[] bins;
    /** The value of each part of the key, NaN for a word; null where all are words. */
    private final double[] numbers;

    GroupLine(String key, Bin[] bins) {
        this.key = key;
        this.bins = bins;
        numbers = numbers(GroupKey.parts(key));
    }

    private static double[] numbers(List<String> parts) {
        double[] numbers = null;
        for (int i = 0; i < parts.size(); i++) {
            if (DecimalReader.kind(parts.get(i), '.') == DecimalReader.Kind.NUMBER) {
                numbers = numbers == null ? words(parts.size()) : numbers;
                numbers[i] = DecimalReader.parse(parts.get(i), '.');
            }
        }
        return numbers;
    }

    private static double[] words(int n) {
        double[] words = new double[n];
        Arrays.fill(words, Double.NaN);
        return words;
    }

    /** The texts of the grouping columns. */
    List<String> parts() {
        return GroupKey.parts(key);
    }

    /** What is kept: for each model its own. */
    Bin[] bins() {
        return bins;
    }

    @Override
    public int compareTo(GroupLine other) {
        List<String> left = parts();
        List<String> right = other.parts();
        for (int i = 0; i < left.size(); i++) {
            double a = numbers == null ? Double.NaN : numbers[i];
            double b = other.numbers == null ? Double.NaN : other.numbers[i];
            // NaN, a word, comes behind all numbers.
            int order = Double.compare(a, b);
            order = order != 0 ? order : left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}

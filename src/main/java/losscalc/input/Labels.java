package losscalc.input;

import java.util.List;
import java.util.Objects;
import losscalc.num.DecimalReader;
import losscalc.problem.Echo;

/** How the text of a label becomes a number: its place in a list of classes, or 1 for the positive one. */
final class Labels {
    private final List<String> classes;
    private final String positive;
    private final boolean orIndex;
    private String negative;

    private Labels(List<String> classes, String positive, boolean orIndex) {
        this.classes = classes;
        this.positive = positive;
        this.orIndex = orIndex;
    }

    /** Labels that turn the same texts into the same numbers, before one is met. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Labels labels
                && Objects.equals(classes, labels.classes)
                && Objects.equals(positive, labels.positive)
                && orIndex == labels.orIndex;
    }

    @Override
    public int hashCode() {
        return Objects.hash(classes, positive, orIndex);
    }

    /** The first class is 0, the second 1, and so on. */
    static Labels ordered(List<String> classes) {
        return new Labels(classes, null, false);
    }

    /** The same, of names that nobody has said are used: what is none of them may be an index. */
    static Labels orIndices(List<String> classes) {
        return new Labels(classes, null, true);
    }

    /** The positive label is 1; the first other label that is met is 0, and there is no third. */
    static Labels positive(String label) {
        return new Labels(null, label, false);
    }

    /** Whether a number that is no label is an index. */
    boolean orIndex() {
        return orIndex;
    }

    /** The labels in the order of their numbers, or null where only the positive one is known. */
    List<String> classes() {
        return classes;
    }

    /** Whether a label looks like a number. */
    boolean hasNumbers() {
        for (String label : classes) {
            if (DecimalReader.kind(label, '.') == DecimalReader.Kind.NUMBER
                    || DecimalReader.kind(label, ',') == DecimalReader.Kind.NUMBER) {
                return true;
            }
        }
        return false;
    }

    /** The number of a label, or -1 when it has none. */
    int number(String label) {
        if (classes != null) {
            return classes.indexOf(label);
        }
        if (isSame(label, positive)) {
            return 1;
        }
        if (negative == null) {
            negative = label;
        }
        return isSame(label, negative) ? 0 : -1;
    }

    /** Two numbers are the same label when they are equal: 1 and 1.0. */
    private static boolean isSame(String a, String b) {
        return a.equals(b)
                || DecimalReader.kind(a, '.') == DecimalReader.Kind.NUMBER
                        && DecimalReader.kind(b, '.') == DecimalReader.Kind.NUMBER
                        && DecimalReader.parse(a, '.') == DecimalReader.parse(b, '.');
    }

    /** The labels that have a number, for a message. */
    String listed() {
        if (classes == null) {
            return Echo.name(positive) + (negative == null ? "" : " or " + Echo.name(negative));
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < classes.size() && i < 12; i++) {
            text.append(i == 0 ? "" : i + 1 == classes.size() ? " or " : ", ").append(Echo.name(classes.get(i)));
        }
        return text.append(classes.size() > 12 ? ", ..." : "").toString();
    }
}

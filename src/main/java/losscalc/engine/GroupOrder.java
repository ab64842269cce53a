package losscalc.engine;

import java.util.Comparator;
import java.util.List;
import losscalc.input.GroupKey;
import losscalc.num.DecimalReader;

/**
 * The order of the groups: column by column, numbers by their size and before words, words by their
 * characters. It does not depend on the order of the rows.
 */
final class GroupOrder implements Comparator<String> {
    static final GroupOrder INSTANCE = new GroupOrder();

    private GroupOrder() {}

    @Override
    public int compare(String a, String b) {
        List<String> left = GroupKey.parts(a);
        List<String> right = GroupKey.parts(b);
        for (int i = 0; i < left.size() && i < right.size(); i++) {
            int order = comparePart(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return a.compareTo(b);
    }

    private static int comparePart(String a, String b) {
        boolean first = DecimalReader.kind(a, '.') == DecimalReader.Kind.NUMBER;
        boolean second = DecimalReader.kind(b, '.') == DecimalReader.Kind.NUMBER;
        if (first && second) {
            int order = Double.compare(DecimalReader.parse(a, '.'), DecimalReader.parse(b, '.'));
            return order != 0 ? order : a.compareTo(b);
        }
        return first != second ? (first ? -1 : 1) : a.compareTo(b);
    }
}

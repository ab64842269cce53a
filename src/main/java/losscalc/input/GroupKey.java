package losscalc.input;

import java.util.ArrayList;
import java.util.List;

/** The texts of a row's grouping columns as one text, and back: whatever they hold. */
public final class GroupKey {
    /** Two of them part two texts; inside a text each is followed by {@link #GUARD}. */
    private static final char MARK = '\0';

    private static final char GUARD = '\1';

    private GroupKey() {}

    /** Adds a text to those before it. */
    static void add(StringBuilder key, boolean isFirst, String text) {
        if (!isFirst) {
            key.append(MARK).append(MARK);
        }
        if (text.indexOf(MARK) < 0) {
            key.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            key.append(text.charAt(i));
            if (text.charAt(i) == MARK) {
                key.append(GUARD);
            }
        }
    }

    /** The texts that a key was made of. */
    public static List<String> parts(String key) {
        List<String> parts = new ArrayList<>(2);
        int mark = key.indexOf(MARK);
        if (mark < 0) {
            parts.add(key);
            return parts;
        }
        StringBuilder part = new StringBuilder();
        int from = 0;
        while (mark >= 0) {
            part.append(key, from, mark);
            if (key.charAt(mark + 1) == GUARD) {
                part.append(MARK);
            } else {
                parts.add(part.toString());
                part.setLength(0);
            }
            from = mark + 2;
            mark = key.indexOf(MARK, from);
        }
        parts.add(part.append(key, from, key.length()).toString());
        return parts;
    }
}

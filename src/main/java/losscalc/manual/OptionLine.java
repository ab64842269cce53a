package losscalc.manual;

import java.util.ArrayList;
import java.util.List;

/**
 * One option of every loss, as the manual and the completions tell of it.
 *
 * @param section the part of the help that it stands in
 * @param names all its names, the long one last
 * @param value what stands behind it; empty for a switch
 * @param meaning what it does, in one line; {@code %s} stands for what depends on the loss
 */
public record OptionLine(String section, List<String> names, String value, String meaning) {
    /** The long name. */
    public String longName() {
        return names.get(names.size() - 1);
    }

    /** What a shell can propose behind it: columns, files, words, or nothing; empty for a switch. */
    String kind() {
        switch (value) {
            case "":
                return "";
            case "COL", "COLS":
                return "columns";
            case "FILE":
                return "files";
            case "WHAT", "LIBRARY":
                return "words";
            default:
                return choices().isEmpty() ? "nothing" : "words";
        }
    }

    /** The words of which one stands behind it; empty where there are no such words. */
    List<String> choices() {
        if (value.equals("LIBRARY")) {
            return Completion.libraries();
        }
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int bar = value.indexOf('|'); bar >= 0; bar = value.indexOf('|', from)) {
            words.add(value.substring(from, bar));
            from = bar + 1;
        }
        if (from > 0) {
            words.add(value.substring(from));
        }
        return words;
    }

    /** What it does, whatever the loss. */
    String plainMeaning() {
        return meaning.endsWith(": %s") ? meaning.substring(0, meaning.length() - 4) : meaning;
    }
}

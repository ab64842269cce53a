package losscalc.manual;

/** Text that is broken into lines between words. */
final class Paragraph {
    private static final int WIDTH = 80;
    /** A blank at which no line is broken. */
    private static final char GLUE = '\u00a0';

    private Paragraph() {}

    /** Lines of at most eighty columns: what stands before the first, and how far the others are indented. */
    static String of(String first, int indent, String words) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder(first);
        boolean isFresh = true;
        for (String word : words.replace(", ∞", "," + GLUE + "∞").split(" ")) {
            if (!isFresh && line.length() + 1 + word.length() > WIDTH) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(" ".repeat(indent));
                isFresh = true;
            }
            line.append(isFresh ? "" : " ").append(word);
            isFresh = false;
        }
        return text.append(line).toString().replace(GLUE, ' ');
    }
}

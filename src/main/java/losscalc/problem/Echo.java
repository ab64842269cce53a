package losscalc.problem;

/** Text from outside, made safe to show: one line, no control or direction-changing characters, not too long. */
public final class Echo {
    private static final int LONGEST = 40;

    private Echo() {}

    /** In double quotes, at most 40 characters: {@code "abc"}. */
    public static String quoted(CharSequence text) {
        return wrap(text, '"');
    }

    /** A name in single quotes, at most 40 characters: {@code 'pred'}. */
    public static String name(CharSequence text) {
        return wrap(text, '\'');
    }

    /** Without quotes and whole. */
    public static String plain(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        append(text, text.length(), out);
        return out.toString();
    }

    private static String wrap(CharSequence text, char quote) {
        StringBuilder out = new StringBuilder().append(quote);
        boolean cut = text.length() > LONGEST;
        append(text, cut ? LONGEST : text.length(), out);
        return out.append(cut ? "..." : "").append(quote).toString();
    }

    private static void append(CharSequence text, int end, StringBuilder out) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                out.append("\\t");
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\r') {
                out.append("\\r");
            } else if (isUnsafe(c)) {
                hex(c, out);
            } else {
                out.append(c);
            }
        }
    }

    /** Controls, marks that turn the direction of text or have no width, and separators of lines. */
    public static boolean isUnsafe(char c) {
        return c < ' '
                || c >= 0x7f && c <= 0xa0
                || c >= 0x200b && c <= 0x200f
                || c >= 0x2028 && c <= 0x202e
                || c >= 0x2060 && c <= 0x206f
                || c == 0x061c
                || c == 0xfeff
                || c >= 0xfff9 && c <= 0xfffb;
    }

    private static void hex(char c, StringBuilder out) {
        String digits = Integer.toHexString(c);
        out.append("\\u").append("0000", 0, 4 - digits.length()).append(digits);
    }
}

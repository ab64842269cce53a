package losscalc.report;

/**
 * How an answer is to look.
 *
 * @param show which part of it is printed
 * @param digits significant digits in the forms that people read; {@link #HEX} for the exact bits
 * @param signature says how the number was made, or null where it is not wanted
 * @param coloured whether text may have colours
 * @param columns how many places a line of a table may take; 0 for any number
 */
public record Style(Show show, int digits, Signature signature, boolean coloured, int columns) {
    /** In place of a number of digits: hexadecimal, as Java, C and Python write it. */
    public static final int HEX = -1;

    /** What matters less. */
    String dim(String text) {
        return paint("2", text);
    }

    /** What matters most. */
    String bold(String text) {
        return paint("1", text);
    }

    private String paint(String code, String text) {
        return coloured && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}

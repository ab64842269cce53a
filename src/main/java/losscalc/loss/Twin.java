package losscalc.loss;

/**
 * What another library calls the loss.
 *
 * @param library {@code torch}, {@code keras}, {@code sklearn}, {@code optax}, ...
 * @param name its name there
 * @param options what turns this loss into that one, as it is typed: {@code --floor 1e-7 --percent}; a
 *     {@code --from} among it says what the other one takes
 * @param difference what differs there and cannot be typed, or an empty string when nothing does
 * @param isBinary whether it is what the library has for one prediction column, where others are for one of each class
 */
public record Twin(String library, String name, String options, String difference, boolean isBinary) {
    /** What the difference begins with where the library's name stands for another loss; its name follows. */
    public static final String ANOTHER = "another loss: ";

    /** Whether the library means another loss by a name that is one of this loss here. */
    public boolean isAnother() {
        return difference.startsWith(ANOTHER);
    }

    /** All that differs, on one line; empty when nothing does. */
    public String inWords() {
        return joined(options, beside());
    }

    /** What differs beside the options; empty when nothing does. */
    public String beside() {
        return joined(isBinary ? "for one prediction column" : "", difference);
    }

    private static String joined(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + "; " + other;
    }
}

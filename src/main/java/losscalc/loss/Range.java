package losscalc.loss;

/** Where in the range of the doubles a number lies. */
public final class Range {
    private Range() {}

    /** Zero, or so far from the ends of the range that a product of three keeps every bit of its low word. */
    public static boolean isMiddling(double x) {
        double size = Math.abs(x);
        return size < 0x1p200 && size > 0x1p-200 || size == 0;
    }
}

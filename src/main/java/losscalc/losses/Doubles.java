package losscalc.losses;

/** The doubles, numbered in their order. */
final class Doubles {
    private Doubles() {}

    /** Integers in the order of the doubles; both zeros have one. */
    static long key(double x) {
        long bits = Double.doubleToRawLongBits(x + 0.0);
        return bits ^ bits >> 63 & Long.MAX_VALUE;
    }

    static double number(long key) {
        return Double.longBitsToDouble(key ^ key >> 63 & Long.MAX_VALUE);
    }

    /** The key halfway between two. */
    static long middle(long below, long above) {
        return (below & above) + ((below ^ above) >> 1);
    }

    /** Half of how many doubles lie between two keys. */
    static long half(long below, long above) {
        return (above >> 1) - (below >> 1);
    }
}

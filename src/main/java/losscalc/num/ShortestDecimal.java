package losscalc.num;

/**
 * The shortest decimal in the rounding interval of a double, and the nearest one of that length.
 *
 * <p>Method: R. Giulietti, "The Schubfach way to render doubles", 2020 (the pigeonhole principle:
 * choose the power of ten so that the interval holds one of its multiples at least, and one
 * multiple of the next power at most). A double {@code c * 2^e} and the ends of its interval are
 * scaled by four, so that the ends are integers, and by a power of ten from a table of 128 bits;
 * of the results only the integer part counts, and whether there is a fraction.
 */
final class ShortestDecimal {
    private ShortestDecimal() {}

    /**
     * The power of ten that {@link #digits} counts in.
     *
     * @param near whether the next lower double is only half as far as the next higher one
     */
    static int power(int exponent, boolean near) {
        return near ? PowersOfTen.floorLog10ThreeQuarters(exponent) : PowersOfTen.floorLog10(exponent);
    }

    /** The decimal for {@code significand * 2^exponent} as a multiple of {@code 10^power}. */
    static long digits(long significand, int exponent, boolean near, int power) {
        long high = PowersOfTen.high(-power);
        // The next higher integer instead of the truncated one: what is whole stays whole.
        long low = PowersOfTen.low(-power) + 1;
        int shift = exponent + PowersOfTen.floorLog2(-power) + 1;
        long four = significand << 2;
        long value = scaled(four << shift, high, low);
        long lower = scaled(four - (near ? 1 : 2) << shift, high, low);
        long upper = scaled(four + 2 << shift, high, low);
        // Rounding to even: the ends belong to the interval of an even significand only.
        long open = significand & 1;

        long whole = value >> 2;
        if (whole >= 10) {
            long down = whole / 10 * 10;
            long up = down + 10;
            boolean downFits = lower + open <= down << 2;
            boolean upFits = (up << 2) + open <= upper;
            if (downFits != upFits) {
                return downFits ? down : up;
            }
        }
        boolean wholeFits = lower + open <= whole << 2;
        boolean nextFits = (whole + 1 << 2) + open <= upper;
        if (wholeFits != nextFits) {
            return wholeFits ? whole : whole + 1;
        }
        long beyondMiddle = value - (2 * whole + 1 << 1);
        return beyondMiddle < 0 || beyondMiddle == 0 && (whole & 1) == 0 ? whole : whole + 1;
    }

    /** {@code x * (high, low) / 2^128}; a fraction, to 64 bits, makes the result odd. */
    private static long scaled(long x, long high, long low) {
        long sum = x * high;
        // The top bit of high is set, x is positive: hence the terms that make the products unsigned.
        long top = Math.multiplyHigh(x, high) + x;
        long carried = Math.multiplyHigh(x, low) + (low >> 63 & x);
        sum += carried;
        if (Long.compareUnsigned(sum, carried) < 0) {
            top++;
        }
        return sum == 0 ? top : top | 1;
    }
}

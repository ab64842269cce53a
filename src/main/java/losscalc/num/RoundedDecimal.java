package losscalc.num;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A positive double to a given number of significant digits, half to even from its exact value.
 *
 * <p>A product with 128 bits of a power of ten decides all cases but ties and their close
 * neighbours, which {@link BigDecimal} decides.
 */
final class RoundedDecimal {
    private RoundedDecimal() {}

    /** The power of ten that the last of so many digits stands for. */
    static int power(double x, int digits) {
        return floorLog10(x) - digits + 1;
    }

    /** The largest {@code k} such that {@code 10^k <= x}. */
    private static int floorLog10(double x) {
        long significand = significand(x);
        int top = exponent(x) + 52;
        int k = PowersOfTen.floorLog10(top);
        // 2^top is at least 10^k; x reaches 10^(k+1) if the power has the same top bit.
        if (PowersOfTen.floorLog2(k + 1) > top) {
            return k;
        }
        // Where the two agree the power is a double: no other has 64 bits of which the last eleven are zero.
        return Long.compareUnsigned(significand << 11, PowersOfTen.high(k + 1)) >= 0 ? k + 1 : k;
    }

    /** {@code x / 10^power}, rounded to an integer. */
    static long digits(double x, int power) {
        if (-power > PowersOfTen.MAX) {
            return exact(x, power);
        }
        long significand = significand(x) << 10;
        long high = PowersOfTen.high(-power);
        // Rounded up: the product is never too small, and too large by less than 2^64.
        long low = PowersOfTen.low(-power) + 1;
        long middle = significand * high;
        long carried = Math.multiplyHigh(significand, low) + (low >> 63 & significand);
        long top = Math.multiplyHigh(significand, high) + significand;
        middle += carried;
        if (Long.compareUnsigned(middle, carried) < 0) {
            top++;
        }
        int below = 9 - exponent(x) - PowersOfTen.floorLog2(-power);
        long half = 1L << below - 1;
        long rest = top & (half << 1) - 1;
        if (rest == half && middle == 0) {
            return exact(x, power);
        }
        return (top >>> below) + (rest >= half ? 1 : 0);
    }

    private static long exact(double x, int power) {
        return new BigDecimal(x)
                .scaleByPowerOfTen(-power)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** The significand as an integer of 53 bits, also of subnormal numbers. */
    private static long significand(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long fraction = bits & (1L << 52) - 1;
        return bits == fraction ? fraction << Long.numberOfLeadingZeros(fraction) - 11 : fraction | 1L << 52;
    }

    /** What the lowest bit of {@link #significand} weighs, as a power of two. */
    private static int exponent(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int biased = (int) (bits >>> 52);
        return biased == 0 ? -1074 + 11 - Long.numberOfLeadingZeros(bits) : biased - 1075;
    }
}

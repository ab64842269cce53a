package losscalc.num;

import java.math.BigInteger;

/** The elementary functions of {@link Ball}: in fixed point far from where they are small, by their series near there. */
final class BallFunctions {
    /** From this size down the series are used. */
    private static final int SMALL = -6;

    /** Numbers of more bits before the point have an exponential beyond every product of doubles. */
    private static final int FAR = 40;

    /** Bits beyond those asked for. */
    private static final int GUARD = 60;

    private static final BigInteger ONE = BigInteger.ONE;

    private BallFunctions() {}

    static Ball sqrt(Ball x) {
        if (x.isSpecial() || x.mayBeZero()) {
            return x.isSpecial()
                    ? x.constant(Math.sqrt(x.special()))
                    : x.isExactZero() ? x : x.undecided(x.constant(0));
        }
        BigInteger m = x.midpoint();
        if (m.signum() < 0) {
            return x.constant(Double.NaN);
        }
        int shift = Math.max(0, 2 * x.bits() + 4 - m.bitLength());
        shift += (int) (x.exponent() - shift & 1);
        BigInteger[] root = m.shiftLeft(shift).sqrtAndRemainder();
        BigInteger radius = x.isExact() && root[1].signum() == 0
                ? BigInteger.ZERO
                : x.radius().shiftLeft(shift).divide(root[0]).add(BigInteger.TWO);
        return x.with(root[0], radius, (x.exponent() - shift) / 2);
    }

    static Ball log(Ball x) {
        if (x.isSpecial() || x.isExactZero()) {
            return x.constant(x.isExactZero() ? Double.NEGATIVE_INFINITY : x.special() > 0 ? x.special() : Double.NaN);
        }
        if (x.mayBeZero()) {
            return x.undecided(x.constant(Double.NEGATIVE_INFINITY));
        }
        if (x.midpoint().signum() < 0) {
            return x.constant(Double.NaN);
        }
        Ball distance = x.minus(1);
        return distance.size() <= SMALL ? log1p(distance) : farLog(x);
    }

    private static Ball farLog(Ball x) {
        BigInteger m = x.midpoint();
        long k = x.exponent() + m.bitLength() - 1;
        int w = x.bits() + GUARD;
        BigInteger mantissa = m.shiftLeft(w + 1 - m.bitLength());
        BigInteger log = FixedPoint.log(mantissa, w).add(FixedPoint.log2(w).multiply(BigInteger.valueOf(k)));
        BigInteger off = x.isExact() ? BigInteger.ZERO : x.radius().shiftLeft(w).divide(m.subtract(x.radius()));
        // What the kernels and a k of 42 bits at most leave unknown.
        return x.with(log, off.add(ONE.shiftLeft(FAR + 14)), -w);
    }

    static Ball log1p(Ball x) {
        if (x.isSpecial() || x.size() > SMALL) {
            return x.plus(1).log();
        }
        Ball z = x.dividedBy(x.plus(2));
        return series(z, z.squared(), 1, 2).times(2);
    }

    static Ball log1pMinus(Ball x) {
        return x.isSpecial() || x.size() > SMALL
                ? log1p(x).minus(x)
                : series(x.squared(), x.negate(), 2, 1).negate();
    }

    /** The sum of {@code first * factor^j / (n + j step)} over all j from 0. */
    private static Ball series(Ball first, Ball factor, int n, int step) {
        Ball sum = first.dividedBy(n);
        Ball power = first;
        for (int i = n + step; !power.isExactZero(); i += step) {
            power = power.times(factor);
            if (power.isLostBeside(sum)) {
                return sum.blurred(power.size() + 1);
            }
            sum = sum.plus(power.dividedBy(i));
        }
        return sum;
    }

    static Ball exp(Ball x) {
        if (x.isSpecial()) {
            return x.special() == Double.NEGATIVE_INFINITY ? x.constant(0) : x;
        }
        if (x.isExactZero()) {
            return x.constant(1);
        }
        if (x.size() > FAR) {
            return x.constant(1).scaled(x.signum() > 0 ? 1L << FAR : -1L << FAR);
        }
        if (x.isVague()) {
            return x.undecided(x.constant(Double.NaN));
        }
        int w = x.bits() + GUARD;
        BigInteger fixed = x.inFixedPoint(w + FAR);
        BigInteger log2 = FixedPoint.log2(w + FAR);
        BigInteger rest = fixed.mod(log2);
        BigInteger power = FixedPoint.exp(rest.shiftRight(FAR), w);
        int down = (int) Math.min(-x.exponent() - 1, 1 << 30);
        BigInteger off = x.isExact()
                ? BigInteger.ZERO
                : power.multiply(x.radius()).shiftRight(down).add(ONE);
        long k = fixed.subtract(rest).divide(log2).longValueExact();
        return x.with(power, off.add(ONE.shiftLeft(GUARD / 2)), k - w);
    }

    static Ball expm1(Ball x) {
        return x.isSpecial() || x.size() > SMALL ? exp(x).minus(1) : exponentialFrom(x, 1);
    }

    static Ball expm1Minus(Ball x) {
        return x.isSpecial() || x.size() > SMALL ? exp(x).minus(1).minus(x) : exponentialFrom(x, 2);
    }

    /** The exponential series without its first terms. */
    private static Ball exponentialFrom(Ball x, int first) {
        Ball term = x;
        for (int n = 2; n <= first; n++) {
            term = term.times(x).dividedBy(n);
        }
        Ball sum = term;
        for (int n = first + 1; !term.isExactZero(); n++) {
            term = term.times(x).dividedBy(n);
            if (term.isLostBeside(sum)) {
                return sum.blurred(term.size() + 1);
            }
            sum = sum.plus(term);
        }
        return sum;
    }

    /** Of {@code x^y} with few binary digits of y after the point an exact result comes out exact: it may be a tie. */
    static Ball power(Ball x, double y) {
        if (y == 0) {
            return x.constant(1);
        }
        if (x.isExactZero()) {
            return x.constant(y > 0 ? 0 : Double.POSITIVE_INFINITY);
        }
        if (16 * y == Math.rint(16 * y) && Math.abs(y) <= 64) {
            return powerOfSixteenths(x, (int) (16 * y));
        }
        if (!x.isSpecial() && x.mayBeZero() && y > 0) {
            // Only its size is known, and that of the power with it.
            return Ball.within((long) Math.rint(x.size() * y) + 1, x.bits());
        }
        return log(x).times(y).exp();
    }

    /** {@code x^(n / 16)}. */
    private static Ball powerOfSixteenths(Ball x, int n) {
        int twos = Math.min(Integer.numberOfTrailingZeros(n), 4);
        Ball root = x;
        for (int i = twos; i < 4; i++) {
            root = root.sqrt();
        }
        Ball power = power(root, Math.abs(n) >> twos);
        return n > 0 ? power : x.constant(1).dividedBy(power);
    }

    private static Ball power(Ball x, int n) {
        Ball half = n > 1 ? power(x, n / 2).squared() : x.constant(1);
        return n % 2 == 0 ? half : half.times(x);
    }

    /** With so many bits as x has. */
    static Ball pi(Ball x) {
        int w = x.bits() + GUARD;
        return x.with(FixedPoint.pi(w), ONE.shiftLeft(GUARD / 2), -w);
    }
}

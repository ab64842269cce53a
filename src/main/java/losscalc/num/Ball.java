package losscalc.num;

import java.math.BigInteger;

/**
 * A real number and how well it is known: it lies within {@code (m ± r) 2^e} (midpoint-radius arithmetic, "balls"). The error
 * of every operation goes into the radius, so that a result proves how it rounds: {@link #isDecided}. Where it does not, the
 * computation is done again with more bits ({@link Exactly}).
 *
 * <p>The last resort, for rows on which {@link DoubleDouble} cannot tell: short rather than fast. No exponent is too large.
 *
 * @see <a href="https://doi.org/10.1109/TC.2017.2690633">F. Johansson, Arb: efficient arbitrary-precision midpoint-radius
 *     interval arithmetic, 2017</a>
 */
public final class Ball implements Real<Ball> {
    /** With so many bits what is not told from 0 is taken for 0. */
    static final int MOST_BITS = 10_240;

    /** From this size down the series are used. */
    private static final int SMALL = -6;

    /** Numbers of more bits before the point have an exponential beyond every product of doubles. */
    private static final int FAR = 40;

    private static final int RADIUS_BITS = 30;
    private static final BigInteger ONE = BigInteger.ONE;
    private static final BigInteger ZERO = BigInteger.ZERO;

    private final BigInteger m;
    private final BigInteger r;
    private final long e;
    private final int bits;

    /** Infinite or NaN; else 0. */
    private final double special;

    private Ball(BigInteger m, BigInteger r, long e, int bits, double special) {
        this.m = m;
        this.r = r;
        this.e = e;
        this.bits = bits;
        this.special = special;
    }

    /** {@code x}, exactly; what is computed from it is rounded to so many bits. */
    public static Ball of(double x, int bits) {
        if (!(Math.abs(x) <= Double.MAX_VALUE)) {
            return new Ball(ZERO, ZERO, 0, bits, x);
        }
        int unit = Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - 52;
        return new Ball(BigInteger.valueOf((long) Math.scalb(x, -unit)), ZERO, unit, bits, 0);
    }

    /** {@code n}, which has no more bits than asked for or is rounded. */
    static Ball of(BigInteger n, int bits) {
        return new Ball(n, ZERO, 0, bits, 0).with(n, ZERO, 0);
    }

    /** The same of each number. */
    public static Ball[] of(double[] x, int bits) {
        Ball[] balls = new Ball[x.length];
        for (int k = 0; k < x.length; k++) {
            balls[k] = of(x[k], bits);
        }
        return balls;
    }

    /** Without more bits than asked for, nor than the radius leaves a meaning. */
    private Ball with(BigInteger midpoint, BigInteger radius, long exponent) {
        int excess = Math.max(midpoint.bitLength() - bits, radius.bitLength() - RADIUS_BITS);
        if (excess <= 0) {
            return new Ball(midpoint, radius, exponent, bits, 0);
        }
        boolean exact = radius.signum() == 0 && midpoint.getLowestSetBit() >= excess;
        BigInteger lost = exact ? ZERO : radius.shiftRight(excess).add(BigInteger.TWO);
        return new Ball(midpoint.shiftRight(excess), lost, exponent + excess, bits, 0);
    }

    /** With an error of 2^at more. */
    Ball blurred(long at) {
        long shift = e - at;
        if (shift <= 0) {
            return with(m, r.add(ONE.shiftLeft((int) -shift)), e);
        }
        int finer = (int) Math.min(shift, bits + RADIUS_BITS);
        return with(m.shiftLeft(finer), r.shiftLeft(finer).add(ONE), e - finer);
    }

    private Ball special(double x) {
        return of(x, bits);
    }

    private boolean isSpecial() {
        return special != 0;
    }

    boolean isExactZero() {
        return m.signum() == 0 && r.signum() == 0 && !isSpecial();
    }

    private boolean mayBeZero() {
        return m.abs().compareTo(r) <= 0;
    }

    /** It is less than 2^size in absolute value. */
    long size() {
        return e + m.abs().add(r).bitLength();
    }

    /** A double of that sign, 0, infinite or NaN: as good as the number where something is infinite. */
    private double likeness() {
        return isSpecial() ? special : m.signum();
    }

    @Override
    public Ball plus(Ball x) {
        if (isSpecial() || x.isSpecial()) {
            return special(likeness() + x.likeness());
        }
        if (isExactZero() || x.isExactZero()) {
            return isExactZero() ? x : this;
        }
        long unit = Math.max(Math.min(e, x.e), Math.max(size(), x.size()) - 2L * bits);
        Ball a = inUnits(unit);
        Ball b = x.inUnits(unit);
        return with(a.m.add(b.m), a.r.add(b.r), unit);
    }

    private Ball inUnits(long unit) {
        if (e >= unit) {
            int up = (int) (e - unit);
            return new Ball(m.shiftLeft(up), r.shiftLeft(up), unit, bits, 0);
        }
        int down = (int) Math.min(unit - e, Integer.MAX_VALUE);
        return new Ball(m.shiftRight(down), r.shiftRight(down).add(BigInteger.TWO), unit, bits, 0);
    }

    @Override
    public Ball times(Ball x) {
        if (isSpecial() || x.isSpecial()) {
            return special(likeness() * x.likeness());
        }
        BigInteger radius = m.abs().multiply(x.r).add(x.m.abs().multiply(r)).add(r.multiply(x.r));
        return with(m.multiply(x.m), radius, e + x.e);
    }

    @Override
    public Ball dividedBy(Ball x) {
        if (isSpecial() || x.isSpecial() || x.isExactZero()) {
            return special(likeness() / x.likeness());
        }
        if (x.mayBeZero()) {
            return x.undecided(special(likeness() / 0.0));
        }
        int shift = Math.max(0, bits + 2 + x.m.bitLength() - m.bitLength());
        BigInteger[] parts = m.shiftLeft(shift).divideAndRemainder(x.m);
        BigInteger radius = ZERO;
        if (r.signum() != 0 || x.r.signum() != 0 || parts[1].signum() != 0) {
            BigInteger off = r.shiftLeft(shift).add(parts[0].abs().add(ONE).multiply(x.r));
            radius = off.divide(x.m.abs().subtract(x.r)).add(BigInteger.TWO);
        }
        return with(parts[0], radius, e - x.e - shift);
    }

    @Override
    public Ball minus(Ball x) {
        return plus(x.negate());
    }

    @Override
    public Ball plus(double x) {
        return plus(constant(x));
    }

    @Override
    public Ball minus(double x) {
        return plus(constant(-x));
    }

    @Override
    public Ball times(double x) {
        return times(constant(x));
    }

    @Override
    public Ball dividedBy(double x) {
        return dividedBy(constant(x));
    }

    @Override
    public Ball negate() {
        return new Ball(m.negate(), r, e, bits, 0 - special);
    }

    @Override
    public Ball abs() {
        return isSpecial() ? special(Math.abs(special)) : signum() < 0 ? negate() : this;
    }

    @Override
    public Ball squared() {
        return times(this);
    }

    @Override
    public Ball sqrt() {
        if (isSpecial() || mayBeZero()) {
            return isSpecial() ? special(Math.sqrt(special)) : isExactZero() ? this : undecided(constant(0));
        }
        if (m.signum() < 0) {
            return special(Double.NaN);
        }
        int shift = Math.max(0, 2 * bits + 4 - m.bitLength());
        shift += (int) (e - shift & 1);
        BigInteger[] root = m.shiftLeft(shift).sqrtAndRemainder();
        BigInteger radius = r.signum() == 0 && root[1].signum() == 0
                ? ZERO
                : r.shiftLeft(shift).divide(root[0]).add(BigInteger.TWO);
        return with(root[0], radius, (e - shift) / 2);
    }

    @Override
    public Ball log() {
        if (isSpecial() || mayBeZero()) {
            double log = special > 0 ? special : isExactZero() ? Double.NEGATIVE_INFINITY : Double.NaN;
            return isSpecial() || isExactZero() ? special(log) : undecided(special(Double.NEGATIVE_INFINITY));
        }
        if (m.signum() < 0) {
            return special(Double.NaN);
        }
        Ball distance = minus(1);
        return distance.size() <= SMALL ? distance.log1p() : farLog();
    }

    private Ball farLog() {
        long k = e + m.bitLength() - 1;
        int w = bits + 2 * RADIUS_BITS;
        int up = w + 1 - m.bitLength();
        BigInteger x = up >= 0 ? m.shiftLeft(up) : m.shiftRight(-up);
        BigInteger log = FixedPoint.log(x, w).add(FixedPoint.log2(w).multiply(BigInteger.valueOf(k)));
        BigInteger off = r.signum() == 0 ? ZERO : r.shiftLeft(w).divide(m.subtract(r));
        // What the kernels and a k of 42 bits at most leave unknown.
        return with(log, off.add(ONE.shiftLeft(FAR + 14)), -w);
    }

    @Override
    public Ball log1p() {
        if (isSpecial() || size() > SMALL) {
            return plus(1).log();
        }
        Ball z = dividedBy(plus(2));
        return z.series(z.squared(), 1, 2).times(2);
    }

    @Override
    public Ball log1pMinus() {
        return isSpecial() || size() > SMALL
                ? log1p().minus(this)
                : squared().series(negate(), 2, 1).negate();
    }

    /** The sum of {@code this * factor^j / (n + j step)} over all j from 0. */
    private Ball series(Ball factor, int n, int step) {
        Ball sum = dividedBy(n);
        Ball power = this;
        for (int i = n + step; !power.isExactZero(); i += step) {
            power = power.times(factor);
            if (power.size() < sum.size() - bits - RADIUS_BITS) {
                return sum.blurred(power.size() + 1);
            }
            sum = sum.plus(power.dividedBy(i));
        }
        return sum;
    }

    @Override
    public Ball exp() {
        if (isSpecial()) {
            return special == Double.NEGATIVE_INFINITY ? constant(0) : this;
        }
        if (isExactZero()) {
            return constant(1);
        }
        if (size() > FAR) {
            return new Ball(ONE, ZERO, signum() > 0 ? 1L << FAR : -1L << FAR, bits, 0);
        }
        if (r.signum() != 0 && e + r.bitLength() > -4) {
            return undecided(special(Double.NaN));
        }
        int w = bits + 2 * RADIUS_BITS;
        int wide = w + FAR;
        BigInteger x = e + wide >= 0 ? m.shiftLeft((int) (e + wide)) : m.shiftRight((int) Math.min(-e - wide, 1 << 30));
        BigInteger log2 = FixedPoint.log2(wide);
        BigInteger rest = x.mod(log2);
        BigInteger power = FixedPoint.exp(rest.shiftRight(FAR), w);
        int down = (int) Math.min(-e - 1, 1 << 30);
        BigInteger off =
                r.signum() == 0 ? ZERO : power.multiply(r).shiftRight(down).add(ONE);
        long k = x.subtract(rest).divide(log2).longValueExact();
        return with(power, off.add(ONE.shiftLeft(RADIUS_BITS)), k - w);
    }

    @Override
    public Ball expm1() {
        return isSpecial() || size() > SMALL ? exp().minus(1) : exponentialFrom(1);
    }

    @Override
    public Ball expm1Minus() {
        return isSpecial() || size() > SMALL ? exp().minus(1).minus(this) : exponentialFrom(2);
    }

    /** The exponential series without its first terms. */
    private Ball exponentialFrom(int first) {
        Ball term = this;
        for (int n = 2; n <= first; n++) {
            term = term.times(this).dividedBy(n);
        }
        Ball sum = term;
        for (int n = first + 1; !term.isExactZero(); n++) {
            term = term.times(this).dividedBy(n);
            if (term.size() < sum.size() - bits - RADIUS_BITS) {
                return sum.blurred(term.size() + 1);
            }
            sum = sum.plus(term);
        }
        return sum;
    }

    @Override
    public Ball logTwoPi() {
        int w = bits + 2 * RADIUS_BITS;
        return with(FixedPoint.pi(w), ONE.shiftLeft(RADIUS_BITS), 1 - w).log();
    }

    @Override
    public Ball stirlingError() {
        return isSpecial() ? special(1 / special) : Stirling.error(this, bits);
    }

    @Override
    public boolean isFine() {
        return true;
    }

    /** Of a power with few binary digits after the point an exact result comes out exact: it may be a tie. */
    @Override
    public Ball pow(double y) {
        if (y == 0) {
            return constant(1);
        }
        if (isExactZero()) {
            return special(y > 0 ? 0 : Double.POSITIVE_INFINITY);
        }
        if (16 * y == Math.rint(16 * y) && Math.abs(y) <= 64) {
            return ofSixteenths((int) (16 * y));
        }
        if (!isSpecial() && mayBeZero() && y > 0) {
            // Only its size is known, and that of the power with it.
            long at = (long) Math.rint(size() * y) + 1;
            return new Ball(ZERO, ONE, at, bits, 0);
        }
        return log().times(y).exp();
    }

    /** {@code this^(n / 16)}. */
    private Ball ofSixteenths(int n) {
        int twos = Math.min(Integer.numberOfTrailingZeros(n), 4);
        Ball root = this;
        for (int i = twos; i < 4; i++) {
            root = root.sqrt();
        }
        Ball power = root.integerPower(Math.abs(n) >> twos);
        return n > 0 ? power : constant(1).dividedBy(power);
    }

    private Ball integerPower(int n) {
        Ball half = n > 1 ? integerPower(n / 2).squared() : constant(1);
        return n % 2 == 0 ? half : half.times(this);
    }

    @Override
    public int compareTo(Ball x) {
        if (isSpecial() || x.isSpecial()) {
            return Double.compare(likeness(), x.likeness());
        }
        return minus(x).signum();
    }

    @Override
    public int compareTo(double x) {
        return compareTo(constant(x));
    }

    @Override
    public int signum() {
        if (isSpecial()) {
            return special > 0 ? 1 : special < 0 ? -1 : 0;
        }
        return r.signum() != 0 && mayBeZero() ? undecided(constant(0)).m.signum() : m.signum();
    }

    /** More bits will tell. If not even the most of them do, it counts as what it then must be. */
    private Ball undecided(Ball otherwise) {
        if (bits < MOST_BITS) {
            throw Exactly.Undecided.SIGNAL;
        }
        return otherwise;
    }

    @Override
    public Ball constant(double x) {
        return of(x, bits);
    }

    /** Whether all that it may be rounds to one double. */
    public boolean isDecided() {
        return isSpecial() || r.signum() == 0 || nearest(m.subtract(r), e) == nearest(m.add(r), e);
    }

    /** The double nearest to the midpoint, ties to even. */
    @Override
    public double toDouble() {
        return isSpecial() ? special : nearest(m, e);
    }

    /** The nearest double-double. */
    public DoubleDouble toDoubleDouble() {
        double hi = toDouble();
        return Math.abs(hi) <= Double.MAX_VALUE
                ? DoubleDouble.quickSum(hi, minus(hi).toDouble())
                : DoubleDouble.of(hi);
    }

    private static double nearest(BigInteger m, long e) {
        long size = e + m.bitLength();
        if (size > Double.MAX_EXPONENT + 1 || size < Double.MIN_EXPONENT - 60) {
            return size > 0 ? m.signum() * Double.POSITIVE_INFINITY : 0.0;
        }
        // Below 2^-1200 there are no doubles; a one stands for all that is there.
        int below = (int) Math.max(0, -1200 - e);
        BigInteger sticky = m.abs();
        if (below > 0) {
            boolean more = sticky.getLowestSetBit() < below;
            sticky = sticky.shiftRight(below);
            sticky = more ? sticky.shiftLeft(1).add(ONE) : sticky.shiftLeft(1);
            below--;
        }
        return m.signum() * Rounding.quotient(sticky, ONE, (int) (e + below));
    }
}

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
    public static final int MOST_BITS = 10_240;

    private static final int RADIUS_BITS = 30;

    /** The exponent of 0. */
    private static final long NOTHING = -1L << 50;

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

    /** 0, give or take 2^at. */
    static Ball within(long at, int bits) {
        return new Ball(ZERO, ONE, at, bits, 0);
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
    Ball with(BigInteger midpoint, BigInteger radius, long exponent) {
        int excess = Math.max(midpoint.bitLength() - bits, radius.bitLength() - RADIUS_BITS);
        if (excess <= 0) {
            boolean isZero = midpoint.signum() == 0 && radius.signum() == 0;
            return new Ball(midpoint, radius, isZero ? NOTHING : exponent, bits, 0);
        }
        boolean exact = radius.signum() == 0 && midpoint.getLowestSetBit() >= excess;
        BigInteger lost = exact ? ZERO : radius.shiftRight(excess).add(BigInteger.TWO);
        return new Ball(midpoint.shiftRight(excess), lost, exponent + excess, bits, 0);
    }

    /** The midpoint rounded to so many bits, as an exact number. */
    public Ball midpointWith(int fewer) {
        int excess = m.bitLength() - fewer;
        return isSpecial() || excess <= 0
                ? this
                : new Ball(m.add(ONE.shiftLeft(excess - 1)).shiftRight(excess), ZERO, e + excess, fewer, 0);
    }

    /** With an error of 2^at more. */
    public Ball blurred(long at) {
        if (isSpecial()) {
            return this;
        }
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

    /** Infinite or NaN; else 0. */
    double special() {
        return special;
    }

    boolean isSpecial() {
        return special != 0;
    }

    BigInteger midpoint() {
        return m;
    }

    BigInteger radius() {
        return r;
    }

    /** Midpoint and radius are so many times 2 to this power. */
    long exponent() {
        return e;
    }

    int bits() {
        return bits;
    }

    boolean isExact() {
        return r.signum() == 0;
    }

    /** Whether its error is so great that a function may be anything. */
    boolean isVague() {
        return !isExact() && e + r.bitLength() > -4;
    }

    /** The midpoint in units of 2^-w, rounded down. */
    BigInteger inFixedPoint(int w) {
        return e + w >= 0 ? m.shiftLeft((int) (e + w)) : m.shiftRight((int) Math.min(-e - w, 1 << 30));
    }

    /** {@code this 2^k}. */
    public Ball scaled(long k) {
        return new Ball(m, r, e + k, bits, special);
    }

    /** Whether it changes no bit of the sum that counts. */
    boolean isLostBeside(Ball sum) {
        return size() < sum.size() - bits - RADIUS_BITS;
    }

    boolean isExactZero() {
        return m.signum() == 0 && r.signum() == 0 && !isSpecial();
    }

    public boolean mayBeZero() {
        return m.abs().compareTo(r) <= 0;
    }

    /** It is less than 2^size in absolute value. */
    public long size() {
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
        if (isExactZero()) {
            return this;
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
    public Ball negate() {
        return new Ball(m.negate(), r, e, bits, 0 - special);
    }

    @Override
    public Ball abs() {
        return new Ball(m.abs(), r, e, bits, Math.abs(special));
    }

    @Override
    public Ball sqrt() {
        return BallFunctions.sqrt(this);
    }

    @Override
    public Ball log() {
        return BallFunctions.log(this);
    }

    @Override
    public Ball log1p() {
        return BallFunctions.log1p(this);
    }

    @Override
    public Ball log1pMinus() {
        return BallFunctions.log1pMinus(this);
    }

    @Override
    public Ball exp() {
        return BallFunctions.exp(this);
    }

    @Override
    public Ball expm1() {
        return BallFunctions.expm1(this);
    }

    @Override
    public Ball expm1Minus() {
        return BallFunctions.expm1Minus(this);
    }

    @Override
    public Ball pow(double y) {
        return BallFunctions.power(this, y);
    }

    @Override
    public Ball pi() {
        return BallFunctions.pi(this);
    }

    @Override
    public Ball logTwoPi() {
        return pi().times(2).log();
    }

    @Override
    public Ball sin2Pi() {
        return Circle.turned(this, 0);
    }

    @Override
    public Ball cos2Pi() {
        return Circle.turned(this, 1);
    }

    @Override
    public Ball normalPdf() {
        return squared().plus(logTwoPi()).dividedBy(-2).exp();
    }

    @Override
    public Ball normalMiddle() {
        return Normal.middle(this);
    }

    @Override
    public Ball stirlingError() {
        return isSpecial() ? special(1 / special) : Stirling.error(this, bits);
    }

    @Override
    public boolean isFine() {
        return true;
    }

    @Override
    public int compareTo(Ball x) {
        if (isSpecial() || x.isSpecial()) {
            return Double.compare(likeness(), x.likeness());
        }
        return minus(x).signum();
    }

    @Override
    public int signum() {
        if (isSpecial()) {
            return special > 0 ? 1 : special < 0 ? -1 : 0;
        }
        return r.signum() != 0 && mayBeZero() ? undecided(constant(0)).m.signum() : m.signum();
    }

    /** More bits will tell. If not even the most of them do, it counts as what it then must be. */
    Ball undecided(Ball otherwise) {
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
        return isSpecial() || r.signum() == 0 || Rounding.nearest(m.subtract(r), e) == Rounding.nearest(m.add(r), e);
    }

    /** The double nearest to the midpoint, ties to even. */
    @Override
    public double toDouble() {
        return isSpecial() ? special : Rounding.nearest(m, e);
    }

    /** The nearest double-double. */
    public DoubleDouble toDoubleDouble() {
        double hi = toDouble();
        return Math.abs(hi) <= Double.MAX_VALUE
                ? DoubleDouble.quickSum(hi, minus(hi).toDouble())
                : DoubleDouble.of(hi);
    }
}

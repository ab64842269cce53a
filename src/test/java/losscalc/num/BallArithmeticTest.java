package losscalc.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A ball holds the exact number, which fractions know, and little else. */
class BallArithmeticTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** By how many bits a radius may be greater than the last bit of the midpoint. */
    private static final int LOOSE = 10;

    private final SplittableRandom random = new SplittableRandom(7);

    private static Rational times2(BigInteger n, long power) {
        return Rational.of(n, Math.toIntExact(power));
    }

    private static Rational midpoint(Ball x) {
        return times2(x.midpoint(), x.exponent());
    }

    private static Rational radius(Ball x) {
        return times2(x.radius(), x.exponent());
    }

    private static void assertHolds(Ball ball, Rational exact, Rational size) {
        Rational off = midpoint(ball).minus(exact).abs();
        assertTrue(
                off.compareTo(radius(ball)) <= 0,
                () -> "off by " + off.dividedBy(exact).toDouble());
        Rational loose = size.abs().times(Math.scalb(1.0, LOOSE - ball.bits()));
        assertTrue(
                radius(ball).compareTo(loose) <= 0,
                () -> "radius " + radius(ball).dividedBy(size).toDouble());
        assertTrue(exact.abs().compareTo(times2(BigInteger.ONE, ball.size())) < 0, "size");
    }

    /** A number that is no ball without a radius. */
    private record Inexact(Ball ball, Rational exact) {}

    private Inexact inexact(int bits) {
        double a = number();
        double b = number();
        Ball ball = Ball.of(a, bits).dividedBy(b);
        Rational exact = Rational.of(a).dividedBy(b);
        assertHolds(ball, exact, exact);
        return new Inexact(ball, exact);
    }

    private double number() {
        return Math.scalb(random.nextDouble() - 0.5, random.nextInt(61) - 30);
    }

    @Test
    void operationsHoldTheExactNumber() {
        for (int i = 0; i < 1_000; i++) {
            int bits = 60 + random.nextInt(200);
            Inexact x = inexact(bits);
            Inexact y = inexact(bits);
            double d = number();
            assertHolds(x.ball.times(y.ball), x.exact.times(y.exact), x.exact.times(y.exact));
            assertHolds(x.ball.dividedBy(y.ball), x.exact.dividedBy(y.exact), x.exact.dividedBy(y.exact));
            assertHolds(x.ball.times(d), x.exact.times(d), x.exact.times(d));
            assertHolds(x.ball.dividedBy(d), x.exact.dividedBy(d), x.exact.dividedBy(d));
            Rational size = x.exact.abs().plus(y.exact.abs());
            assertHolds(x.ball.plus(y.ball), x.exact.plus(y.exact), size);
            assertHolds(x.ball.minus(y.ball), x.exact.minus(y.exact), size);
            assertHolds(x.ball.plus(d), x.exact.plus(d), size.plus(Math.abs(d)));
            assertHolds(x.ball.abs().negate(), x.exact.abs().negate(), x.exact);
            assertEquals(x.exact.compareTo(y.exact), x.ball.compareTo(y.ball));
            assertEquals(x.exact.compareTo(d), x.ball.compareTo(d));
            assertEquals(x.exact.signum(), x.ball.signum());
            assertSquareHolds(x.ball.abs().sqrt(), x.exact.abs());
        }
    }

    private static void assertSquareHolds(Ball root, Rational exact) {
        Rational low = midpoint(root).minus(radius(root));
        Rational high = midpoint(root).plus(radius(root));
        assertTrue(low.squared().compareTo(exact) <= 0 && high.squared().compareTo(exact) >= 0);
        assertTrue(radius(root).compareTo(midpoint(root).times(Math.scalb(1.0, LOOSE - root.bits()))) <= 0);
    }

    /** Exact numbers stay exact as long as they have no more bits than asked for. */
    @Test
    void whatFitsIsExact() {
        Ball x = Ball.of(1.5, 60);
        assertTrue(x.plus(0x1p-40).isExact());
        assertTrue(x.times(3).times(5).minus(7).isExact());
        assertTrue(x.dividedBy(4).isExact());
        assertTrue(Ball.of(9, 60).sqrt().isExact());
        assertEquals(3, Ball.of(9, 60).sqrt().toDouble());
        assertFalse(x.dividedBy(3).plus(0x1p-70).isExact());
        assertTrue(x.minus(1.5).isExactZero());
        assertTrue(Ball.of(0, 60).dividedBy(x).isExactZero());
        assertTrue(Ball.of(BigInteger.ONE.shiftLeft(100), 60).isExact());
        assertFalse(
                Ball.of(BigInteger.ONE.shiftLeft(100).add(BigInteger.ONE), 60).isExact());
    }

    @Test
    void moreOfAnErrorIsAdded() {
        for (int at = -100; at <= 20; at++) {
            Ball x = Ball.of(3, 80).blurred(at);
            assertTrue(radius(x).compareTo(times2(BigInteger.ONE, at)) >= 0, "blurred by 2^" + at);
            Rational most = times2(BigInteger.ONE, Math.max(at, -75)).times(4);
            assertTrue(radius(x).compareTo(most) <= 0, "blurred by 2^" + at);
            assertEquals(3, x.midpointWith(60).toDouble());
        }
        assertTrue(Ball.within(-5, 80).mayBeZero());
        assertEquals(0.03125, radius(Ball.within(-5, 80)).toDouble());
    }

    @Test
    void infinitiesAndNothing() {
        Ball one = Ball.of(1, 80);
        Ball infinite = Ball.of(INFINITY, 80);
        assertEquals(INFINITY, infinite.plus(one).toDouble());
        assertEquals(-INFINITY, one.minus(infinite).toDouble());
        assertEquals(Double.NaN, infinite.minus(infinite).toDouble());
        assertEquals(-INFINITY, infinite.times(-2).toDouble());
        assertEquals(Double.NaN, infinite.times(0).toDouble());
        assertEquals(INFINITY, one.dividedBy(0).toDouble());
        assertEquals(-INFINITY, one.negate().dividedBy(0).toDouble());
        assertEquals(Double.NaN, one.minus(1).dividedBy(0).toDouble());
        assertEquals(0, one.dividedBy(infinite).toDouble());
        assertEquals(INFINITY, infinite.negate().abs().toDouble());
        assertEquals(1, infinite.compareTo(one));
        assertEquals(-1, one.compareTo(INFINITY));
        assertEquals(1, infinite.signum());
        assertEquals(-1, infinite.negate().signum());
        assertEquals(0, Ball.of(Double.NaN, 80).signum());
        assertEquals(0, infinite.stirlingError().toDouble());
        assertTrue(infinite.isDecided() && infinite.isSpecial() && !one.isSpecial());
        assertEquals(DoubleDouble.of(INFINITY), infinite.toDoubleDouble());
        assertEquals(Double.NaN, infinite.sin2Pi().toDouble());
        assertEquals(1, infinite.normalMiddle().toDouble());
        assertEquals(-1, infinite.negate().normalMiddle().toDouble());
        assertEquals(0, one.minus(1).normalMiddle().toDouble());
        assertEquals(0, one.bd0(one).toDouble());
        assertEquals(0, one.minus(1).bd0(one.minus(1)).toDouble());
        assertTrue(one.isFine());
        assertSameAsOf(one.plus(one.minus(1)), 1);
        assertSameAsOf(one.minus(1).plus(one), 1);
    }

    private static void assertSameAsOf(Ball x, double expected) {
        assertTrue(x.isExact());
        assertEquals(expected, x.toDouble());
    }

    @Test
    void roundsAtTheEndsOfTheRange() {
        Ball least = Ball.of(Double.MIN_VALUE, 2_000);
        assertEquals(0, least.times(0.5).toDouble());
        assertEquals(Double.MIN_VALUE, least.times(0.75).toDouble());
        assertEquals(-Double.MIN_VALUE, least.times(-0.75).toDouble());
        Ball tiny = Ball.of(0x1p-1000, 2_000).times(0x1p-1000);
        assertEquals(0, tiny.toDouble());
        assertEquals(Double.MIN_VALUE, least.times(0.5).plus(tiny).toDouble());
        assertEquals(0, least.times(0.5).minus(tiny).toDouble());
        assertEquals(Double.MAX_VALUE, Ball.of(Double.MAX_VALUE, 200).toDouble());
        assertEquals(INFINITY, Ball.of(Double.MAX_VALUE, 200).plus(0x1p970).toDouble());
        assertEquals(
                Double.MAX_VALUE, Ball.of(Double.MAX_VALUE, 200).plus(0x1.fp969).toDouble());
        assertEquals(-INFINITY, Ball.of(-0x1p1000, 80).times(0x1p1000).toDouble());
        DoubleDouble third = Ball.of(1, 160).dividedBy(3).toDoubleDouble();
        assertEquals(1.0 / 3, third.hi());
        assertEquals(Rational.of(1).dividedBy(3).minus(1.0 / 3).toDouble(), third.lo());
    }

    @Test
    void whatMayBeZeroIsUndecidedUntilThereAreNoMoreBits() {
        Ball third = Ball.of(1, 80).dividedBy(3);
        Ball nothing = third.times(3).minus(1);
        assertTrue(nothing.mayBeZero());
        assertFalse(nothing.isDecided());
        assertThrows(Exactly.Undecided.class, nothing::signum);
        assertThrows(Exactly.Undecided.class, () -> third.dividedBy(nothing));
        assertThrows(Exactly.Undecided.class, () -> third.blurred(3).cos2Pi());
        Ball atLast = Ball.of(1, Ball.MOST_BITS).dividedBy(3).times(3).minus(1);
        assertEquals(0, atLast.signum());
        assertEquals(INFINITY, third.dividedBy(atLast).toDouble());
    }

    /** With so few bits that the reference, of 106 bits, tells whether the radius is enough. */
    @ParameterizedTest
    @MethodSource("losscalc.num.BallTest#functions")
    void functionsHoldTheReference(String name, Function<Ball, Ball> f) {
        for (Oracle.Row row : Oracle.some(name)) {
            double hi = row.value().hi();
            if (Double.isFinite(hi) && Math.abs(hi) > 0x1p-900 && row.isOfDoubles()) {
                Ball ball = f.apply(Ball.of(row.x().hi(), 64));
                Rational exact = Rational.of(hi).plus(row.value().lo());
                Rational known = radius(ball).plus(exact.abs().times(0x1p-106));
                Rational off = midpoint(ball).minus(exact).abs();
                assertTrue(off.compareTo(known) <= 0, () -> name + " at " + row);
            }
        }
    }
}

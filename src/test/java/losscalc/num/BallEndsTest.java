package losscalc.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** The functions of balls at the ends of their domains: zeros, infinities, what is too large, and what may be anything. */
class BallEndsTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final int BITS = 160;

    private static Ball ball(double x) {
        return Ball.of(x, BITS);
    }

    /** 0, as far as its bits tell. */
    private static Ball nearlyZero(int bits) {
        return Ball.of(1, bits).dividedBy(3).times(3).minus(1);
    }

    private static void exactly(double expected, Ball ball) {
        assertTrue(ball.isSpecial() || ball.isExact());
        assertEquals(expected, ball.toDouble());
    }

    @Test
    void roots() {
        exactly(INF, ball(INF).sqrt());
        exactly(Double.NaN, ball(-INF).sqrt());
        exactly(Double.NaN, ball(-4).sqrt());
        exactly(0, ball(0).sqrt());
        assertThrows(Exactly.Undecided.class, () -> nearlyZero(BITS).sqrt());
        exactly(0, nearlyZero(Ball.MOST_BITS).sqrt());
        for (int power = -7; power <= 7; power++) {
            exactly(Math.scalb(3.0, power), ball(9).scaled(2 * power).sqrt());
            Ball root = ball(2).scaled(power).sqrt();
            assertTrue(root.isDecided());
            assertEquals(Math.sqrt(Math.scalb(2.0, power)), root.toDouble());
        }
    }

    @Test
    void logarithms() {
        exactly(INF, ball(INF).log());
        exactly(Double.NaN, ball(-INF).log());
        exactly(Double.NaN, ball(Double.NaN).log());
        exactly(-INF, ball(0).log());
        exactly(Double.NaN, ball(-4).log());
        exactly(-INF, ball(-1).log1p());
        exactly(INF, ball(INF).log1p());
        exactly(0, ball(1).log());
        assertThrows(Exactly.Undecided.class, () -> nearlyZero(BITS).log());
        exactly(-INF, nearlyZero(Ball.MOST_BITS).log());
        // mpmath: log(1e300), and log(2^-1074)
        assertEquals(690.7755278982137, ball(1e300).log().toDouble());
        assertEquals(-744.4400719213812, ball(Double.MIN_VALUE).log().toDouble());
    }

    @Test
    void exponentials() {
        exactly(INF, ball(INF).exp());
        exactly(0, ball(-INF).exp());
        exactly(Double.NaN, ball(Double.NaN).exp());
        exactly(1, ball(0).exp());
        exactly(-1, ball(-INF).expm1());
        assertEquals(INF, ball(1e300).exp().toDouble());
        assertEquals(0, ball(-1e300).exp().toDouble());
        assertEquals(1, ball(-1e300).exp().signum());
        // 1 + 2^-1000 is more than 1, if it is told with so many bits.
        assertEquals(1, ball(0x1p-1000).exp().toDouble());
        assertEquals(1, Ball.of(0x1p-1000, 1200).exp().compareTo(1));
        assertEquals(-1, Ball.of(-0x1p-1000, 1200).exp().compareTo(1));
        assertThrows(Exactly.Undecided.class, () -> ball(3).blurred(0).exp());
        assertEquals(Double.NaN, Ball.of(3, Ball.MOST_BITS).blurred(0).exp().toDouble());
        assertTrue(ball(3).blurred(-8).exp().toDouble() > 20);
    }

    @Test
    void powers() {
        exactly(1, ball(0).pow(0));
        exactly(1, nearlyZero(BITS).pow(0));
        exactly(0, ball(0).pow(0.3));
        exactly(INF, ball(0).pow(-0.3));
        exactly(0, ball(0).pow(2));
        exactly(0.125, ball(8).pow(-1));
        exactly(2, ball(16).pow(0.25));
        exactly(0.5, ball(16).pow(-0.25));
        exactly(INF, ball(INF).pow(0.3));
        exactly(0, ball(INF).pow(-0.3));
        // mpmath: 10^0.3 with the double nearest to 0.3
        assertEquals(1.9952623149688795, ball(10).pow(0.3).toDouble());
        Ball small = nearlyZero(BITS).pow(0.3);
        assertTrue(small.mayBeZero() && small.size() < -40 && small.size() > -60, () -> "" + small.size());
        assertThrows(Exactly.Undecided.class, () -> nearlyZero(BITS).pow(-0.3));
    }

    @Test
    void severalAtOnce() {
        Ball[] balls = Ball.of(new double[] {1, -2.5}, 99);
        assertEquals(2, balls.length);
        exactly(1, balls[0]);
        exactly(-2.5, balls[1]);
        assertEquals(99, balls[1].bits());
    }

    @Test
    void whatIsRoundedHasNoMinusZero() {
        double[] rounded = Exactly.rounded(bits -> new Ball[] {
            Ball.of(-0x1p-1000, bits).times(0x1p-1000), Ball.of(1, bits).dividedBy(3)
        });
        assertEquals("0.0", "" + rounded[0]);
        assertEquals(1.0 / 3, rounded[1]);
    }

    @Test
    void sizesAndFixedPoint() {
        assertTrue(ball(1).scaled(-5).isLostBeside(ball(1).scaled(300)));
        assertFalse(ball(1).isLostBeside(ball(1).scaled(100)));
        assertEquals(BigInteger.valueOf(5 << 4), ball(5).inFixedPoint(4));
        assertEquals(BigInteger.valueOf(2), ball(5).inFixedPoint(-1));
        assertEquals(BigInteger.valueOf(-3), ball(-5).inFixedPoint(-1));
        assertEquals(BigInteger.ZERO, ball(0x1p-1000).inFixedPoint(100));
        assertFalse(ball(1e300).isVague());
        assertTrue(ball(1).blurred(-4).isVague());
        assertFalse(ball(1).blurred(-9).isVague());
    }
}

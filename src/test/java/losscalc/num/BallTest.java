package losscalc.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The last resort: every function rounds right and says so, and what cannot be known is not claimed. */
class BallTest {
    private static final int BITS = 160;

    private static Arguments of(String name, Function<Ball, Ball> f) {
        return Arguments.of(Named.of(name, name), f);
    }

    static List<Arguments> functions() {
        return List.of(
                of("log", Ball::log),
                of("log1p", Ball::log1p),
                of("log1pMinus", Ball::log1pMinus),
                of("exp", Ball::exp),
                of("expm1", Ball::expm1),
                of("expm1Minus", Ball::expm1Minus),
                of("softplus", Ball::softplus),
                of("logistic", Ball::logistic),
                of("tanh", Ball::tanh),
                of("logCosh", Ball::logCosh),
                of("sin2Pi", Ball::sin2Pi),
                of("cos2Pi", Ball::cos2Pi),
                of("normalPdf", Ball::normalPdf),
                of("normalMiddle", Ball::normalMiddle),
                of("stirlingError", Ball::stirlingError));
    }

    /** Against references of more than 100 digits, with few bits and with many. */
    @ParameterizedTest
    @MethodSource("functions")
    void roundsRight(String name, Function<Ball, Ball> f) {
        for (Oracle.Row row : Oracle.some(name)) {
            for (int bits = BITS; bits <= 8 * BITS; bits *= 8) {
                Ball ball = f.apply(Ball.of(row.x().hi(), bits).plus(row.x().lo()));
                assertTrue(ball.isDecided(), () -> name + " not decided at " + row);
                assertEquals(row.value().hi(), ball.toDouble(), () -> name + " at " + row);
                assertLow(row, ball);
            }
        }
    }

    /** So does what the double lacks. */
    private static void assertLow(Oracle.Row row, Ball ball) {
        double hi = row.value().hi();
        if (Double.isFinite(hi)) {
            double rest = ball.minus(hi).minus(row.value().lo()).toDouble();
            assertEquals(0, rest, 0x1p-105 * Math.abs(hi) + Double.MIN_VALUE, row::toString);
        }
    }

    static List<Arguments> ofTwo() {
        return List.of(
                Arguments.of("bd0OfPairs", Named.<BinaryOperator<Ball>>of("bd0", Ball::bd0)),
                Arguments.of("logRatio", Named.<BinaryOperator<Ball>>of("logRatio", Ball::logRatio)),
                Arguments.of("expMinus", Named.<BinaryOperator<Ball>>of("expMinus", Ball::expMinus)),
                Arguments.of("logMinus", Named.<BinaryOperator<Ball>>of("logMinus", Ball::logMinus)));
    }

    /** Functions of two numbers, which may be nearly the same. */
    @ParameterizedTest
    @MethodSource("ofTwo")
    void ofTwoRoundsRight(String name, BinaryOperator<Ball> f) {
        for (Oracle.Row row : Oracle.some(name)) {
            Ball ball = f.apply(ball(row.x()), ball(row.y()));
            assertTrue(ball.isDecided(), () -> name + " not decided at " + row);
            assertEquals(row.value().hi(), ball.toDouble(), () -> name + " at " + row);
        }
    }

    private static Ball ball(DoubleDouble x) {
        return Ball.of(x.hi(), 2 * BITS).plus(x.lo());
    }

    /** A number that is the middle between two doubles, but by a way that never shows it: it is taken for the middle at last. */
    @Test
    void whatIsNeverToldFromAMiddleIsTheMiddle() {
        assertEquals(1, rounded(x -> x.plus(0x1p-53).sqrt().squared()));
        assertEquals(1 + 0x1p-51, rounded(x -> x.plus(0x1.8p-52).sqrt().squared()));
        assertEquals(
                1 + 0x1p-52, rounded(x -> x.plus(0x1p-53).plus(0x1p-800).sqrt().squared()));
        assertEquals(1, rounded(x -> x.plus(0x1p-53).minus(0x1p-800).sqrt().squared()));
    }

    private static double rounded(UnaryOperator<Ball> f) {
        return Exactly.rounded(bits -> new Ball[] {f.apply(Ball.of(1, bits))})[0];
    }

    @Test
    void powersRoundRight() {
        for (Oracle.Row row : Oracle.some("pow")) {
            Ball power =
                    Ball.of(row.x().hi(), BITS).plus(row.x().lo()).pow(row.y().hi());
            assertTrue(power.isDecided(), row::toString);
            assertEquals(row.value().hi(), power.toDouble(), row::toString);
        }
    }

    /** 1801^5 has 55 bits, the last of them 1: the double nearest to it, and half of it, are ties or near. */
    @Test
    void exactPowersAreExact() {
        double x = 1801.0 * 1801 * 1801 * 1801;
        Ball power = Ball.of(x, BITS).pow(1.25);
        assertTrue(power.isDecided());
        assertEquals(0, power.compareTo(Ball.of(1801, BITS).pow(5)));
    }

    /** References by mpmath's loggamma with 400 bits, told here to about 60 digits. */
    @Test
    void stirlingErrorRoundsRight() {
        assertStirlingError(0.001, "2.5422704679670945414805559134263697618674089866313974275435");
        assertStirlingError(0.5, "0.15342640972002734529138393927091171596224993281987237293966");
        assertStirlingError(1, "0.0810614667953272582196702635943823601386025263622165871828485");
        assertStirlingError(2.75, "0.0301740824336845567709442261300648536217547745703448582694717");
        assertStirlingError(30, "0.0027776749297526936035949037622066728283899107262822889383972");
        assertStirlingError(1e10, "0.00000000000833333333333333333333055555555555555555556349206349206349206");
        assertStirlingError(1e-300, "344.468825415902179848388842548644633814445273318182888618456");
    }

    private static void assertStirlingError(double x, String reference) {
        for (int bits = BITS; bits <= 4 * BITS; bits *= 4) {
            Ball ball = Ball.of(x, bits).stirlingError();
            assertTrue(ball.isDecided());
            assertDigits(reference, ball);
        }
    }

    @Test
    void logTwoPiHasAllItsBits() {
        for (int bits = BITS; bits <= 8 * BITS; bits *= 8) {
            assertDigits(
                    "1.8378770664093454835606594728112352797227949472755668256343030810",
                    Ball.of(0, bits).logTwoPi());
        }
    }

    /** The same but for what cancels at so few bits: the terms of Stirling's formula are about 100. */
    private static void assertDigits(String reference, Ball ball) {
        BigDecimal left = new BigDecimal(reference);
        for (int i = 0; i < 3; i++) {
            double part = left.doubleValue();
            ball = ball.minus(part);
            left = left.subtract(new BigDecimal(part));
        }
        assertEquals(0, ball.toDouble(), 1e-43 * Math.abs(new BigDecimal(reference).doubleValue()));
    }
}

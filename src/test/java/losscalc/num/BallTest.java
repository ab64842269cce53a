package losscalc.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
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
                of("logistic", Ball::logistic));
    }

    /** Against references of more than 100 digits, with few bits and with many. */
    @ParameterizedTest
    @MethodSource("functions")
    void roundsRight(String name, Function<Ball, Ball> f) {
        for (Oracle.Row row : Oracle.of(name)) {
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

    @Test
    void powersRoundRight() {
        for (Oracle.Row row : Oracle.of("pow")) {
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
}

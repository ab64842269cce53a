package losscalc.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The three phases against one another on arguments nobody chose. */
class ElementaryTest {
    private static final SplittableRandom RANDOM = new SplittableRandom(53);

    private static double anyPositive() {
        double x;
        do {
            x = Double.longBitsToDouble(RANDOM.nextLong() >>> 1);
        } while (!(x <= Double.MAX_VALUE));
        return x;
    }

    private static double nearZero() {
        return (RANDOM.nextDouble() - 0.5) * Math.scalb(2, -RANDOM.nextInt(53));
    }

    private static double minusProbability() {
        return -RANDOM.nextDouble();
    }

    private static double nearOne() {
        return 1 + nearZero();
    }

    private static double logit() {
        return -10 + 20 * RANDOM.nextDouble();
    }

    private static double farOut() {
        return -690 + 1399 * RANDOM.nextDouble();
    }

    static List<Arguments> quick() {
        return List.of(
                quick("log", ElementaryTest::anyPositive, Quick::log, x -> DoubleDouble.of(x)
                        .log()),
                quick("log near 1", ElementaryTest::nearOne, Quick::log, x -> DoubleDouble.of(x)
                        .log()),
                quick("log1p", ElementaryTest::anyPositive, Quick::log1p, x -> DoubleDouble.of(x)
                        .log1p()),
                quick("log(1-p)", ElementaryTest::minusProbability, Quick::log1p, x -> DoubleDouble.of(x)
                        .log1p()),
                quick("log1p near 0", ElementaryTest::nearZero, Quick::log1p, x -> DoubleDouble.of(x)
                        .log1p()),
                quick("exp", ElementaryTest::farOut, Quick::exp, x -> DoubleDouble.of(x)
                        .exp()),
                quick("exp near 0", ElementaryTest::nearZero, Quick::exp, x -> DoubleDouble.of(x)
                        .exp()),
                quick("softplus", ElementaryTest::logit, Quick::softplus, x -> DoubleDouble.of(x)
                        .softplus()),
                quick("softplus, far", ElementaryTest::farOut, Quick::softplus, x -> DoubleDouble.of(x)
                        .softplus()));
    }

    private static Arguments quick(
            String name,
            DoubleSupplier arguments,
            DoubleFunction<DoubleDouble> quick,
            DoubleFunction<DoubleDouble> slow) {
        return Arguments.of(Named.of(name, arguments), quick, slow);
    }

    @ParameterizedTest
    @MethodSource("quick")
    void quickPhaseKeepsItsBound(
            DoubleSupplier arguments, DoubleFunction<DoubleDouble> quick, DoubleFunction<DoubleDouble> slow) {
        for (int i = 0; i < 20_000; i++) {
            double x = arguments.getAsDouble();
            DoubleDouble exact = slow.apply(x);
            double error = Math.abs(quick.apply(x).minus(exact).hi());
            assertTrue(error <= Math.abs(exact.hi()) * Quick.ERROR + Double.MIN_VALUE, () -> "at " + x);
        }
    }

    static List<Arguments> wide() {
        return List.of(
                wide(Wide.Function.LOG, ElementaryTest::anyPositive, Elementary::log),
                wide(Wide.Function.LOG, ElementaryTest::nearOne, Elementary::log),
                wide(Wide.Function.LOG1P, ElementaryTest::minusProbability, Elementary::log1p),
                wide(Wide.Function.LOG1P, ElementaryTest::nearZero, Elementary::log1p),
                wide(Wide.Function.EXP, ElementaryTest::farOut, Elementary::exp),
                wide(Wide.Function.EXP, () -> -745 + 50 * RANDOM.nextDouble(), Elementary::exp),
                wide(Wide.Function.SOFTPLUS, ElementaryTest::farOut, Elementary::softplus));
    }

    private static Arguments wide(Wide.Function function, DoubleSupplier arguments, DoubleUnaryOperator rounded) {
        return Arguments.of(function, Named.of("arguments", arguments), Named.of("rounded", rounded));
    }

    @ParameterizedTest
    @MethodSource("wide")
    void lastResortAgrees(Wide.Function function, DoubleSupplier arguments, DoubleUnaryOperator rounded) {
        for (int i = 0; i < 60; i++) {
            double x = arguments.getAsDouble();
            assertEquals(Wide.rounded(function, x), rounded.applyAsDouble(x), () -> function + " at " + x);
        }
    }

    @Test
    void endsOfTheDomain() {
        double infinity = Double.POSITIVE_INFINITY;
        assertEquals(-infinity, Elementary.log(0));
        assertEquals(-infinity, Elementary.log(-0.0));
        assertEquals(infinity, Elementary.log(infinity));
        assertEquals(0.0, Elementary.log(1));
        assertEquals(Double.NaN, Elementary.log(-Double.MIN_VALUE));
        assertEquals(-infinity, Elementary.log1p(-1));
        assertEquals(infinity, Elementary.log1p(infinity));
        assertEquals(-0.0, Elementary.log1p(-0.0));
        assertEquals(Double.MIN_VALUE, Elementary.log1p(Double.MIN_VALUE));
        assertEquals(Double.NaN, Elementary.log1p(-1.5));
        assertEquals(1.0, Elementary.exp(0));
        assertEquals(0.0, Elementary.exp(-infinity));
        assertEquals(0.0, Elementary.exp(-745.2));
        assertEquals(Double.MIN_VALUE, Elementary.exp(-745));
        assertEquals(infinity, Elementary.exp(710));
        assertEquals(infinity, Elementary.exp(infinity));
        assertEquals(infinity, Elementary.softplus(infinity));
        assertEquals(0.0, Elementary.softplus(-infinity));
        assertEquals(Double.MAX_VALUE, Elementary.softplus(Double.MAX_VALUE));
        assertEquals(Double.NaN, Elementary.log(Double.NaN));
        assertEquals(Double.NaN, Elementary.log1p(Double.NaN));
        assertEquals(Double.NaN, Elementary.exp(Double.NaN));
        assertEquals(Double.NaN, Elementary.softplus(Double.NaN));
    }
}

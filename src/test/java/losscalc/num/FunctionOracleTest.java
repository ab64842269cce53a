package losscalc.num;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function against references of more than 100 digits. */
class FunctionOracleTest {
    private static Arguments unary(String name, double bits, UnaryOperator<DoubleDouble> f) {
        return row(name, bits, r -> f.apply(r.x()));
    }

    private static Arguments binary(String name, double bits, Function<Oracle.Row, DoubleDouble> f) {
        return row(name, bits, f);
    }

    private static Arguments row(String name, double bits, Function<Oracle.Row, DoubleDouble> f) {
        return Arguments.of(Named.of(name, name), bits, f);
    }

    static List<Arguments> doubleDouble() {
        return List.of(
                unary("log", -100, DoubleDouble::log),
                unary("log1p", -100, DoubleDouble::log1p),
                unary("exp", -100, DoubleDouble::exp),
                unary("expm1", -100, DoubleDouble::expm1),
                unary("softplus", -100, DoubleDouble::softplus),
                unary("logistic", -100, DoubleDouble::logistic),
                unary("tanh", -100, DoubleDouble::tanh),
                unary("logCosh", -98, DoubleDouble::logCosh),
                unary("log1pMinus", -98, DoubleDouble::log1pMinus),
                unary("expm1Minus", -98, DoubleDouble::expm1Minus),
                unary("normalPdf", -94, DoubleDouble::normalPdf),
                unary("normalCdf", -94, Normal::cdf),
                unary("sin2Pi", -98, DoubleDouble::sin2Pi),
                unary("cos2Pi", -98, DoubleDouble::cos2Pi),
                binary("pow", -93, r -> r.x().pow(r.y().hi())),
                binary("bd0", -98, r -> Functions.bd0(r.x().hi(), r.y().hi())),
                binary("bd0OfPairs", -98, r -> Functions.bd0(r.x(), r.y())),
                binary("logMinusLog", -98, r -> Functions.logMinusLog(r.x().hi(), r.y().hi())),
                binary("bd0", -98, r -> r.x().bd0(r.y())),
                binary("bd0OfPairs", -98, r -> r.x().bd0(r.y())),
                unary("normalMiddle", -94, DoubleDouble::normalMiddle),
                binary("logRatio", -98, r -> r.x().logRatio(r.y())),
                // Where the two are near, but not next to one another, 30 bits cancel.
                binary("expMinus", -66, r -> r.x().expMinus(r.y())),
                binary("logMinus", -66, r -> r.x().logMinus(r.y())));
    }

    @ParameterizedTest
    @MethodSource("doubleDouble")
    void relativeErrorIsBelow(String name, double bits, Function<Oracle.Row, DoubleDouble> f) {
        double worst = Double.NEGATIVE_INFINITY;
        String where = "";
        for (Oracle.Row row : Oracle.of(name)) {
            double error = row.errorBits(f.apply(row));
            if (error > worst) {
                worst = error;
                where = row + " got " + f.apply(row);
            }
        }
        if (Boolean.getBoolean("losscalc.num.report")) {
            System.out.println(name + " 2^" + worst + " at " + where);
        }
        assertTrue(worst < bits, name + ": 2^" + worst + " at " + where);
    }

    static List<Arguments> withZeros() {
        return List.of(
                unary("logGamma", -96, Gamma::logGamma), unary("stirlingError", -93, DoubleDouble::stirlingError));
    }

    /** Where a function crosses zero in the midst of things, the error counts relative to 1 there. */
    @ParameterizedTest
    @MethodSource("withZeros")
    void errorIsBelow(String name, double bits, Function<Oracle.Row, DoubleDouble> f) {
        for (Oracle.Row row : Oracle.of(name)) {
            double error = row.errorBits(f.apply(row))
                    + Math.min(0, Math.log(Math.abs(row.value().hi())) / Math.log(2));
            assertTrue(error < bits, () -> "2^" + error + " at " + row);
        }
    }

    private static Arguments rounded(String name, DoubleUnaryOperator f) {
        return Arguments.of(Named.of(name, name), f);
    }

    static List<Arguments> elementary() {
        return List.of(
                rounded("log", Elementary::log),
                rounded("log1p", Elementary::log1p),
                rounded("exp", Elementary::exp),
                rounded("softplus", Elementary::softplus));
    }

    @ParameterizedTest
    @MethodSource("elementary")
    void isCorrectlyRounded(String name, DoubleUnaryOperator f) {
        int rows = 0;
        for (Oracle.Row row : Oracle.of(name)) {
            if (row.isOfDoubles()) {
                rows++;
                double x = row.x().hi();
                assertEquals(row.value().hi(), f.applyAsDouble(x), () -> name + " of " + x);
            }
        }
        assertFalse(rows < 500, "too few rows for " + name);
    }
}

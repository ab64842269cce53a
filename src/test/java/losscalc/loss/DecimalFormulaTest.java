package losscalc.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import losscalc.num.Field;
import losscalc.num.Rational;
import org.junit.jupiter.api.Test;

/** Decimals are computed with as they are written; a row that has none, or a pole, is as in ordinary arithmetic. */
class DecimalFormulaTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    /** (y - f)^2 / y; infinite at y = 0. */
    private static final class Relative implements AlgebraicFormula {
        private static <R extends Field<R>> R by(R y, R x) {
            return y.signum() == 0 ? y.constant(INF) : x.dividedBy(y);
        }

        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            return by(y, y.minus(f).squared());
        }

        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            return by(y, f.minus(y).times(2));
        }

        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return by(y, y.constant(2));
        }
    }

    private static final DecimalFormula FORMULA = new DecimalFormula(new Relative());

    /** Rows of pairs, a target and its prediction one after the other. */
    private static Block block(String... rows) {
        int pairs = rows[0].split(" ").length / 2;
        Block block = new Block(Layout.of(pairs, pairs));
        block.keepDecimals();
        for (int i = 0; i < rows.length; i++) {
            String[] numbers = rows[i].split(" ");
            for (int k = 0; k < pairs; k++) {
                put(numbers[2 * k], i, block.target(k), block.decimals().target(k));
                put(numbers[2 * k + 1], i, block.prediction(k), block.decimals().prediction(k));
            }
            block.commit("file", i + 2, i + 1);
        }
        return block;
    }

    private static void put(String number, int i, double[] binary, Rational[] decimal) {
        binary[i] = Double.parseDouble(number);
        decimal[i] = Double.isFinite(binary[i]) ? Rational.decimal(number) : null;
    }

    @Test
    void losses() {
        // In fractions: 0.04 / 0.1, and 0.01 / 0.3; in doubles the first is 0.3999999999999999.
        Block block = block("0.1 0.3", "0.3 0.2", "0 1", "Infinity 1");
        double[] losses = {-7, -7, -7, -7, -7};
        FORMULA.evaluate(block, losses);
        assertArrayEquals(new double[] {0.4, 0.03333333333333333, INF, losses[3], -7}, losses);
        assertEquals(new Relative().rounded(INF, 1), losses[3]);
        Rational[] exact = block.decimals().losses(0);
        assertEquals(Rational.decimal("0.4"), exact[0]);
        assertNull(exact[2]);
        assertNull(exact[3]);
        assertNull(exact[4]);
    }

    @Test
    void lossesOfPairs() {
        // (0.4 + 1/30) / 2
        Block block = block("0.1 0.3 0.3 0.2", "0 1 0.3 0.2", "0.3 0.2 0 1", "0.1 0.3 Infinity Infinity");
        double[] losses = new double[5];
        FORMULA.evaluate(block, losses);
        assertArrayEquals(new double[] {0.21666666666666667, INF, INF, Double.NaN, 0}, losses);
    }

    @Test
    void derivatives() {
        Block block = block("0.1 0.3 0.3 0.2", "0 1 0.3 0.2", "1 Infinity 0.1 0.3");
        double[][] gradient = {{-7, -7, -7, -7}, {-7, -7, -7, -7}};
        FORMULA.gradient(block, gradient);
        // 2 * 0.2 / 0.1 / 2 and 2 * -0.1 / 0.3 / 2
        assertArrayEquals(new double[] {2, INF, INF, -7}, gradient[0]);
        assertArrayEquals(new double[] {-0.3333333333333333, -0.3333333333333333, 2, -7}, gradient[1], 1e-15);
        assertEquals(-0.3333333333333333, gradient[1][0]);
    }

    @Test
    void secondDerivatives() {
        // 1 / 0.1 and 1 / 0.07; the double nearest to 0.07 gives 14.285714285714285.
        Block block = block("0.1 0.3 0.07 0.2", "0 1 0.07 0.2", "1 Infinity 0.1 0.3");
        double[][] hessian = {{-7, -7, -7, -7}, {-7, -7, -7, -7}};
        FORMULA.hessian(block, hessian);
        assertArrayEquals(new double[] {10, INF, 1, -7}, hessian[0]);
        assertArrayEquals(new double[] {14.285714285714286, 14.285714285714286, 10, -7}, hessian[1]);
    }

    @Test
    void onlyThisFormulaTakesDecimals() {
        assertEquals(true, FORMULA.isDecimal());
        assertEquals(false, new Relative().isDecimal());
    }
}

package losscalc.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import losscalc.num.Ball;
import losscalc.num.DoubleDouble;
import losscalc.num.Field;
import losscalc.num.Rational;
import losscalc.num.Real;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * In which arithmetic the shapes of formulas are computed: in double-double where that tells how the result rounds, for it is
 * quick; else in fractions or in balls, and rounded once. The formulas here say what they were asked in.
 */
class ArithmeticTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    /** Its square lies midway between two doubles, of which MIDWAY_SQUARED is the even one. */
    private static final double MIDWAY = 1.5 + 0x1p-26;

    private static final double MIDWAY_SQUARED = 2.25 + 3 * 0x1p-26;

    /** The latest arithmetic that a formula was asked in. */
    private static Class<?> asked;

    private static <R extends Field<R>> R ask(R x) {
        asked = x.getClass();
        return x;
    }

    @BeforeEach
    void nothingWasAsked() {
        asked = null;
    }

    private static void same(double expected, Class<?> arithmetic, double got) {
        assertEquals(expected, got);
        assertEquals(arithmetic, asked);
        asked = null;
    }

    /** (y - f)^2. */
    private static class Square implements AlgebraicFormula {
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            return ask(y.minus(f).squared());
        }

        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            return ask(y.minus(f).times(-2));
        }

        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return ask(y.constant(2));
        }
    }

    /** y - f. */
    private static final class Difference implements AlgebraicFormula {
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            return ask(y.minus(f));
        }

        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            return y.constant(-1);
        }

        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return y.constant(0);
        }
    }

    /** 1 / (y - f), with a pole. */
    private static final class Inverse implements AlgebraicFormula {
        private static <R extends Field<R>> R inverse(R x) {
            return x.signum() == 0 ? x.constant(INF) : x.constant(1).dividedBy(x);
        }

        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            return inverse(ask(y.minus(f)));
        }

        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            return inverse(ask(y.minus(f)).squared());
        }

        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            R d = ask(y.minus(f));
            return inverse(d.squared().times(d).dividedBy(2));
        }
    }

    @Test
    void algebraicLosses() {
        Square square = new Square();
        same(4, DoubleDouble.class, square.rounded(3, 1));
        same(MIDWAY_SQUARED, Rational.class, square.rounded(MIDWAY, 0));
        same(INF, Rational.class, square.rounded(1e300, 1));
        same(1, Rational.class, square.rounded(1e-300, 1));
        same(1, Rational.class, square.rounded(1, 1e-300));
        same(0x1p300, Rational.class, square.rounded(0x1p150, 0));
        same(INF, DoubleDouble.class, square.rounded(INF, 1));
        same(INF, DoubleDouble.class, square.rounded(1, -INF));
        same(Double.NaN, null, square.rounded(INF, INF));
        same(Double.NaN, null, square.rounded(Double.NaN, 1));
        // Minus zero is printed as 0.
        assertEquals("0.0", "" + square.roundedGradient(1, 1, 1));
        same(INF, Rational.class, new Inverse().rounded(1e300, 1e300));
    }

    @Test
    void algebraicDerivatives() {
        Square square = new Square();
        same(-4, DoubleDouble.class, square.roundedGradient(3, 1, 1));
        same(-0.6666666666666666, DoubleDouble.class, square.roundedGradient(2, 1, 3));
        same(-6.666666666666667e299, Rational.class, square.roundedGradient(1e300, 0, 3));
        same(-2e300, Rational.class, square.roundedGradient(1e300, 0, 1));
        same(0.6666666666666666, DoubleDouble.class, square.roundedHessian(2, 1, 3));
        same(2, Rational.class, square.roundedHessian(1e300, 1, 1));
        same(INF, Rational.class, new Inverse().roundedHessian(1e300, 1e300, 3));
    }

    @Test
    void algebraicSlopesThatAreNear() {
        Square square = new Square();
        assertEquals(-4, square.nearGradient(3, 1));
        assertEquals(Double.NaN, square.nearGradient(1e300, 1));
        assertEquals(Double.NaN, square.nearGradient(1, 1e300));
        assertEquals(Double.NaN, new Inverse().nearGradient(0x1p150, 0));
    }

    @Test
    void algebraicMeans() {
        assertEquals(2.5, new Square().exactMean(new double[] {1, 2}, new double[] {0, 0}));
        assertEquals(0.75, new Inverse().exactMean(new double[] {1, 2}, new double[] {0, 0}));
        assertEquals(INF, new Inverse().exactMean(new double[] {1, 1}, new double[] {1, 0}));
    }

    /** log(1 + (y - f)^2), or y - f, which cancels; its derivatives are said to be (y - f)^2 and twice that. */
    private record Analytic(boolean cancels) implements AnalyticFormula {
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return cancels ? ask(y.minus(f)) : ask(y.minus(f)).squared().log1p();
        }

        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return ask(y.minus(f)).squared();
        }

        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            return gradient(y, f).times(2);
        }
    }

    @Test
    void analyticLosses() {
        Analytic formula = new Analytic(false);
        // mpmath: log(5)
        same(1.6094379124341003, DoubleDouble.class, formula.rounded(3, 1));
        // 2 log(1e300), of which 1 is nothing
        same(1381.5510557964274, Ball.class, formula.rounded(1e300, 1));
        same(0.6931471805599453, Ball.class, formula.rounded(1e-300, 1));
        same(0, Ball.class, formula.rounded(1, 1));
        same(INF, DoubleDouble.class, formula.rounded(INF, 1));
    }

    @Test
    void analyticLossesThatAreDifferences() {
        Analytic cancelling = new Analytic(true);
        double large = 0x1p45;
        // As exact as it is: in general the digits of so small a difference are not to be trusted.
        same(1, Ball.class, cancelling.rounded(large, large - 1));
        same(2, DoubleDouble.class, cancelling.rounded(3, 1));
        assertEquals(large, cancelling.termSize(large, 1));
        assertEquals(0, new Analytic(false).termSize(large, 1));
    }

    @Test
    void analyticDerivatives() {
        Analytic formula = new Analytic(false);
        same(4, DoubleDouble.class, formula.roundedGradient(3, 1, 1));
        same(2, DoubleDouble.class, formula.roundedGradient(3, 1, 2));
        same(2, DoubleDouble.class, formula.roundedHessian(3, 1, 4));
        same(MIDWAY_SQUARED, Ball.class, formula.roundedGradient(MIDWAY, 0, 1));
        same(0, Ball.class, formula.roundedGradient(1, 1, 1));
        same(0x1p300, Ball.class, formula.roundedGradient(0x1p150, 0, 1));
        same(0x1p299, Ball.class, formula.roundedGradient(0x1p150, 0, 2));
        same(INF, DoubleDouble.class, formula.roundedHessian(1, INF, 2));
    }

    @Test
    void analyticSlopesThatAreNear() {
        Analytic formula = new Analytic(false);
        assertEquals(4, formula.nearGradient(3, 1));
        assertEquals(Double.NaN, formula.nearGradient(1, 1e300));
        assertEquals(Double.NaN, formula.nearGradient(1, 1));
    }

    @Test
    void analyticMeans() {
        // mpmath: (log(2) + log(5)) / 2
        assertEquals(1.151292546497023, new Analytic(false).exactMean(new double[] {1, 2}, new double[] {0, 0}));
    }

    @Test
    void rowsOfPairs() {
        same(2.5, DoubleDouble.class, mean(new Square(), 1, 0, 2, 0));
        same(MIDWAY_SQUARED, Rational.class, mean(new Square(), MIDWAY, 0, MIDWAY, 0));
        same(INF, Rational.class, mean(new Square(), 1e300, 1, 2, 1));
        same(INF, Rational.class, mean(new Square(), 2, 1, 1e300, 1));
        same(INF, DoubleDouble.class, mean(new Square(), 2, 1, INF, 1));
        same(INF, DoubleDouble.class, mean(new Square(), 2, INF, 3, 1));
        same(INF, DoubleDouble.class, mean(new Square(), 2, 1, INF, -INF));
        assertEquals(Double.NaN, mean(new Square(), INF, INF, 2, 1));
        // A small loss of large terms; and a small mean of large losses.
        same(0.5, Ball.class, mean(new Analytic(true), 0x1p45 + 1, 0x1p45, 1, 1));
        same(0.5, Rational.class, mean(new Difference(), 0x1p45 + 1, 0, 0, 0x1p45));
        same(1.5, DoubleDouble.class, mean(new Analytic(true), 2, 1, 3, 1));
    }

    private static double mean(PointFormula formula, double... pairs) {
        Block block = new Block(Layout.of(pairs.length / 2, pairs.length / 2));
        for (int k = 0; 2 * k < pairs.length; k++) {
            block.target(k)[0] = pairs[2 * k];
            block.prediction(k)[0] = pairs[2 * k + 1];
        }
        block.commit("file", 2, 1);
        // One place more than there are rows.
        double[] losses = {0, -7};
        formula.evaluate(block, losses);
        assertEquals(-7, losses[1]);
        return losses[0];
    }

    /** The difference of the first prediction and the target; the derivatives are its square, and 0 for the second prediction. */
    private record Of(boolean cancels, boolean flat, boolean lossless) implements RowFormula {
        static final Of PLAIN = new Of(false, false, false);

        @Override
        public <R extends Real<R>> R loss(Row row, R[] f) {
            return ask(f[0]).minus(row.target()[0]);
        }

        @Override
        public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
            gradient[0] = loss(row, f).squared();
            gradient[1] = f[1].constant(0);
        }

        @Override
        public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
            gradient(row, f, hessian);
            hessian[0] = hessian[0].times(2);
        }

        @Override
        public boolean isFlat(Row row, int k) {
            return flat && k == 1;
        }

        @Override
        public boolean isLossless(Row row) {
            return lossless;
        }
    }

    @Test
    void rows() {
        same(3, DoubleDouble.class, Of.PLAIN.rounded(row(1, 4, 0)));
        same(1e300, Ball.class, Of.PLAIN.rounded(row(1, 1e300, 0)));
        same(1, DoubleDouble.class, Of.PLAIN.rounded(row(0x1p45, 0x1p45 + 1, 0)));
        same(1, Ball.class, new Of(true, false, false).rounded(row(0x1p45, 0x1p45 + 1, 0)));
        same(0, null, new Of(false, false, true).rounded(row(1, 4, 0)));
        same(INF, DoubleDouble.class, Of.PLAIN.rounded(row(1, INF, 0)));
    }

    @Test
    void derivativesOfRows() {
        Of flat = new Of(false, true, false);
        // A second derivative of 0 may be a difference, for all that is known, unless the formula says that it is none.
        derivatives(Of.PLAIN, Ball.class, 9, 18, 1, 4);
        derivatives(flat, DoubleDouble.class, 9, 18, 1, 4);
        derivatives(flat, Ball.class, MIDWAY_SQUARED, 2 * MIDWAY_SQUARED, 0, MIDWAY);
        derivatives(new Of(false, true, true), null, 0, 0, 1, 4);
    }

    private static void derivatives(Of formula, Class<?> arithmetic, double first, double second, double y, double f) {
        double[][] got = {{-7, -7}, {-7, -7}};
        formula.gradient(block(y, f, 5), got);
        assertArrayEquals(new double[] {first, -7}, got[0]);
        assertArrayEquals(new double[] {0, -7}, got[1]);
        assertEquals(arithmetic, asked);
        formula.hessian(block(y, f, 5), got);
        assertArrayEquals(new double[] {second, -7}, got[0]);
        assertArrayEquals(new double[] {0, -7}, got[1]);
        assertEquals(arithmetic, asked);
        asked = null;
    }

    @Test
    void rowsOfBlocks() {
        double[] losses = {-7, -7};
        Of.PLAIN.evaluate(block(1, 4, 0), losses);
        assertArrayEquals(new double[] {3, -7}, losses);
    }

    private static Block block(double y, double... f) {
        Block block = new Block(Layout.of(1, f.length));
        block.target(0)[0] = y;
        for (int k = 0; k < f.length; k++) {
            block.prediction(k)[0] = f[k];
        }
        block.commit("file", 2, 1);
        return block;
    }

    private static Row row(double y, double... f) {
        Row row = new Row(Layout.of(1, f.length));
        row.take(block(y, f), 0);
        return row;
    }

    @Test
    void whatIsLaidOverAFormulaIsComputedAsItIs() {
        Row row = row(0x1p20, 3, 0);
        Of formula = new Of(true, true, true);
        RowFormula times = new TimesRow(formula, 3, 2, Double.NaN);
        assertEquals(0x1p20 * 3 / 2, times.termSize(row, 1));
        assertTrue(times.isFlat(row, 1) && !times.isFlat(row, 0) && times.isLossless(row));
        assertTrue(!new TimesRow(Of.PLAIN, 3, 2, Double.NaN).isLossless(row));
        assertEquals(0x1p20, new LabelsOfRow(formula, 0.1, null).termSize(row, 0));
        for (boolean cancels : new boolean[] {false, true}) {
            assertEquals(cancels, new TimesPoint(new Analytic(cancels), 2, Double.NaN).cancels());
            assertEquals(cancels, new LabelsOfPoint(new Analytic(cancels), 0.1, null).cancels());
        }
        // Of a loss of fractions alone it is not known.
        assertTrue(Unrestricted.of(new Square()).cancels());
        assertTrue(!Unrestricted.of(new Square()).isMeanOverLabels());
        PointFormula overLabels = new Square() {
            @Override
            public boolean isMeanOverLabels() {
                return true;
            }
        };
        assertTrue(Unrestricted.of(overLabels).isMeanOverLabels());
        assertEquals(-4.0, Unrestricted.of(new Square()).roundedGradient(3, 1, 1));
        assertEquals(2.0, Unrestricted.of(new Square()).roundedHessian(3, 1, 1));
    }
}

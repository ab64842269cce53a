package losscalc.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import losscalc.num.Field;
import losscalc.num.Real;
import org.junit.jupiter.api.Test;

/** Where operations with an infinity say no more than NaN, every shape of formula comes to its limit. */
class AtInfinityTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    /** d / (1 + d) of d = (y - f)^2, which goes to 1. */
    private static <R extends Field<R>> R saturated(R y, R f) {
        R d = y.minus(f).squared();
        return d.dividedBy(d.plus(1));
    }

    private static final class Algebraic implements AlgebraicFormula {
        @Override
        public <R extends Field<R>> R loss(R y, R f) {
            return saturated(y, f);
        }

        @Override
        public <R extends Field<R>> R gradient(R y, R f) {
            return saturated(y, f).times(3);
        }

        @Override
        public <R extends Field<R>> R hessian(R y, R f) {
            return saturated(y, f).times(-5);
        }
    }

    private static final class Analytic implements AnalyticFormula {
        @Override
        public <R extends Real<R>> R loss(R y, R f) {
            return saturated(y, f);
        }

        @Override
        public <R extends Real<R>> R gradient(R y, R f) {
            return saturated(y, f).times(3);
        }

        @Override
        public <R extends Real<R>> R hessian(R y, R f) {
            return saturated(y, f).times(-5);
        }
    }

    @Test
    void pairs() {
        for (PointFormula formula : new PointFormula[] {new Algebraic(), new Analytic()}) {
            for (double infinite : new double[] {INF, -INF}) {
                assertEquals(1, formula.rounded(2, infinite));
                assertEquals(1, formula.rounded(infinite, 2));
                assertEquals(0.75, formula.roundedGradient(2, infinite, 4));
                assertEquals(-1.25, formula.roundedHessian(2, infinite, 4));
            }
            assertEquals(0.5, formula.rounded(2, 3));
            assertEquals(Double.NaN, formula.rounded(Double.NaN, INF));
            assertEquals(Double.NaN, formula.rounded(INF, Double.NaN));
        }
        // Without a residual there is no loss, where comparisons alone could find one.
        assertEquals(Double.NaN, new Algebraic().rounded(INF, INF));
    }

    /** The same of the first prediction and 0, whatever the target is. */
    private static final class OfRow implements RowFormula {
        @Override
        public <R extends Real<R>> R loss(Row row, R[] f) {
            return saturated(f[0].constant(0), f[0]);
        }

        @Override
        public <R extends Real<R>> void gradient(Row row, R[] f, R[] gradient) {
            gradient[0] = loss(row, f).times(3);
            gradient[1] = f[1].times(2);
        }

        @Override
        public <R extends Real<R>> void hessian(Row row, R[] f, R[] hessian) {
            gradient(row, f, hessian);
        }
    }

    private static double[] row(double y, double... f) {
        Block block = new Block(Layout.of(1, 2));
        block.target(0)[0] = y;
        block.prediction(0)[0] = f[0];
        block.prediction(1)[0] = f[1];
        block.commit("file", 2, 1);
        double[] loss = new double[1];
        double[][] gradient = new double[2][1];
        new OfRow().evaluate(block, loss);
        new OfRow().gradient(block, gradient);
        return new double[] {loss[0], gradient[0][0], gradient[1][0]};
    }

    @Test
    void rows() {
        assertArrayEquals(new double[] {1, 3, 10}, row(7, INF, 5));
        assertArrayEquals(new double[] {1, 3, 10}, row(7, -INF, 5));
        assertArrayEquals(new double[] {0.5, 1.5, -INF}, row(7, 1, -INF));
        // An infinite target stays NaN: what it stands for is no limit of predictions.
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, 10}, row(INF, INF, 5));
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, 10}, row(7, Double.NaN, 5));
    }
}

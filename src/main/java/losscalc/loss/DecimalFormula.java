package losscalc.loss;

import losscalc.num.Rational;

/**
 * An algebraic loss of the decimals that stand in the file, as it is computed on paper: 0.1 against 0.3 has the squared
 * error 0.04. Everything is exact; what is printed is the nearest double. Where a number of the row is not finite, there
 * are no decimals to compute with, and the row is as in ordinary arithmetic.
 */
public final class DecimalFormula implements SampleFormula {
    private final AlgebraicFormula formula;

    /** The formula of the same loss in decimals. */
    public DecimalFormula(AlgebraicFormula formula) {
        this.formula = formula;
    }

    @Override
    public boolean isDecimal() {
        return true;
    }

    @Override
    public void evaluate(Block rows, double[] loss) {
        formula.evaluate(rows, loss);
        int pairs = rows.layout().targets();
        Rational[] exact = rows.decimals().losses(0);
        for (int i = 0; i < rows.rows(); i++) {
            exact[i] = isExact(rows, i) ? mean(rows, i, pairs) : null;
            if (exact[i] != null) {
                loss[i] = exact[i].toDouble();
            }
        }
    }

    @Override
    public void gradient(Block rows, double[][] gradient) {
        formula.gradient(rows, gradient);
        derivatives(rows, gradient, false);
    }

    @Override
    public void hessian(Block rows, double[][] hessian) {
        formula.hessian(rows, hessian);
        derivatives(rows, hessian, true);
    }

    /** The mean over the pairs of row i; null at a pole. */
    private Rational mean(Block rows, int i, int pairs) {
        Decimals decimals = rows.decimals();
        Rational sum = formula.loss(decimals.target(0)[i], decimals.prediction(0)[i]);
        for (int k = 1; k < pairs && sum.isFinite(); k++) {
            Rational next = formula.loss(decimals.target(k)[i], decimals.prediction(k)[i]);
            sum = next.isFinite() ? sum.plus(next) : next;
        }
        return sum.isFinite() ? sum.dividedBy(pairs) : null;
    }

    private void derivatives(Block rows, double[][] into, boolean second) {
        int pairs = rows.layout().targets();
        for (int i = 0; i < rows.rows(); i++) {
            for (int k = 0; k < pairs && isExact(rows, i); k++) {
                Rational y = rows.decimals().target(k)[i];
                Rational f = rows.decimals().prediction(k)[i];
                Rational slope = second ? formula.hessian(y, f) : formula.gradient(y, f);
                into[k][i] = slope.isFinite() ? slope.dividedBy(pairs).toDouble() : into[k][i];
            }
        }
    }

    private static boolean isExact(Block rows, int i) {
        Decimals decimals = rows.decimals();
        for (int k = 0; k < rows.layout().targets(); k++) {
            if (decimals.target(k)[i] == null || decimals.prediction(k)[i] == null) {
                return false;
            }
        }
        return true;
    }
}

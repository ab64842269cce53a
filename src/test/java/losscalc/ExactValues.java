package losscalc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntFunction;
import losscalc.loss.AlgebraicFormula;
import losscalc.loss.AnalyticFormula;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.num.Ball;
import losscalc.num.DoubleDouble;
import losscalc.num.Exactly;

/** Losses and gradients to about 31 digits, from as many bits as that takes. */
final class ExactValues {
    /** More than the differences in nearly all of these rows take away. */
    private static final int BITS = 320;

    private ExactValues() {}

    /** To about 31 digits, from as many bits as that takes. */
    private static DoubleDouble decided(IntFunction<Ball> number) {
        for (int bits = BITS; ; bits *= 2) {
            try {
                Ball ball = number.apply(bits);
                if (ball.isDecided() || bits >= 32 * BITS) {
                    return ball.toDoubleDouble();
                }
            } catch (Exactly.Undecided signal) {
                // Thrown up to some thousands of bits only.
                assertTrue(bits < 32 * BITS, "not decided");
            }
        }
    }

    static DoubleDouble loss(Subject subject, Row row) {
        if (!(subject.formula() instanceof AlgebraicFormula formula)) {
            return decided(bits -> loss(subject, row, bits));
        }
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int k = 0; k < row.target().length; k++) {
            sum = sum.plus(formula.loss(row.target()[k], row.prediction()[k]));
        }
        return sum.dividedBy(row.target().length);
    }

    private static Ball loss(Subject subject, Row row, int bits) {
        Ball[] f = Ball.of(row.prediction(), bits);
        if (subject.formula() instanceof RowFormula formula) {
            return formula.loss(row, f);
        }
        AnalyticFormula formula = (AnalyticFormula) subject.formula();
        Ball sum = Ball.of(0, bits);
        for (int k = 0; k < f.length; k++) {
            sum = sum.plus(formula.loss(Ball.of(row.target()[k], bits), f[k]));
        }
        return sum.dividedBy(f.length);
    }

    static DoubleDouble gradient(Subject subject, Row row, int k) {
        if (subject.formula() instanceof RowFormula formula) {
            return decided(bits -> {
                Ball[] f = Ball.of(row.prediction(), bits);
                Ball[] gradient = f.clone();
                formula.gradient(row, f, gradient);
                return gradient[k];
            });
        }
        DoubleDouble y = DoubleDouble.of(row.target()[k]);
        DoubleDouble f = DoubleDouble.of(row.prediction()[k]);
        DoubleDouble slope = subject.formula() instanceof AnalyticFormula formula
                ? formula.gradient(y, f)
                : ((AlgebraicFormula) subject.formula()).gradient(y, f);
        return slope.dividedBy(row.target().length);
    }
}

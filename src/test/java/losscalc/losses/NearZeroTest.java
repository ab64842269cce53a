package losscalc.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import losscalc.num.Ball;
import losscalc.num.DoubleDouble;
import losscalc.num.Exactly;
import losscalc.num.Real;
import org.junit.jupiter.api.Test;

/** Losses that change their sign, where they do, with a constant in them; references by mpmath with 400 bits, rounded once. */
class NearZeroTest {
    @Test
    void gaussian() {
        SpreadFormula formula = new GaussianNll.Equation(true, 0);
        assertEquals(-1.5379511901795955e-17, rounded(formula, 0.14881129270725924));
    }

    @Test
    void student() {
        assertEquals(5.972209965796678e-17, rounded(student(4), 0.3572472522403038));
        assertEquals(-5.890303839072441e-17, rounded(student(1), 0.28297051525704925));
        assertEquals(3.945285434624164e-17, rounded(student(2.5), 0.34101793186000295));
    }

    /** With a constant that is wrong, which the balls are not to believe. */
    private static SpreadFormula student(double df) {
        return new StudentNll.Equation(df, DoubleDouble.of(1));
    }

    private static double rounded(SpreadFormula formula, double spread) {
        Exactly loss = new Exactly() {
            @Override
            public Ball[] at(int bits) {
                return new Ball[] {loss(Ball.of(0, bits), Ball.of(0.1, bits), Ball.of(spread, bits))};
            }

            private <R extends Real<R>> R loss(R y, R f, R s) {
                return formula.loss(y, f, s);
            }
        };
        return Exactly.rounded(loss)[0];
    }
}

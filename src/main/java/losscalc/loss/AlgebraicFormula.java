package losscalc.loss;

import losscalc.num.DoubleDouble;
import losscalc.num.Field;
import losscalc.num.Rational;

/**
 * A loss of one target and one prediction that is made of + - * / and comparisons alone. It is written
 * once, for any arithmetic: in double-double for speed; in exact rationals where a square could leave
 * the range of a double, and where the user asks for the decimals of the file as they are written.
 */
public interface AlgebraicFormula extends PointFormula {
    /** More than the few operations of a loss in double-double can be wrong by. */
    double ERROR = 0x1p-97;

    /** The loss of target y and prediction f. */
    <R extends Field<R>> R loss(R y, R f);

    /** Its derivative with respect to f. */
    <R extends Field<R>> R gradient(R y, R f);

    /** Its second derivative with respect to f. */
    <R extends Field<R>> R hessian(R y, R f);

    @Override
    default DoubleDouble loss(double y, double f) {
        return loss(DoubleDouble.of(y), DoubleDouble.of(f));
    }

    @Override
    default DoubleDouble gradient(double y, double f) {
        // Where there is no residual there is no slope; comparisons alone would find one.
        return Double.isNaN(y - f) ? DoubleDouble.of(Double.NaN) : gradient(DoubleDouble.of(y), DoubleDouble.of(f));
    }

    @Override
    default double rounded(double y, double f) {
        if (Range.isMiddling(y) && Range.isMiddling(f)) {
            DoubleDouble loss = loss(y, f);
            if (isSettled(loss)) {
                return SampleFormula.rounded(loss);
            }
        } else if (!Double.isFinite(y) || !Double.isFinite(f)) {
            return SampleFormula.rounded(loss(y, f));
        }
        return loss(Rational.of(y), Rational.of(f)).toDouble();
    }

    @Override
    default double roundedMean(Block rows, int i) {
        boolean middling = true;
        boolean finite = true;
        for (int k = 0; k < rows.layout().targets(); k++) {
            double y = rows.target(k)[i];
            double f = rows.prediction(k)[i];
            middling &= Range.isMiddling(y) && Range.isMiddling(f);
            finite &= Double.isFinite(y) && Double.isFinite(f);
        }
        double mean = PointFormula.super.roundedMean(rows, i);
        return !finite || middling && isSettled(mean) ? mean : exactMean(rows, i);
    }

    private double exactMean(Block rows, int i) {
        int pairs = rows.layout().targets();
        Rational sum = Rational.of(0);
        for (int k = 0; k < pairs; k++) {
            Rational loss = loss(Rational.of(rows.target(k)[i]), Rational.of(rows.prediction(k)[i]));
            if (!loss.isFinite()) {
                return loss.toDouble();
            }
            sum = sum.plus(loss);
        }
        return sum.dividedBy(pairs).toDouble();
    }

    @Override
    default double roundedGradient(double y, double f) {
        if (Range.isMiddling(y) && Range.isMiddling(f)) {
            DoubleDouble gradient = gradient(y, f);
            if (isSettled(gradient)) {
                return SampleFormula.rounded(gradient);
            }
        } else if (!Double.isFinite(y) || !Double.isFinite(f)) {
            return SampleFormula.rounded(gradient(y, f));
        }
        return gradient(Rational.of(y), Rational.of(f)).toDouble();
    }

    @Override
    default DoubleDouble hessian(double y, double f) {
        return Double.isNaN(y - f) ? DoubleDouble.of(Double.NaN) : hessian(DoubleDouble.of(y), DoubleDouble.of(f));
    }

    @Override
    default double roundedHessian(double y, double f) {
        if (Range.isMiddling(y) && Range.isMiddling(f)) {
            DoubleDouble hessian = hessian(y, f);
            if (isSettled(hessian)) {
                return SampleFormula.rounded(hessian);
            }
        } else if (!Double.isFinite(y) || !Double.isFinite(f)) {
            return SampleFormula.rounded(hessian(y, f));
        }
        return hessian(Rational.of(y), Rational.of(f)).toDouble();
    }

    /**
     * Whether it is known how the result of middling numbers rounds: beside the middle between two doubles it is not.
     * Nothing overflows on the way there: what is infinite is a pole.
     */
    private static boolean isSettled(DoubleDouble result) {
        return isSettled(result.hi()) && result.isDecided(ERROR);
    }

    private static boolean isSettled(double result) {
        return Range.isMiddling(result) || !Double.isFinite(result);
    }
}

package losscalc.losses;

import java.util.List;
import losscalc.num.Rational;

/** The skill of squared errors, from exact sums: it is the coefficient of determination, bit for bit. */
record SquaredSkill(double divisor, boolean isFinite) implements MomentScore {
    @Override
    public double of(Moments sums) {
        return new DeterminationCoefficient.Equation(isFinite).of(sums);
    }

    @Override
    public double[] details(Moments sums) {
        Rational weight = sums.weight().times(divisor);
        return new double[] {
            sums.squaredErrors().dividedBy(weight).toDouble(),
            sums.targetSpread().dividedBy(weight).toDouble(),
            sums.meanTarget().toDouble()
        };
    }

    @Override
    public List<String> details(int predictions) {
        return List.of("loss", "baseline", "constant");
    }
}

package losscalc.losses;

import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.num.DoubleDouble;

/**
 * Probabilities that are held away from 0 and 1, and surprises that are held below a limit, as libraries do it
 * against infinite losses. What is held has no slope.
 *
 * @param free the probabilities as they are
 * @param lowest the least probability of the label 1; 0 when it is not held
 * @param highest the greatest
 * @param limit the greatest surprise
 */
record HeldBernoulli(Bernoulli free, double lowest, double highest, double limit) implements Bernoulli {
    static Bernoulli of(Bernoulli free, Setup setup) {
        // Another scale than that of probabilities is never clipped.
        boolean clipped = setup.scale() == Scale.PROBABILITY;
        return new HeldBernoulli(
                free,
                clipped ? setup.adjustments().clip() : 0,
                clipped ? setup.adjustments().highest() : 1,
                -setup.adjustments().logFloor());
    }

    @Override
    public DoubleDouble surprise(int label, double f) {
        DoubleDouble surprise = !isClipped(f)
                ? free.surprise(label, f)
                : label == 1
                        ? clipped(f).log().negate()
                        : clipped(f).negate().log1p().negate();
        return surprise.hi() > limit ? DoubleDouble.of(limit) : surprise;
    }

    @Override
    public DoubleDouble slope(int label, double f) {
        return isHeld(label, f) ? DoubleDouble.ZERO : free.slope(label, f);
    }

    @Override
    public DoubleDouble meanSlope(double y, double f) {
        boolean one = isHeld(1, f);
        boolean zero = isHeld(0, f);
        if (!one && !zero) {
            return free.meanSlope(y, f);
        }
        return slope(1, f).times(y).plus(slope(0, f).times(DoubleDouble.difference(1, y)));
    }

    @Override
    public DoubleDouble curvature(int label, double f) {
        return isHeld(label, f) ? DoubleDouble.ZERO : free.curvature(label, f);
    }

    @Override
    public DoubleDouble probability(int label, double f) {
        if (!isClipped(f)) {
            return free.probability(label, f);
        }
        return label == 1 ? clipped(f) : DoubleDouble.ONE.minus(clipped(f));
    }

    private boolean isHeld(int label, double f) {
        return isClipped(f) || free.surprise(label, f).hi() > limit;
    }

    private boolean isClipped(double f) {
        return lowest > 0 && (f < lowest || f > highest);
    }

    private DoubleDouble clipped(double f) {
        return DoubleDouble.of(f < lowest ? lowest : highest);
    }
}

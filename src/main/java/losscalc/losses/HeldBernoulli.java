package losscalc.losses;

import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.num.Real;

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
    public <R extends Real<R>> R surprise(int label, R f) {
        R surprise = !isClipped(f)
                ? free.surprise(label, f)
                : label == 1
                        ? clipped(f).log().negate()
                        : clipped(f).negate().log1p().negate();
        return surprise.compareTo(limit) > 0 ? f.constant(limit) : surprise;
    }

    @Override
    public <R extends Real<R>> R slope(int label, R f) {
        return isHeld(label, f) ? f.constant(0) : free.slope(label, f);
    }

    @Override
    public <R extends Real<R>> R meanSlope(R y, R f) {
        boolean one = isHeld(1, f);
        boolean zero = isHeld(0, f);
        if (!one && !zero) {
            return free.meanSlope(y, f);
        }
        return slope(1, f).times(y).plus(slope(0, f).times(y.negate().plus(1)));
    }

    @Override
    public <R extends Real<R>> R curvature(int label, R f) {
        return isHeld(label, f) ? f.constant(0) : free.curvature(label, f);
    }

    @Override
    public <R extends Real<R>> R probability(int label, R f) {
        if (!isClipped(f)) {
            return free.probability(label, f);
        }
        return label == 1 ? clipped(f) : clipped(f).negate().plus(1);
    }

    @Override
    public Bernoulli unlimited() {
        return lowest > 0 ? new HeldBernoulli(free, lowest, highest, Double.POSITIVE_INFINITY) : free;
    }

    private <R extends Real<R>> boolean isHeld(int label, R f) {
        // At a limit of 0 no surprise is left, not even that of 1, which is where all others are held.
        return isClipped(f) || limit == 0 || free.surprise(label, f).compareTo(limit) > 0;
    }

    private <R extends Real<R>> boolean isClipped(R f) {
        return lowest > 0 && (f.compareTo(lowest) < 0 || f.compareTo(highest) > 0);
    }

    private <R extends Real<R>> R clipped(R f) {
        return f.constant(f.compareTo(lowest) < 0 ? lowest : highest);
    }
}

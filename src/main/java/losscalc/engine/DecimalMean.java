package losscalc.engine;

import losscalc.num.Rational;
import losscalc.num.RationalSum;

/** The exact sum and mean of exact losses, weighted where there are weights. */
final class DecimalMean {
    private final RationalSum sum = new RationalSum();
    private final RationalSum weights = new RationalSum();
    private boolean finite = true;

    /**
     * @param loss the loss, or null where it is not finite
     * @param weight its weight, or null where all are 1
     */
    void add(Rational loss, Rational weight) {
        if (loss == null) {
            finite = false;
            return;
        }
        sum.add(weight == null ? loss : loss.times(weight));
        weights.add(weight == null ? Rational.of(1) : weight);
    }

    /** Whether every loss was finite, and some row weighs anything. */
    boolean isDefined() {
        return finite && weights.value().signum() != 0;
    }

    double sum() {
        return sum.value().toDouble();
    }

    double mean() {
        return exactMean().toDouble();
    }

    double rootMean() {
        return exactMean().root();
    }

    double expMean() {
        return exactMean().exp();
    }

    private Rational exactMean() {
        return sum.value().dividedBy(weights.value());
    }
}

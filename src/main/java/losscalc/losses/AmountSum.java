package losscalc.losses;

import losscalc.num.Ball;
import losscalc.num.DoubleDouble;
import losscalc.num.ExactSum;

/** A sum of amounts, each times numbers of at least 0. */
final class AmountSum {
    /** An amount is off by less than that power of two, relative to it. */
    private static final int ERROR = -92;

    /** And by less than this, where it is too small for an exact sum. */
    private static final int LEAST = -3990;

    private final int bits;
    private final boolean isExact;
    /** Of the amounts as they are known, exactly. */
    private final ExactSum quick = new ExactSum();

    /** The sum instead, where more bits are asked for. */
    private Ball fine;

    /**
     * The sum of nothing yet.
     *
     * @param bits of the amounts
     * @param isExact whether they are exact
     */
    AmountSum(int bits, boolean isExact) {
        this.bits = bits;
        this.isExact = isExact;
        fine = Ball.of(0, bits);
    }

    /** So many of them. */
    static AmountSum[] of(int n, int bits, boolean isExact) {
        AmountSum[] sums = new AmountSum[n];
        for (int k = 0; k < n; k++) {
            sums[k] = new AmountSum(bits, isExact);
        }
        return sums;
    }

    /** Adds an amount times two numbers. */
    void add(double w, double x, Amount amount) {
        if (bits > Amount.QUICK) {
            fine = fine.plus(amount.fine().times(w).times(x));
        } else if (amount.fine() == null) {
            quick.addProduct(w, x, amount.quick());
        } else {
            quick.addProduct(w, x, amount.fine());
        }
    }

    /** Adds an amount times a sum. */
    void add(ExactSum w, Amount amount) {
        if (bits > Amount.QUICK) {
            fine = fine.plus(amount.fine().times(w.toBall(bits)));
        } else {
            DoubleDouble factor = w.toDoubleDouble();
            add(1, factor.hi(), amount);
            add(1, factor.lo(), amount);
        }
    }

    void merge(AmountSum other) {
        quick.merge(other.quick);
        fine = fine.plus(other.fine);
    }

    boolean isFinite() {
        return quick.isFinite();
    }

    /** As good as the sum where it is not a number. */
    double toDouble() {
        return quick.toDouble();
    }

    /** The sum, and what is not known of it; it must be a number. */
    Ball toBall(int most) {
        if (bits > Amount.QUICK || quick.isZero()) {
            return fine;
        }
        Ball sum = quick.toBall(most);
        return isExact ? sum : sum.blurred(Math.max(sum.size() + ERROR, LEAST));
    }

    /** log(1 + sum), as an amount. */
    Amount log1p() {
        if (bits > Amount.QUICK) {
            Ball log = fine.log1p();
            return new Amount(log.toDoubleDouble(), log);
        }
        DoubleDouble log = quick.toDoubleDouble().log1p();
        return new Amount(log, log.hi() < Amount.LEAST ? quick.toBall(bits).log1p() : null);
    }
}

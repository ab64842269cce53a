package losscalc.losses;

import losscalc.loss.AlgebraicFormula;
import losscalc.loss.PointFormula;
import losscalc.losses.Targets.NearSlope;

/**
 * Two constants between which the slope of a sum of losses changes its sign, as near to one another as sums in doubles can
 * tell. They are looked for as a root is, with the false position (Illinois), and halfway where that is slow.
 *
 * <p>The sign at both is beyond doubt by several times what the rounding of the slopes could change, so that it is the same
 * all the way beyond them.
 */
final class SlopeBracket {
    /** Steps after which a slope that bends has been found; one that jumps has not. */
    private static final int STEPS = 16;

    /** So few doubles between the two are soon gone through. */
    private static final long NARROW = 64;

    private final PointFormula formula;
    private Targets targets;
    private long below;
    private long above;
    /** The slopes at the two; NaN where it is the end of the range, and was not asked for. */
    private double slopeBelow = Double.NaN;

    private double slopeAbove = Double.NaN;

    SlopeBracket(PointFormula formula, Targets targets, double low, double high) {
        this.formula = formula;
        this.targets = targets;
        below = Doubles.key(low);
        above = Doubles.key(high);
        narrow();
        leaveOut();
    }

    /** What is known of the slope: whether it is surely negative (-1) or positive (1) there; else 0. */
    int sign(double constant) {
        long key = Doubles.key(constant);
        return key <= below && slopeBelow < 0 ? -1 : key >= above && slopeAbove > 0 ? 1 : 0;
    }

    /** The targets that decide where the sign is 0. */
    Targets targets() {
        return targets;
    }

    private void narrow() {
        double weightBelow = 1;
        double weightAbove = 1;
        int side = 0;
        int slow = 0;
        for (int step = 1; below + 1 < above; step++) {
            long half = Doubles.half(below, above);
            double from = slopeBelow * weightBelow;
            double to = slopeAbove * weightAbove;
            double a = Doubles.number(below);
            double b = Doubles.number(above);
            double root = slow > 2 ? Double.NaN : a + (b - a) * (from / (from - to));
            long next = root >= a && root <= b ? Doubles.key(root) : Doubles.middle(below, above);
            next = Math.max(below + 1, Math.min(above - 1, next));
            NearSlope slope = targets.nearSlope(formula, Doubles.number(next));
            if (!(Math.abs(slope.sum()) > slope.error())) {
                widen(Doubles.number(next), slope.error());
                return;
            }
            // The end that stays for a second time counts half.
            weightBelow = slope.sum() < 0 ? 1 : side > 0 ? weightBelow / 2 : weightBelow;
            weightAbove = slope.sum() > 0 ? 1 : side < 0 ? weightAbove / 2 : weightAbove;
            side = slope.sum() < 0 ? -1 : 1;
            take(next, slope);
            slow = slow <= 2 && Doubles.half(below, above) > half / 4 ? slow + 1 : 0;
            if (step % STEPS == 0) {
                leaveOut();
            }
        }
    }

    /** Looks for the two on either side of a constant at which nothing can be said; nearer, when the slope is known. */
    private void widen(double middle, double error) {
        for (int round = 0; round < 3 && error < Double.POSITIVE_INFINITY; round++) {
            double width = Doubles.number(above) - Doubles.number(below);
            double step = 2 * error * width / (slopeAbove - slopeBelow);
            if (width <= 8 * step) {
                return;
            }
            step = step > 0 ? Math.max(step, Math.ulp(middle)) : Math.ulp(middle);
            find(middle, -1, step);
            find(middle, 1, step);
        }
    }

    private void find(double middle, int side, double step) {
        double away = step;
        for (double factor = 8; ; factor *= factor) {
            long next = Doubles.key(middle + side * away);
            if (next <= below || next >= above) {
                return;
            }
            NearSlope slope = targets.nearSlope(formula, Doubles.number(next));
            if (side * slope.sum() > slope.error()) {
                take(next, slope);
                return;
            }
            away *= factor;
        }
    }

    private void take(long key, NearSlope slope) {
        if (slope.sum() < 0) {
            below = key;
            slopeBelow = slope.sum();
        } else {
            above = key;
            slopeAbove = slope.sum();
        }
    }

    /** Where the slope jumps rather than bends, few rows have a say between the two. */
    private void leaveOut() {
        if (Doubles.half(below, above) > NARROW && formula instanceof AlgebraicFormula) {
            targets = targets.between(formula, Doubles.number(below), Doubles.number(above));
        }
    }
}

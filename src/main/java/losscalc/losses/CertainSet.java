package losscalc.losses;

import losscalc.loss.Row;
import losscalc.loss.SetFormula;
import losscalc.num.Ball;
import losscalc.num.Exactly;

/**
 * A set of rows whose loss is rounded without doubt: by its sums, where these tell how it rounds; else by its rows again,
 * with more bits, as long as there is room to keep them.
 */
final class CertainSet implements SetFormula.Accumulator {
    /** More bits of more rows are not asked for: some seconds. */
    private static final long MOST_WORK = 1L << 24;

    /** What is as near as this to the middle between two doubles counts as the middle. */
    private static final int MIDDLE = 80;

    private final SumsFormula formula;
    private final SumsFormula.Sums sums;
    private final KeptRows rows;

    CertainSet(SumsFormula formula) {
        this.formula = formula;
        sums = formula.sums(Amount.QUICK);
        rows = new KeptRows(formula.isExact() ? null : formula.room());
    }

    @Override
    public void add(Row row, double weight) {
        sums.add(row, weight);
        rows.add(row, weight);
    }

    @Override
    public void close() {
        sums.close();
        rows.close();
    }

    @Override
    public void merge(SetFormula.Accumulator other) {
        CertainSet set = (CertainSet) other;
        sums.merge(set.sums);
        rows.addAll(set.rows);
    }

    @Override
    public double value() {
        Ball loss = loss(sums, Exactly.FIRST_BITS);
        for (int bits = 2 * Exactly.FIRST_BITS; !isDecided(loss) && isWorthwhile(bits); bits *= 2) {
            SumsFormula.Sums finer = sums;
            if (!formula.isExact()) {
                finer = formula.sums(bits);
                rows.addTo(finer);
            }
            loss = loss(finer, bits);
        }
        if (!isDecided(loss)) {
            loss = sums.loss(Ball.MOST_BITS);
            loss = loss.mayBeZero() ? loss.constant(0) : loss.midpointWith(MIDDLE);
        }
        return loss.toDouble() + 0.0;
    }

    private boolean isWorthwhile(int bits) {
        return bits <= Ball.MOST_BITS
                && (formula.isExact()
                        || rows.areAll() && (bits == 2 * Exactly.FIRST_BITS || bits * rows.size() <= MOST_WORK));
    }

    private static boolean isDecided(Ball loss) {
        return loss != null && loss.isDecided();
    }

    /** Null where more bits are needed to say anything. */
    private static Ball loss(SumsFormula.Sums sums, int bits) {
        try {
            return sums.loss(bits);
        } catch (Exactly.Undecided signal) {
            return null;
        }
    }
}

package losscalc.input;

/**
 * What became of the rows.
 *
 * @param read rows of the files
 * @param missing left out for an empty or unreadable cell
 * @param nonfinite left out for NaN or an infinity
 * @param ragged left out for too many or too few fields
 * @param ignored left out for the class index that takes no part
 */
public record Counts(long read, long missing, long nonfinite, long ragged, long ignored) {
    /** Rows left out, for whatever reason. */
    public long skipped() {
        return missing + nonfinite + ragged + ignored;
    }

    /** {@code of 442 rows read, 26 skipped (20 missing, 6 not finite)}; empty when none was. */
    public String skippedText() {
        if (skipped() == 0) {
            return "";
        }
        String[] reasons = {"missing", "not finite", "ragged", "ignored"};
        long[] counts = {missing, nonfinite, ragged, ignored};
        StringBuilder text = new StringBuilder("of ").append(read).append(read == 1 ? " row read, " : " rows read, ");
        text.append(skipped()).append(" skipped");
        String before = " (";
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                text.append(before);
                text.append(counts[i] == skipped() ? "" : counts[i] + " ").append(reasons[i]);
                before = ", ";
            }
        }
        return text.append(')').toString();
    }

    /** Rows that took part. */
    public long used() {
        return read - skipped();
    }
}

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

    /** Rows that took part. */
    public long used() {
        return read - skipped();
    }
}

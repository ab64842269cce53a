package losscalc.loss;

/** What a target column holds. */
public enum Target {
    /** A number, paired with one prediction. */
    NUMBER("a number"),
    /** 0 or 1 (or a label that {@code --positive} or {@code --classes} maps to them), paired with one prediction. */
    BINARY("0 or 1"),
    /**
     * One of C classes: an index 0..C-1 or a label in one column, or C columns that are one-hot or a
     * distribution. With one prediction column this is {@link #BINARY}.
     */
    CLASS("a class index, a class label, one-hot columns or a distribution");

    private final String meaning;

    Target(String meaning) {
        this.meaning = meaning;
    }

    /** In words, for the documentation. */
    public String meaning() {
        return meaning;
    }

    /** The kind that is meant when there are so many prediction columns. */
    public Target forPredictions(int columns) {
        return this == CLASS && columns == 1 ? BINARY : this;
    }
}

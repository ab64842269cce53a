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
    CLASS("a class index, a class label, one-hot columns or a distribution"),
    /** -1 or +1 (or a label that {@code --positive} or {@code --classes} maps to them), paired with one prediction. */
    SIGN("-1 or +1"),
    /** As many columns as there are predictions, each 0 or 1: any number of labels may be true at once. */
    LABELS("a column of 0 or 1 for each prediction"),
    /** As many columns as there are predictions: a distribution, so each row sums to one. */
    DISTRIBUTION("a distribution: columns that sum to one"),
    /** As many columns as there are predictions: a vector. */
    VECTOR("a vector: a column for each prediction");

    private final String meaning;

    Target(String meaning) {
        this.meaning = meaning;
    }

    /** In words, for the documentation. */
    public String meaning() {
        return meaning;
    }

    /** Whether it is one number, so that several targets and predictions are several pairs. */
    public boolean isSingle() {
        return this == NUMBER || this == BINARY || this == SIGN;
    }

    /** Whether it tells how much of a row a class has: 0, 1, or what lies between. */
    public boolean isShare() {
        return this != NUMBER && this != SIGN && this != VECTOR;
    }

    /** The kind that is meant when there are so many prediction columns. */
    public Target forPredictions(int columns) {
        return this == CLASS && columns == 1 ? BINARY : this;
    }
}

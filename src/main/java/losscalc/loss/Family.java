package losscalc.loss;

/** The groups of the dictionary, in the order in which they are listed. */
public enum Family {
    REGRESSION("Regression"),
    CLASSIFICATION("Classification");

    private final String title;

    Family(String title) {
        this.title = title;
    }

    /** The heading of the group. */
    public String title() {
        return title;
    }
}

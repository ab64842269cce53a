package losscalc.loss;

/** The groups of the dictionary, in the order in which they are listed. */
public enum Family {
    REGRESSION("Regression"),
    LIKELIHOOD("Counts, positive values, likelihoods"),
    BINARY("Binary"),
    MULTICLASS("Multi-class and multi-label"),
    DISTRIBUTION("Distributions, vectors, ranking"),
    SCORE("Scores");

    private final String title;

    Family(String title) {
        this.title = title;
    }

    /** The heading of the group. */
    public String title() {
        return title;
    }
}

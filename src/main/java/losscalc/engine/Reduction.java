package losscalc.engine;

/** Which aggregate is the value of the run. */
public enum Reduction {
    MEAN("mean"),
    SUM("sum"),
    /** The square root of the mean. */
    ROOT("root"),
    /** No aggregate: the samples alone. */
    NONE("none");

    private final String word;

    Reduction(String word) {
        this.word = word;
    }

    /** Its word on the command line. */
    public String word() {
        return word;
    }
}

package losscalc.engine;

/** Which aggregate is the value of the run. */
public enum Reduction {
    MEAN("mean"),
    SUM("sum"),
    /** The square root of the mean. */
    ROOT("root"),
    /** e to the mean. */
    EXP("exp"),
    /** The median, which knows no weights. */
    MEDIAN("median"),
    /** The greatest. */
    MAX("max"),
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

    /** Whether it is made of the losses of single rows, so that the loss of a set has no such thing. */
    public boolean isOfSamples() {
        return this == ROOT || this == EXP || this == MEDIAN || this == MAX;
    }

    /** Whether it is no other figure's name, and stands among the figures only where it is asked for. */
    public boolean isExtra() {
        return this == ROOT || this == EXP || this == MEDIAN;
    }

    /** Whether it is made of the sums that the spread is made of. */
    public boolean needsSpread() {
        return this == ROOT || this == EXP;
    }
}

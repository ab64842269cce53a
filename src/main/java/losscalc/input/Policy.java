package losscalc.input;

/** What is done with a row that cannot be used as it stands. */
public enum Policy {
    /** The run ends with an error that names the place. */
    ERROR("error"),
    /** The row is left out and counted. */
    SKIP("skip"),
    /** The value takes part as it is. */
    PROPAGATE("propagate");

    private final String word;

    Policy(String word) {
        this.word = word;
    }

    /** Its word on the command line. */
    public String word() {
        return word;
    }
}

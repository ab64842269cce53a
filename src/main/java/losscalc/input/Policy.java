package losscalc.input;

/** What is done with a row that cannot be used as it stands. */
public enum Policy {
    /** The run ends with an error that names the place. */
    ERROR,
    /** The row is left out and counted. */
    SKIP,
    /** The value takes part as it is. */
    PROPAGATE
}

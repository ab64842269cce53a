package losscalc.problem;

/** The exit codes of the program. */
public enum Exit {
    /** All went well. */
    OK(0),
    /** A check that was asked for failed, such as {@code --fail-above}. */
    CHECK_FAILED(1),
    /** The command line cannot be carried out as it stands. */
    USAGE(2),
    /** The data cannot be read in full, or is outside the domain of the loss. */
    DATA(3),
    /** A file or stream could not be read or written. */
    IO(4),
    /** A fault of the tool itself. */
    FAULT(70),
    /** Interrupted from the keyboard. */
    INTERRUPTED(130),
    /** The reader of standard output went away. */
    BROKEN_PIPE(141);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /** The number that the shell sees. */
    public int code() {
        return code;
    }
}

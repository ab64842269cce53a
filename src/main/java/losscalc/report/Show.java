package losscalc.report;

/** Which part of the output is wanted. */
public enum Show {
    ALL("all"),
    SAMPLES("samples"),
    SUMMARY("summary");

    private final String word;

    Show(String word) {
        this.word = word;
    }

    /** Its word on the command line. */
    public String word() {
        return word;
    }

    /** Whether the samples are part of it. */
    public boolean hasSamples() {
        return this != SUMMARY;
    }

    /** Whether the aggregates are part of it. */
    public boolean hasSummary() {
        return this != SAMPLES;
    }
}

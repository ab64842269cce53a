package losscalc.report;

/** The forms of output. */
public enum Format {
    TEXT("text"),
    CSV("csv"),
    TSV("tsv"),
    JSON("json"),
    JSONL("jsonl"),
    MARKDOWN("markdown"),
    LATEX("latex");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    /** Its word on the command line. */
    public String word() {
        return word;
    }

    /**
     * Whether samples and aggregates can stand in one document of this form. A CSV file has one header,
     * so it holds the one or the other.
     */
    public boolean holdsBoth() {
        return this != CSV && this != TSV;
    }

    /** Whether it is one sample a line, and may end behind any of them. */
    public boolean isOfLines() {
        return !holdsBoth() || this == JSONL;
    }

    /**
     * The renderer of this form.
     *
     * @param out where it prints
     * @param style how it is to look
     */
    public Renderer renderer(Output out, Style style) {
        switch (this) {
            case CSV:
                return new Delimited(out, style, ',');
            case TSV:
                return new Delimited(out, style, '\t');
            case JSON:
                return new Json(out, style);
            case JSONL:
                return new JsonLines(out, style);
            case MARKDOWN, LATEX:
                return Whole.of(this == MARKDOWN, out, style);
            default:
                return new Text(out, style);
        }
    }
}

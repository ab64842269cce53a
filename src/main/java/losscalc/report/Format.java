package losscalc.report;

/** The forms of output. */
public enum Format {
    TEXT("text"),
    CSV("csv"),
    TSV("tsv"),
    JSON("json"),
    JSONL("jsonl"),
    MARKDOWN("markdown");

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

    /**
     * The renderer of this form.
     *
     * @param out where it prints
     * @param show which part it prints
     * @param digits significant digits, for the forms that people read
     */
    public Renderer renderer(Output out, Show show, int digits) {
        switch (this) {
            case CSV:
                return new Delimited(out, show, ',');
            case TSV:
                return new Delimited(out, show, '\t');
            case JSON:
                return new Json(out, show);
            case JSONL:
                return new JsonLines(out, show);
            case MARKDOWN:
                return new Markdown(out, show, digits);
            default:
                return new Text(out, show, digits);
        }
    }
}

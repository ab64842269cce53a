package losscalc.loss;

/** What a prediction column holds. It is said by the user ({@code --from}), never guessed from the values. */
public enum Scale {
    /** A value on the scale of the target. */
    VALUE("value", Interval.REAL),
    /** The natural logarithm of a value. */
    LOG("log", Interval.REAL),
    /** A probability. */
    PROBABILITY("probability", Interval.UNIT),
    /** A logit: the score before the logistic function, or before softmax. */
    LOGIT("logit", Interval.REAL),
    /** The natural logarithm of a probability. */
    LOG_PROBABILITY("log-probability", Interval.NON_POSITIVE);

    private final String word;
    private final Interval domain;

    Scale(String word, Interval domain) {
        this.word = word;
        this.domain = domain;
    }

    /** Its word on the command line. */
    public String word() {
        return word;
    }

    /** Where such predictions lie, unless the card of the loss says more. */
    public Interval domain() {
        return domain;
    }
}

package losscalc.loss;

/** A page of the dictionary: what a loss is, and how it is computed. */
public interface Loss {
    /** Everything that is said about it. */
    Card card();

    /** The same for these parameters, where the domain of a column depends on them. */
    default Card card(Setup setup) {
        return card();
    }

    /** Why it is not defined for so many prediction columns, or null where it is. */
    default String refusal(Setup setup) {
        return null;
    }

    /** The formula for these parameters and columns; the values have been checked against the card. */
    Formula formula(Setup setup);
}

package losscalc.loss;

/**
 * A loss that is ready to compute: its parameters are fixed, its columns are known. Either each row has a
 * loss of its own ({@link SampleFormula}), or only a set of rows has one ({@link SetFormula}).
 */
public sealed interface Formula permits SampleFormula, SetFormula {
    /** Whether it takes the numbers as their decimals say, so that a block has to keep these. */
    default boolean isDecimal() {
        return false;
    }
}

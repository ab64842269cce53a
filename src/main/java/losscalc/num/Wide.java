package losscalc.num;

/** The last resort of {@link Elementary}, reached about once in 10<sup>13</sup> arguments. */
final class Wide {
    /** What can be computed here. */
    enum Function {
        LOG,
        LOG1P,
        EXP,
        SOFTPLUS
    }

    private Wide() {}

    /** The value, rounded to nearest. */
    static double rounded(Function function, double x) {
        Exactly value = new Exactly() {
            @Override
            public Ball[] at(int bits) {
                return new Ball[] {value(function, Ball.of(x, bits))};
            }
        };
        return Exactly.rounded(value)[0];
    }

    private static Ball value(Function function, Ball x) {
        return switch (function) {
            case LOG -> x.log();
            case LOG1P -> x.log1p();
            case EXP -> x.exp();
            case SOFTPLUS -> x.softplus();
        };
    }
}

package losscalc.loss;

/** The step on the way to a loss that a reader would check by hand, shown beside each sample. */
public enum Working {
    /** Nothing between the columns and the loss. */
    NONE(""),
    /** Target minus prediction. */
    RESIDUAL("residual"),
    /** The probability that was given to what is true. */
    TRUE_PROBABILITY("p(true)");

    private final String title;

    Working(String title) {
        this.title = title;
    }

    /** The heading of its column. */
    public String title() {
        return title;
    }

    /** Its value for one row of target and prediction; NaN where the row has no single one. */
    public double of(double[] target, double[] prediction) {
        switch (this) {
            case RESIDUAL:
                return target.length == 1 ? target[0] - prediction[0] : Double.NaN;
            case TRUE_PROBABILITY:
                return trueProbability(target, prediction);
            default:
                return Double.NaN;
        }
    }

    private static double trueProbability(double[] target, double[] prediction) {
        if (target.length == 1) {
            double p = prediction[0];
            return target[0] == 1 ? p : target[0] == 0 ? 1 - p : Double.NaN;
        }
        for (int k = 0; k < target.length; k++) {
            if (target[k] == 1) {
                return prediction[k];
            }
        }
        return Double.NaN;
    }
}

package losscalc.loss;

import java.util.List;

/**
 * What a run asks of a loss: the values of its parameters, what the predictions are, and how many
 * columns there are. A formula is made from it once, before any row is read.
 */
public final class Setup {
    private final List<Param> params;
    private final double[][] values;
    private final Scale scale;
    private final int predictions;
    private final Adjustments adjustments;

    /**
     * @param params the parameters of the card
     * @param values their values, in the same order; NaN for an optional one that is left out; more than one
     *     for a list
     * @param scale what the prediction columns hold
     * @param predictions how many prediction columns there are
     * @param adjustments what options that many losses share change of the formula
     */
    public Setup(List<Param> params, double[][] values, Scale scale, int predictions, Adjustments adjustments) {
        this.params = params;
        this.values = values.clone();
        this.scale = scale;
        this.predictions = predictions;
        this.adjustments = adjustments;
    }

    /** The same where no parameter is a list. */
    public Setup(List<Param> params, double[] values, Scale scale, int predictions, Adjustments adjustments) {
        this(params, each(values), scale, predictions, adjustments);
    }

    private static double[][] each(double[] values) {
        double[][] lists = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            lists[i] = new double[] {values[i]};
        }
        return lists;
    }

    /** The loss as it is when nothing is said: default parameters, one prediction column of its first scale. */
    public static Setup byDefault(Card card) {
        double[] values = new double[card.params().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = card.params().get(i).byDefault();
        }
        return new Setup(card.params(), values, card.scales().get(0), 1, Adjustments.NONE);
    }

    /** The same with another scale and number of prediction columns. */
    public Setup with(Scale newScale, int newPredictions) {
        return new Setup(params, values, newScale, newPredictions, adjustments);
    }

    /** The same with other adjustments. */
    public Setup with(Adjustments others) {
        return new Setup(params, values, scale, predictions, others);
    }

    /** The value of a parameter; NaN for an optional one that is left out. */
    public double value(Param param) {
        return values(param)[0];
    }

    /** All values of a parameter; more than one where it is a list. */
    public double[] values(Param param) {
        int i = params.indexOf(param);
        if (i < 0) {
            throw new IllegalArgumentException("the card does not list the parameter " + param.name());
        }
        return values[i];
    }

    /** What the prediction columns hold. */
    public Scale scale() {
        return scale;
    }

    /** How many prediction columns there are. */
    public int predictions() {
        return predictions;
    }

    /** What options that many losses share change of the formula. */
    public Adjustments adjustments() {
        return adjustments;
    }
}

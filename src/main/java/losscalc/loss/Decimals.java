package losscalc.loss;

import losscalc.num.Rational;

/**
 * The numbers of a block as their decimals say, beside the doubles nearest to them: what {@code --arithmetic decimal}
 * computes with. A number that is not finite has none.
 */
public final class Decimals {
    private final Rational[][] targets;
    private final Rational[][] predictions;
    private final Rational[] weights;
    private final Rational[][] losses;

    Decimals(Layout layout) {
        targets = new Rational[layout.targets()][Block.CAPACITY];
        predictions = new Rational[layout.predictions()][Block.CAPACITY];
        weights = new Rational[layout.weighted() ? Block.CAPACITY : 0];
        losses = new Rational[layout.predictions()][Block.CAPACITY];
    }

    private Decimals(Decimals whole, int model) {
        targets = whole.targets;
        predictions = new Rational[][] {whole.predictions[model]};
        weights = whole.weights;
        losses = new Rational[][] {whole.losses[model]};
    }

    Decimals model(int k) {
        return new Decimals(this, k);
    }

    /** Target column k. */
    public Rational[] target(int k) {
        return targets[k];
    }

    /** Prediction column k. */
    public Rational[] prediction(int k) {
        return predictions[k];
    }

    /** The weights; no elements when all rows weigh the same. */
    public Rational[] weights() {
        return weights;
    }

    /** The exact losses of model k, null where there is none; the first when there is one model. */
    public Rational[] losses(int k) {
        return losses[k];
    }
}

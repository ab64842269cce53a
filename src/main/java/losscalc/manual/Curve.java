package losscalc.manual;

import java.util.Arrays;
import losscalc.loss.Block;
import losscalc.loss.Card;
import losscalc.loss.Interval;
import losscalc.loss.Layout;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.SampleFormula;
import losscalc.loss.Scale;
import losscalc.loss.Setup;

/**
 * A loss as a function of one number: the residual, the margin, the probability of the true label, or the prediction.
 * The values are those of its formula with default parameters.
 */
final class Curve {
    /** So many places, of which a character has two side by side. */
    static final int POINTS = 2 * Plot.COLUMNS;

    private final Loss loss;
    private final Card card;
    private final Setup setup;
    /** The targets and the predictions of the row at x. */
    private final Kind kind;

    private final double from;
    private final double to;

    private enum Kind {
        RESIDUAL("residual y - f"),
        PREDICTION("prediction f, at the target y = 1"),
        MARGIN("margin y z, of the label y and the score z"),
        PROBABILITY("probability of the true label"),
        DISTANCE("distance, of a pair that is alike"),
        OF_TWO("probability of the true class, of two classes"),
        LEAD("lead of the true class over the other, of two classes"),
        SHARE("probability of the first of two classes, whose true one is 0.7");

        private final String axis;

        Kind(String axis) {
            this.axis = axis;
        }
    }

    private Curve(Loss loss, Kind kind) {
        this.loss = loss;
        this.kind = kind;
        card = loss.card();
        boolean isTwo = kind == Kind.OF_TWO || kind == Kind.LEAD || kind == Kind.SHARE;
        setup = Setup.byDefault(card).with(scale(), isTwo ? 2 : 1);
        boolean isUnit = kind == Kind.PROBABILITY || kind == Kind.OF_TWO || kind == Kind.SHARE;
        boolean isPositive = kind == Kind.PREDICTION || kind == Kind.DISTANCE;
        to = isUnit ? 1 : isPositive ? 3 : Math.rint(Math.max(3, 1.7 * widest(card)));
        from = isUnit || isPositive ? 0 : -to;
    }

    /** The picture of a loss; null where it is no function of one number. */
    static String of(Loss loss) {
        Kind kind = kind(loss);
        if (kind == null) {
            return null;
        }
        Curve curve = new Curve(loss, kind);
        return Plot.of(curve.values(), curve.from, curve.to, curve.caption());
    }

    private static Kind kind(Loss loss) {
        Card card = loss.card();
        boolean hasProbability = card.scales().contains(Scale.PROBABILITY);
        if (card.isOfSets() || card.parts() > 1 || card.fewestPredictions() > 2) {
            return null;
        }
        switch (card.target()) {
            case NUMBER:
                return card.mostPredictions() > 1 ? null : isOfResidual(loss) ? Kind.RESIDUAL : Kind.PREDICTION;
            case SIGN:
                return card.fewestPredictions() > 1 ? null : card.isSigned() ? Kind.DISTANCE : Kind.MARGIN;
            case BINARY:
                return hasProbability ? Kind.PROBABILITY : Kind.DISTANCE;
            case CLASS:
                return card.fewestPredictions() < 2 ? Kind.PROBABILITY : hasProbability ? Kind.OF_TWO : Kind.LEAD;
            case DISTRIBUTION:
                return hasProbability ? Kind.SHARE : null;
            default:
                return null;
        }
    }

    private Scale scale() {
        boolean isProbability = kind == Kind.PROBABILITY || kind == Kind.OF_TWO || kind == Kind.SHARE;
        return isProbability ? Scale.PROBABILITY : card.scales().get(0);
    }

    /** Whether only the difference of target and prediction matters. */
    private static boolean isOfResidual(Loss loss) {
        Card card = loss.card();
        if (!card.targetDomain().equals(Interval.REAL)
                || !card.predictionDomain(Scale.VALUE).equals(Interval.REAL)) {
            return false;
        }
        Curve curve = new Curve(loss, Kind.RESIDUAL);
        double[] there = curve.losses(new double[] {4, 4, -6}, new double[] {4.5, 2, -6});
        double[] here = curve.losses(new double[] {1, 1, 1}, new double[] {1.5, -1, 1});
        return Arrays.equals(here, there);
    }

    /** The largest parameter that says where a residual is large. */
    private static double widest(Card card) {
        double widest = 0;
        for (Param param : card.params()) {
            if (param.name().equals("c") || param.name().equals("delta")) {
                widest = Math.max(widest, param.byDefault());
            }
        }
        return widest;
    }

    /** The losses at places from one end to the other; NaN outside the domain. */
    private double[] values() {
        double[] target = new double[POINTS];
        double[] prediction = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double x = from + (to - from) * i / (POINTS - 1);
            target[i] = kind == Kind.RESIDUAL ? 0 : kind == Kind.SHARE ? 0.7 : 1;
            prediction[i] = kind == Kind.RESIDUAL ? 0 - x : x;
        }
        double[] values = losses(target, prediction);
        for (int i = 0; i < POINTS; i++) {
            if (!card.predictionDomain(scale()).contains(prediction[i])) {
                values[i] = Double.NaN;
            }
        }
        return values;
    }

    private double[] losses(double[] target, double[] prediction) {
        int columns = setup.predictions();
        int targets = card.target().isSingle() || columns == 1 ? 1 : columns;
        Block rows = new Block(new Layout(targets, columns, card.extras().size(), false, false, false));
        for (int i = 0; i < target.length; i++) {
            rows.target(0)[i] = target[i];
            rows.prediction(0)[i] = prediction[i];
            if (columns == 2) {
                rows.target(1)[i] = 1 - target[i];
                rows.prediction(1)[i] = kind == Kind.LEAD ? 0 : 1 - prediction[i];
            }
            for (int k = 0; k < card.extras().size(); k++) {
                rows.extra(k)[i] = 1;
            }
            rows.commit("curve", i + 1, i + 1);
        }
        double[] loss = new double[Block.CAPACITY];
        ((SampleFormula) this.loss.formula(setup)).evaluate(rows, loss);
        return Arrays.copyOf(loss, target.length);
    }

    private String caption() {
        StringBuilder text = new StringBuilder(kind.axis);
        for (Param param : card.params()) {
            if (!param.isOptional() && param.byDefault() != 0 && param.kind() != Param.Kind.CHOICE) {
                text.append(", ").append(param.name()).append(' ').append(param.defaultText());
            }
        }
        for (int k = 0; k < card.extras().size(); k++) {
            text.append(", ").append(card.extras().get(k).name()).append(" 1");
        }
        return text.toString();
    }
}

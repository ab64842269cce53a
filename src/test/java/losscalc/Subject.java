package losscalc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import losscalc.loss.Adjustments;
import losscalc.loss.Block;
import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Layout;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Row;
import losscalc.loss.SampleFormula;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.loss.Working;
import losscalc.losses.Losses;

/**
 * One way of using a loss: its parameters, what its predictions are, and how many columns a row has. All
 * of it, and the rows that it is tried on, come from the card.
 */
record Subject(Loss loss, Setup setup, double[] values, int columns) {
    /** Columns of a target that is not a single number. */
    private static final int SEVERAL = 3;

    /** Every loss, with each scale, each shape and several values of each parameter. */
    static List<Subject> all() {
        List<Subject> subjects = new ArrayList<>();
        for (Loss loss : Losses.all()) {
            Card card = loss.card();
            for (Scale scale : card.scales()) {
                for (double[] values : parameters(card)) {
                    for (int columns : shapes(card)) {
                        subjects.add(of(loss, values, scale, columns));
                    }
                }
            }
        }
        return subjects;
    }

    /** How many prediction columns a row may have. */
    private static int[] shapes(Card card) {
        int fewest = card.fewestPredictions();
        if (card.target() == Target.CLASS) {
            return fewest > 1 ? new int[] {SEVERAL} : new int[] {1, SEVERAL};
        }
        if (card.target().isSingle()) {
            return new int[] {fewest > 1 ? Math.max(fewest, 2 * card.parts()) : 1};
        }
        return new int[] {Math.max(fewest, SEVERAL * card.parts())};
    }

    /** A loss by its name, with default parameters. */
    static Subject of(String name, Scale scale, int columns) {
        Loss loss = Losses.find(name);
        return of(loss, defaults(loss.card()), scale, columns);
    }

    /** The same with another value of the first parameter. */
    Subject with(double first) {
        double[] changed = values.clone();
        changed[0] = first;
        return of(loss, changed, setup.scale(), columns);
    }

    private static Subject of(Loss loss, double[] values, Scale scale, int columns) {
        return new Subject(
                loss, new Setup(loss.card().params(), values, scale, columns, Adjustments.NONE), values, columns);
    }

    /** The formula. */
    Formula formula() {
        return loss.formula(setup);
    }

    /** How many target columns there are. */
    int targets() {
        return loss.card().target().isSingle() ? 1 : columns / loss.card().parts();
    }

    /** What a target is, in this shape. */
    Target kind() {
        return loss.card().target().forPredictions(columns);
    }

    Layout layout() {
        return new Layout(targets(), columns, loss.card().extras().size(), false, false, false);
    }

    Interval predictionDomain() {
        return loss.card().predictionDomain(setup.scale());
    }

    /** Rows of values from the domains: their ends, what lies next to the ends, and chosen at random. */
    Block rows(long seed, int count) {
        Random random = new Random(seed);
        Block block = new Block(layout());
        for (int i = 0; i < count; i++) {
            fill(block, random);
            block.commit("test", i + 2, i + 1);
        }
        return block;
    }

    private void fill(Block block, Random random) {
        int row = block.rows();
        double[] target = target(random);
        for (int k = 0; k < target.length; k++) {
            block.target(k)[row] = target[k];
        }
        double[] prediction = prediction(random);
        for (int k = 0; k < prediction.length; k++) {
            block.prediction(k)[row] = prediction[k];
        }
        for (int k = 0; k < loss.card().extras().size(); k++) {
            Extra extra = loss.card().extras().get(k);
            block.extra(k)[row] = draw(extra.domain(), random);
        }
    }

    /** Whether a prediction can hit a target, so that nothing betters it; a score can only lie on its side. */
    boolean canBePerfect() {
        return setup.scale() != Scale.VALUE
                ? loss.card().working() == Working.TRUE_PROBABILITY
                : loss.card().working() == Working.RESIDUAL && !loss.card().isSigned();
    }

    private double[] target(Random random) {
        double[] target = new double[targets()];
        boolean soft = random.nextInt(4) == 0;
        switch (kind()) {
            case CLASS, DISTRIBUTION -> {
                if (soft) {
                    return distribution(random);
                }
                target[random.nextInt(target.length)] = 1;
            }
            default -> {
                for (int k = 0; k < target.length; k++) {
                    target[k] = number(soft, random);
                }
            }
        }
        return target;
    }

    private double number(boolean soft, Random random) {
        return switch (kind()) {
            case SIGN -> 2 * random.nextInt(2) - 1;
            case BINARY -> soft ? draw(loss.card().targetDomain(), random) : random.nextInt(2);
            case LABELS -> random.nextInt(2);
            default -> draw(loss.card().targetDomain(), random);
        };
    }

    private double[] prediction(Random random) {
        boolean sumsToOne = columns > 1 && (kind() == Target.CLASS || kind() == Target.DISTRIBUTION);
        boolean byShares = sumsToOne && (setup.scale() == Scale.PROBABILITY || setup.scale() == Scale.LOG_PROBABILITY);
        double[] prediction = byShares ? distribution(random) : new double[columns];
        for (int k = 0; k < columns; k++) {
            if (!byShares) {
                prediction[k] = draw(predictionDomain(), random);
            } else if (setup.scale() == Scale.LOG_PROBABILITY) {
                prediction[k] = Math.log(prediction[k]);
            }
        }
        return prediction;
    }

    private double[] distribution(Random random) {
        double[] shares = new double[targets()];
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            shares[k] = 0.01 + random.nextDouble();
            sum += shares[k];
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return shares;
    }

    /** Predictions of which one is best where the target is certain, for most losses. */
    double[] best(double target) {
        return switch (setup.scale()) {
            case LOGIT -> new double[] {target == 1 ? 1000 : -1000};
            case LOG_PROBABILITY -> new double[] {target == 1 ? 0 : -1000};
            default -> kind() == Target.SIGN ? new double[] {target, 1e9 * target} : new double[] {target};
        };
    }

    /** Some values of an interval: ends that belong to it, neighbours of its ends, and what lies between. */
    static double draw(Interval domain, Random random) {
        double low = Math.max(domain.low(), -1e6);
        double high = Math.min(domain.high(), 1e6);
        double[] special = {
            domain.low(), domain.high(), Math.nextUp(low), Math.nextDown(high), 0, 1, -1, 0.5, 1e-9, -1e-9, 1000, -1000
        };
        double x = special[random.nextInt(special.length)];
        if (random.nextInt(3) == 0 && domain.contains(x) && Double.isFinite(x)) {
            return x;
        }
        double spread = Double.isInfinite(domain.low()) && Double.isInfinite(domain.high())
                ? random.nextGaussian() * Math.pow(10, random.nextInt(4) - 1)
                : Double.isInfinite(domain.high())
                        ? domain.low() + Math.pow(10, 4 * random.nextDouble() - 2)
                        : Double.isInfinite(domain.low())
                                ? domain.high() - Math.pow(10, 4 * random.nextDouble() - 2)
                                : domain.low() + (domain.high() - domain.low()) * random.nextDouble();
        return domain.contains(spread) ? spread : draw(domain, random);
    }

    private static double[] defaults(Card card) {
        return card.params().stream().mapToDouble(Param::byDefault).toArray();
    }

    /** The defaults; and each parameter in turn at several places of its range. */
    private static List<double[]> parameters(Card card) {
        List<double[]> all = new ArrayList<>();
        all.add(defaults(card));
        for (int i = 0; i < card.params().size(); i++) {
            for (double x : new double[] {0, 0.25, 1, 1.5, 3}) {
                if (card.params().get(i).allows(x)) {
                    double[] values = defaults(card);
                    values[i] = x;
                    all.add(values);
                }
            }
        }
        return all;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(loss.card().name());
        for (int i = 0; i < values.length; i++) {
            text.append(' ')
                    .append(loss.card().params().get(i).name())
                    .append(' ')
                    .append(values[i]);
        }
        return text + " from " + setup.scale().word() + ", columns: " + columns;
    }

    /** The loss of each row of a block. */
    double[] losses(Block rows) {
        double[] loss = new double[Block.CAPACITY];
        ((SampleFormula) formula()).evaluate(rows, loss);
        return loss;
    }

    /** A row, for a message. */
    static String describe(Block rows, int i) {
        Row row = new Row(rows.layout());
        row.take(rows, i);
        return "target " + Arrays.toString(row.target()) + ", prediction " + Arrays.toString(row.prediction());
    }
}

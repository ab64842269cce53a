package losscalc;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import losscalc.loss.Block;
import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Formula;
import losscalc.loss.Interval;
import losscalc.loss.Layout;
import losscalc.loss.Loss;
import losscalc.loss.Param;
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
    private static final int CLASSES = 3;

    /** Every loss, with each scale, each shape and several values of each parameter. */
    static List<Subject> all() {
        List<Subject> subjects = new ArrayList<>();
        for (Loss loss : Losses.all()) {
            Card card = loss.card();
            for (Scale scale : card.scales()) {
                for (double[] values : parameters(card)) {
                    subjects.add(of(loss, values, scale, 1));
                    if (card.target() == Target.CLASS) {
                        subjects.add(of(loss, values, scale, CLASSES));
                    }
                }
            }
        }
        return subjects;
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
        return new Subject(loss, new Setup(loss.card().params(), values, scale, columns, false), values, columns);
    }

    /** The formula. */
    Formula formula() {
        return loss.formula(setup);
    }

    Layout layout() {
        return new Layout(columns, columns, loss.card().extras().size(), false, false, false);
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
        Card card = loss.card();
        if (columns == 1) {
            block.target(0)[row] = target(card, random);
            block.prediction(0)[row] = draw(predictionDomain(), random);
        } else {
            double[] target = random.nextInt(4) > 0 ? oneHot(random.nextInt(columns)) : distribution(random);
            double[] share = distribution(random);
            for (int k = 0; k < columns; k++) {
                block.target(k)[row] = target[k];
                block.prediction(k)[row] = switch (setup.scale()) {
                    case PROBABILITY -> share[k];
                    case LOG_PROBABILITY -> Math.log(share[k]);
                    default -> draw(predictionDomain(), random);
                };
            }
        }
        for (int k = 0; k < card.extras().size(); k++) {
            Extra extra = card.extras().get(k);
            block.extra(k)[row] = draw(extra.domain(), random);
        }
    }

    private static double target(Card card, Random random) {
        if (card.target() == Target.SIGN) {
            return random.nextBoolean() ? 1 : -1;
        }
        boolean label = card.target() != Target.NUMBER && random.nextInt(4) > 0;
        return label ? random.nextInt(2) : draw(card.targetDomain(), random);
    }

    /** Whether a prediction can hit a target, so that nothing betters it; a score can only lie on its side. */
    boolean canBePerfect() {
        return setup.scale() != Scale.VALUE
                ? loss.card().working() == Working.TRUE_PROBABILITY
                : loss.card().working() == Working.RESIDUAL && !loss.card().isSigned();
    }

    private double[] oneHot(int c) {
        double[] target = new double[columns];
        target[c] = 1;
        return target;
    }

    private double[] distribution(Random random) {
        double[] shares = new double[columns];
        double sum = 0;
        for (int k = 0; k < columns; k++) {
            shares[k] = 0.01 + random.nextDouble();
            sum += shares[k];
        }
        for (int k = 0; k < columns; k++) {
            shares[k] /= sum;
        }
        return shares;
    }

    /** The prediction that nothing can better for a target that is certain. */
    double perfect(double target) {
        return switch (setup.scale()) {
            case LOGIT -> target == 1 ? 1000 : -1000;
            case LOG_PROBABILITY -> target == 1 ? 0 : -1000;
            default -> target;
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
            Interval range = card.params().get(i).range();
            for (double x : new double[] {0, 0.25, 1, 1.5, 3}) {
                if (range.contains(x)) {
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
}

package losscalc.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Stream;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.PointFormula;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.num.Rational;
import losscalc.num.Sequence;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The search for the best constant against plain bisection, which asks for the exact slope at each of its steps. */
class ConstantSearchTest {
    private static final int RUNS = 40;

    @TestFactory
    Stream<DynamicTest> whatIsKnownOfTheSlopeChangesNoBit() {
        return Losses.all().stream()
                .filter(loss -> loss.card().bestConstant() == BestConstant.SEARCH)
                .map(loss -> DynamicTest.dynamicTest(loss.card().name(), () -> {
                    Random random = new Random(loss.card().name().hashCode());
                    for (int run = 0; run < RUNS; run++) {
                        check(loss, run, random);
                    }
                }));
    }

    private static void check(Loss loss, int run, Random random) {
        Card card = loss.card();
        Scale scale = card.scales().contains(Scale.VALUE) ? Scale.VALUE : Scale.PROBABILITY;
        PointFormula formula = (PointFormula) loss.formula(Setup.byDefault(card).with(scale, 1));
        Targets targets = targets(card, run, random);
        double[] range = targets.range();
        Interval within =
                card.target() == Target.NUMBER ? Interval.closed(range[0], range[1]) : card.predictionDomain(scale);
        double best = new ConstantSearch(formula, targets).best(within);
        assertEquals(new Bisection(formula, targets).best(within), best, card.name() + ", run " + run);
    }

    /** From one row to a few hundred; whole numbers and others; with weights and without; near 0, far from it, far apart. */
    private static Targets targets(Card card, int run, Random random) {
        Sequence kept = new Sequence();
        int rows = 1 + random.nextInt(run % 4 == 0 ? 300 : 12);
        double scale = Math.pow(10, random.nextInt(13) - 6);
        double offset = random.nextInt(3) == 0 ? scale * 1e6 : 0;
        for (int i = 0; i < rows; ) {
            double y = card.target() == Target.SIGN
                    ? 2 * random.nextInt(2) - 1
                    : card.target() == Target.NUMBER ? offset + scale * number(run % 3, random) : random.nextInt(2);
            if (card.targetDomain().contains(y) && (y != 0 || card.target() != Target.NUMBER)) {
                kept.add(run % 2 == 0 ? 1 : random.nextInt(3) + random.nextDouble());
                kept.add(y);
                i++;
            } else if (card.target() == Target.NUMBER && random.nextInt(100) == 0) {
                offset = scale * 5;
            }
        }
        return new Targets(kept, 1);
    }

    private static double number(int kind, Random random) {
        return kind == 0
                ? random.nextInt(9) - 4
                : kind == 1 ? random.nextGaussian() : Math.exp(8 * random.nextGaussian());
    }

    /** The search as the definition has it. */
    private record Bisection(PointFormula formula, Targets targets) {
        double best(Interval within) {
            double low = Math.max(-Double.MAX_VALUE, within.low());
            double high = Math.min(Double.MAX_VALUE, within.high());
            low = within.lowOpen() && low == within.low() ? Math.nextUp(low) : low;
            high = within.highOpen() && high == within.high() ? Math.nextDown(high) : high;
            double first = edge(low, high, false);
            double last = isRising(first, true)
                    ? edge(Math.max(low, Doubles.number(Doubles.key(first) - 2)), first, true)
                    : edge(first, high, true);
            if (first > last) {
                return loss(last).compareTo(loss(first)) <= 0 ? last : first;
            }
            if (first == last || last == high && within.highOpen()) {
                return first;
            }
            if (first == low && within.lowOpen()) {
                return last;
            }
            double from = Math.max(low, Math.nextDown(first));
            return from + (Math.min(high, Math.nextUp(last)) / 2 - from / 2);
        }

        private double edge(double low, double high, boolean isLast) {
            long below = Doubles.key(low);
            long above = Doubles.key(high);
            if (isRising(low, isLast)) {
                return low;
            }
            if (!isRising(high, isLast)) {
                return high;
            }
            while (below + 1 < above) {
                long middle = Doubles.middle(below, above);
                if (isRising(Doubles.number(middle), isLast)) {
                    above = middle;
                } else {
                    below = middle;
                }
            }
            return Doubles.number(isLast ? below : above);
        }

        private boolean isRising(double constant, boolean isLast) {
            double slope = targets.slope(formula, constant);
            return isLast ? slope > 0 : slope >= 0;
        }

        private Rational loss(double constant) {
            return targets.sumOfLosses(formula, new double[] {constant}).toRational();
        }
    }
}

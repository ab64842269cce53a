package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Stream;
import losscalc.loss.AlgebraicFormula;
import losscalc.loss.Block;
import losscalc.loss.Interval;
import losscalc.loss.Layout;
import losscalc.loss.Loss;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.losses.Losses;
import losscalc.num.Rational;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every way to a loss of + - * / and comparisons gives the same bits: the quick form in doubles, where there is one, and
 * double-double; both are held to the equation in exact fractions, rounded once.
 */
class AlgebraicLossesTest {
    /** As many pairs for each loss and each value of its parameters; a million and more may be asked for. */
    private static final int PAIRS = Integer.getInteger("losscalc.pairs", 4_000);

    static Stream<Subject> subjects() {
        return Subject.all().stream().filter(subject -> subject.formula() instanceof AlgebraicFormula);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyPairIsRoundedOnce(Subject subject) {
        AlgebraicFormula formula = (AlgebraicFormula) subject.formula();
        Random random = new Random(subject.toString().hashCode());
        Interval targets = subject.loss().card().targetDomain();
        for (int i = 0; i < PAIRS; i++) {
            double y = subject.kind() == Target.SIGN ? random.nextInt(2) * 2 - 1 : any(random);
            double f = random.nextInt(3) == 0 ? any(random) : near(y, subject, random);
            if (targets.contains(y) && subject.predictionDomain().contains(f)) {
                Rational exact = formula.loss(Rational.of(y), Rational.of(f));
                assertEquals(exact.toDouble() + 0.0, formula.rounded(y, f), () -> subject + " at " + y + ", " + f);
            }
        }
    }

    /** The rows of a block are computed by other instructions than single pairs, once the loop has been compiled. */
    @ParameterizedTest
    @ValueSource(strings = {"mse", "half-squared", "mae", "huber", "expectile"})
    void blocksGiveTheBitsOfSinglePairs(String name) {
        Loss loss = Losses.find(name);
        AlgebraicFormula formula = (AlgebraicFormula) loss.formula(Setup.byDefault(loss.card()));
        Random random = new Random(name.hashCode());
        Block block = new Block(Layout.of(1, 1));
        double[] losses = new double[Block.CAPACITY];
        for (int k = 0; k < 300; k++) {
            block.clear();
            for (int i = 0; i < Block.CAPACITY; i++) {
                double y = any(random);
                block.target(0)[i] = y;
                block.prediction(0)[i] = random.nextBoolean()
                        ? any(random)
                        : y + (random.nextInt(5) - 2) * (1 + random.nextInt(3) * 0x1p-52);
            }
            block.commit("file", 1, 1, Block.CAPACITY);
            formula.evaluate(block, losses);
            for (int i = 0; i < Block.CAPACITY; i++) {
                assertEquals(formula.rounded(block.target(0)[i], block.prediction(0)[i]), losses[i]);
            }
        }
    }

    /** A number of any kind: of few digits and of many, ones whose squares and sums lie midway between doubles, and extreme ones. */
    private static double any(Random random) {
        double sign = random.nextBoolean() ? 1 : -1;
        switch (random.nextInt(8)) {
            case 0:
                return sign * random.nextInt(4);
            case 1:
                return sign * random.nextInt(100_000) / 1000.0;
            case 2:
                return (float) random.nextGaussian();
            case 3:
                return sign * (power(random, 3) + power(random, 60));
            case 4:
                return sign * power(random, 1080) * (1 + random.nextDouble());
            case 5:
                return sign * (power(random, 2) + Math.abs(power(random, 120)));
            case 6:
                return sign * Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE >> random.nextInt(12)) % 1e300;
            default:
                return random.nextGaussian() * 10;
        }
    }

    /** Beside the target, or as far from it as a parameter says, or twice as far, up to some units in the last place. */
    private static double near(double y, Subject subject, Random random) {
        double[] values = subject.values();
        double step = values.length == 0 ? power(random, 60) : values[random.nextInt(values.length)];
        double f = y + step * (random.nextInt(5) - 2);
        return f + Math.ulp(f) * (random.nextInt(5) - 2) * (random.nextInt(4) == 0 ? power(random, 60) : 1);
    }

    private static double power(Random random, int range) {
        return Math.scalb(1.0, random.nextInt(2 * range) - range);
    }
}

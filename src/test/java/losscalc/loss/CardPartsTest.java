package losscalc.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import losscalc.losses.Losses;
import losscalc.num.ExactSum;
import losscalc.num.Rational;
import org.junit.jupiter.api.Test;

/** What cards are made of: ranges, parameters, kinds of targets, what is shown beside a loss, and several outputs. */
class CardPartsTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private static void range(String text, Interval range, double[] inside, double[] outside) {
        assertEquals(text, range.toString());
        for (double x : inside) {
            assertTrue(range.contains(x), () -> x + " in " + text);
        }
        for (double x : outside) {
            assertFalse(range.contains(x), () -> x + " in " + text);
        }
        assertFalse(range.contains(Double.NaN));
    }

    @Test
    void ranges() {
        range("[0, 2.5]", Interval.closed(0, 2.5), new double[] {0, 1, 2.5}, new double[] {-0.1, 2.6, INF});
        range("(0, 2)", Interval.open(0, 2), new double[] {0.1, 1}, new double[] {0, 2});
        range("[1, \u221e)", Interval.atLeast(1), new double[] {1, 1e300}, new double[] {0.9, INF});
        range("(1, \u221e)", Interval.above(1), new double[] {1.1}, new double[] {1, INF});
        range("(-\u221e, \u221e)", Interval.REAL, new double[] {-1e300, 0}, new double[] {-INF, INF});
        range("(-\u221e, 0]", Interval.NON_POSITIVE, new double[] {-1, 0}, new double[] {-INF, 0.1});
    }

    private static void parameter(String values, String otherwise, Param param) {
        assertEquals("a-name", param.name());
        assertEquals("what it does", param.meaning());
        assertEquals(values + ": " + otherwise, param.values() + ": " + param.otherwise());
    }

    @Test
    void parameters() {
        Param number = new Param("a-name", 1.5, Interval.atLeast(0), "what it does");
        parameter("[0, \u221e)", "1.5 when not given", number);
        parameter("[0, \u221e)", "must be given", number.required());
        Param gapped = number.except(Interval.closed(1, 2));
        parameter("[0, \u221e) but not [1, 2]", "1.5 when not given", gapped);
        assertTrue(number.allows(1) && gapped.allows(0.9) && gapped.allows(2.1));
        assertFalse(number.allows(-1) || gapped.allows(1) || gapped.allows(2) || gapped.allows(-1));
        parameter(
                "whole numbers in [1, 9]",
                "3 when not given",
                Param.whole("a-name", 3, Interval.closed(1, 9), "what it does"));
        parameter(
                "(0, 1)", "none when not given", new Param("a-name", Double.NaN, Interval.open(0, 1), "what it does"));
        Param words = Param.choice("a-name", "what it does", "one", "two", "three");
        parameter("one|two|three", "one when not given", words);
        assertEquals("three", words.text(new double[] {2}));
        assertTrue(words.allows(0) && words.allows(2) && !words.allows(3) && !words.isOptional());
        Param list = Param.list("a-name", 1, Interval.above(0), "what it does");
        parameter("(0, \u221e) for each prediction column", "must be given", list);
        assertEquals("1,2.5", list.text(new double[] {1, 2.5}));
    }

    @Test
    void kindsOfTargets() {
        List<Target> single = new ArrayList<>();
        List<Target> shares = new ArrayList<>();
        for (Target target : Target.values()) {
            if (target.isSingle()) {
                single.add(target);
            }
            if (target.isShare()) {
                shares.add(target);
            }
            assertEquals(target, target.forPredictions(2));
            assertEquals(target == Target.CLASS ? Target.BINARY : target, target.forPredictions(1));
        }
        assertEquals(List.of(Target.NUMBER, Target.BINARY, Target.SIGN), single);
        assertEquals(List.of(Target.BINARY, Target.CLASS, Target.LABELS, Target.DISTRIBUTION), shares);
    }

    @Test
    void whatIsShownBesideALoss() {
        assertEquals(-2, Working.RESIDUAL.of(new double[] {1}, new double[] {3}));
        assertEquals(Double.NaN, Working.RESIDUAL.of(new double[] {1, 2}, new double[] {3, 4}));
        assertEquals(Double.NaN, Working.NONE.of(new double[] {1}, new double[] {3}));
        Working truth = Working.TRUE_PROBABILITY;
        assertEquals(0.25, truth.of(new double[] {1}, new double[] {0.25}));
        assertEquals(0.75, truth.of(new double[] {0}, new double[] {0.25}));
        assertEquals(Double.NaN, truth.of(new double[] {0.5}, new double[] {0.25}));
        assertEquals(0.5, truth.of(new double[] {0, 0, 1}, new double[] {0.25, 0.25, 0.5}));
        assertEquals(Double.NaN, truth.of(new double[] {0.5, 0.5}, new double[] {0.25, 0.75}));
    }

    /** Three labels a row, of which the row counts the mean weight. */
    @Test
    void whatAMeanIsDividedBy() {
        Block block = new Block(Layout.of(3, 3));
        block.target(0)[0] = 1;
        block.target(1)[0] = 0.25;
        block.commit("file", 2, 1);
        double[] weights = {2, 10};
        assertEquals(1, divided(new Divisor(true, null, 3), block));
        assertEquals(1, new Divisor(true, null, 3).times());
        // (10 + 0.25 * 10 + 0.75 * 2 + 2) * 5, three times over
        assertEquals(80, divided(new Divisor(false, weights, 3), block));
        assertEquals(3, new Divisor(false, weights, 3).times());
        // (1 * 2 + 0.25 * 10 + 0 * 4) * 5
        assertEquals(22.5, divided(new Divisor(false, new double[] {2, 10, 4}, 0), block));
        assertEquals(1, new Divisor(false, weights, 0).times());
    }

    private static double divided(Divisor divisor, Block block) {
        ExactSum sum = new ExactSum();
        divisor.add(sum, 5, block, 0);
        return sum.mean(1);
    }

    @Test
    void scoresOfWhichMoreIsBetter() {
        assertTrue(Losses.find("r2").card().isHigherBetter());
        assertFalse(Losses.find("mse").card().isHigherBetter());
    }

    @Test
    void aModelOfSeveral() {
        Block block = new Block(Layout.of(1, 2));
        block.keepDecimals();
        block.decimals().target(0)[0] = Rational.decimal("0.1");
        block.decimals().prediction(1)[0] = Rational.decimal("0.3");
        block.prediction(1)[0] = 0.3;
        block.commit("file", 7, 6);
        Block model = block.model(1);
        assertEquals(1, model.layout().predictions());
        assertEquals(0.3, model.prediction(0)[0]);
        assertEquals(Rational.decimal("0.3"), model.decimals().prediction(0)[0]);
        assertEquals(Rational.decimal("0.1"), model.decimals().target(0)[0]);
        model.decimals().losses(0)[0] = Rational.of(5);
        assertEquals(Rational.of(5), block.decimals().losses(1)[0]);
    }

    /** The sum of the targets, each times its weight and its prediction. */
    private static final class Products implements SetFormula {
        @Override
        public Accumulator start() {
            ExactSum sum = new ExactSum();
            return new Accumulator() {
                @Override
                public void add(Row row, double weight) {
                    sum.add(row.target()[0] * row.prediction()[0] * weight);
                }

                @Override
                public void merge(Accumulator other) {
                    sum.add(other.value());
                }

                @Override
                public double value() {
                    return sum.mean(1);
                }
            };
        }

        @Override
        public boolean isOfOutputs() {
            return true;
        }
    }

    @Test
    void scoresOfSeveralOutputs() {
        Products each = new Products();
        assertEquals(each, Outputs.of(each, 1));
        SetFormula outputs = (SetFormula) Outputs.of(each, 2);
        assertEquals(List.of("output_1", "output_2"), outputs.details(2));
        SetFormula.Accumulator set = outputs.start();
        SetFormula.Accumulator other = outputs.start();
        Block block = new Block(Layout.of(2, 2));
        Row row = new Row(block.layout());
        for (int i = 0; i < 2; i++) {
            block.target(0)[i] = 1 + i;
            block.prediction(0)[i] = 3;
            block.target(1)[i] = 10;
            block.prediction(1)[i] = 5 - i;
            block.commit("file", 2 + i, 1 + i);
            row.take(block, i);
            (i == 0 ? set : other).add(row, 2);
        }
        set.merge(other);
        // 1 * 3 * 2 + 2 * 3 * 2 and 10 * 5 * 2 + 10 * 4 * 2
        assertEquals("[18.0, 180.0]", Arrays.toString(set.details()));
        assertEquals(99, set.value());
        assertEquals(2, row.number());
    }
}

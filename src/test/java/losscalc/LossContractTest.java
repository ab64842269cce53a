package losscalc;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import losscalc.loss.AlgebraicFormula;
import losscalc.loss.Block;
import losscalc.loss.Family;
import losscalc.loss.Layout;
import losscalc.loss.PointFormula;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.loss.SampleFormula;
import losscalc.loss.Scale;
import losscalc.loss.SetFormula;
import losscalc.num.DoubleDouble;
import losscalc.num.Rational;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every loss must keep, tried on all of them: a new one is tested the moment it is listed. */
class LossContractTest {
    private static final int ROWS = 150;

    private static final long SEED = 20250301;

    /** Not defined where a vector is zero, unless a parameter says what holds there. */
    private static final Set<String> OF_DIRECTIONS = Set.of("cosine", "cosine-embedding");

    private static final Set<String> DIVIDED_BY_TARGET = Set.of("ape", "spe", "pe", "tweedie-deviance");

    /** What depends on the number of rows, their order, or pairs of them. */
    private static final Set<String> COUNT_ROWS = Set.of("adjusted-r2", "mase", "pair-logit", "ranking-softmax", "ccc");

    private static Stream<DynamicTest> forAll(Consumer<Subject> test) {
        return Subject.all().stream()
                .map(subject -> DynamicTest.dynamicTest(
                        subject.toString(), () -> assertAll(subject.toString(), () -> test.accept(subject))));
    }

    private static Stream<DynamicTest> forSamples(Consumer<Subject> test) {
        return Subject.all().stream()
                .filter(subject -> subject.formula() instanceof SampleFormula)
                .map(subject -> DynamicTest.dynamicTest(
                        subject.toString(), () -> assertAll(subject.toString(), () -> test.accept(subject))));
    }

    @TestFactory
    Stream<DynamicTest> theLossIsANumberAndNotNegative() {
        return forSamples(subject -> {
            Block rows = subject.rows(SEED, ROWS);
            double[] loss = subject.losses(rows);
            for (int i = 0; i < rows.rows(); i++) {
                String row = Subject.describe(rows, i) + " gives " + loss[i];
                if (Double.isNaN(loss[i])
                        && OF_DIRECTIONS.contains(subject.loss().card().name())) {
                    continue;
                }
                assertTrue(!Double.isNaN(loss[i]), row);
                assertTrue(loss[i] >= 0 || subject.loss().card(subject.setup()).isSigned(), row);
                assertTrue(loss[i] != 0 || Double.doubleToRawLongBits(loss[i]) == 0, () -> row + ", with a sign");
                assertTrue(
                        Double.isFinite(loss[i]) || mayBeInfinite(subject, rows, i), () -> row + ", inside the domain");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> thePerfectPredictionHasTheSmallestLoss() {
        return forSamples(subject -> {
            if (!subject.canBePerfect()) {
                return;
            }
            Block rows = subject.rows(SEED, ROWS);
            double[] loss = subject.losses(rows);
            double[] least = leastLosses(subject);
            for (int i = 0; i < ROWS; i++) {
                if (subject.setup().scale() == Scale.VALUE || isCertain(rows, i)) {
                    assertTrue(least[i] <= loss[i], Subject.describe(rows, i) + ": " + loss[i] + " < " + least[i]);
                }
            }
        });
    }

    /** The losses of the same rows, each prediction the best. */
    private static double[] leastLosses(Subject subject) {
        double[] least = new double[ROWS];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int choice = 0; choice < subject.best(1).length; choice++) {
            Block perfect = subject.rows(SEED, ROWS);
            for (int i = 0; i < ROWS; i++) {
                for (int k = 0; k < subject.columns(); k++) {
                    double target = perfect.target(k % subject.targets())[i];
                    perfect.prediction(k)[i] = subject.best(target)[choice];
                }
            }
            double[] loss = subject.losses(perfect);
            for (int i = 0; i < ROWS; i++) {
                least[i] = Math.min(least[i], loss[i]);
            }
        }
        return least;
    }

    @TestFactory
    Stream<DynamicTest> theGradientLiesBetweenTheSlopesOnBothSides() {
        return forSamples(subject -> {
            Block rows = subject.rows(SEED, ROWS);
            double[][] gradient = new double[subject.columns()][Block.CAPACITY];
            ((SampleFormula) subject.formula()).gradient(rows, gradient);
            Differences.checkSlopes(subject, rows, gradient, point -> ExactValues.loss(subject, point));
        });
    }

    @TestFactory
    Stream<DynamicTest> theSecondDerivativeIsTheSlopeOfTheGradient() {
        return forSamples(subject -> {
            Block rows = subject.rows(SEED, ROWS);
            double[][] hessian = new double[subject.columns()][Block.CAPACITY];
            ((SampleFormula) subject.formula()).hessian(rows, hessian);
            for (int k = 0; k < subject.columns(); k++) {
                int column = k;
                Differences.checkSlopes(
                        subject, rows, hessian, point -> ExactValues.gradient(subject, point, column), k);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> eachLossIsRoundedOnce() {
        return forSamples(subject -> {
            Block rows = subject.rows(SEED, ROWS);
            double[] loss = subject.losses(rows);
            Row row = new Row(rows.layout());
            for (int i = 0; i < ROWS; i++) {
                row.take(rows, i);
                if (subject.formula() instanceof AlgebraicFormula) {
                    AlgebraicFormula formula = (AlgebraicFormula) subject.formula();
                    assertEquals(exactMean(formula, rows, i), loss[i], Subject.describe(rows, i));
                } else if (Double.isFinite(loss[i])) {
                    DoubleDouble exact = ExactValues.loss(subject, row);
                    double miss = Math.abs(exact.minus(loss[i]).toDouble());
                    assertTrue(
                            miss <= Math.ulp(loss[i]) * 0.5000001,
                            Subject.describe(rows, i) + ": " + loss[i] + " is off by " + miss);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aBlockHasTheLossesOfItsRows() {
        return forSamples(subject -> {
            Block rows = subject.rows(SEED, ROWS);
            double[] loss = subject.losses(rows);
            Block one = new Block(rows.layout());
            for (int i = 0; i < rows.rows(); i++) {
                one.clear();
                copy(rows, i, one);
                assertEquals(subject.losses(one)[0], loss[i], Subject.describe(rows, i));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aFormulaRemembersNothingOfOtherRows() {
        return forSamples(subject -> {
            Block rows = subject.rows(SEED, ROWS);
            SampleFormula formula = (SampleFormula) subject.formula();
            double[] once = new double[Block.CAPACITY];
            double[] twice = new double[Block.CAPACITY];
            formula.evaluate(rows, once);
            formula.evaluate(subject.rows(SEED + 1, ROWS), twice);
            formula.evaluate(rows, twice);
            for (int i = 0; i < ROWS; i++) {
                assertEquals(once[i], twice[i], Subject.describe(rows, i));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> severalPairsHaveTheMeanOfTheirLosses() {
        return forSamples(subject -> {
            if (!(subject.formula() instanceof AlgebraicFormula)) {
                return;
            }
            AlgebraicFormula formula = (AlgebraicFormula) subject.formula();
            Block rows = new Block(Layout.of(3, 3));
            for (int k = 0; k < 3; k++) {
                Block column = subject.rows(SEED + k, ROWS);
                System.arraycopy(column.target(0), 0, rows.target(k), 0, ROWS);
                System.arraycopy(column.prediction(0), 0, rows.prediction(k), 0, ROWS);
            }
            for (int i = 0; i < ROWS; i++) {
                rows.commit("test", i + 2, i + 1);
            }
            double[] loss = new double[Block.CAPACITY];
            formula.evaluate(rows, loss);
            for (int i = 0; i < ROWS; i++) {
                assertEquals(exactMean(formula, rows, i), loss[i], Subject.describe(rows, i));
            }
        });
    }

    private static double exactMean(AlgebraicFormula formula, Block rows, int i) {
        int pairs = rows.layout().targets();
        Rational sum = Rational.of(0);
        for (int k = 0; k < pairs; k++) {
            Rational loss = formula.loss(Rational.of(rows.target(k)[i]), Rational.of(rows.prediction(k)[i]));
            if (!loss.isFinite()) {
                return loss.toDouble();
            }
            sum = sum.plus(loss);
        }
        return sum.dividedBy(pairs).toDouble();
    }

    @TestFactory
    Stream<DynamicTest> aSetOfRowsHasOneLossHoweverItIsSplit() {
        return Subject.all().stream()
                .filter(subject -> subject.formula() instanceof SetFormula)
                .map(subject -> DynamicTest.dynamicTest(subject.toString(), () -> {
                    Block rows = subject.rows(SEED, ROWS);
                    SetFormula formula = (SetFormula) subject.formula();
                    SetFormula.Accumulator whole = formula.start();
                    SetFormula.Accumulator first = formula.start();
                    SetFormula.Accumulator second = formula.start();
                    Row row = new Row(rows.layout());
                    for (int i = 0; i < ROWS; i++) {
                        row.take(rows, i);
                        whole.add(row, 1);
                        (i % 3 == 0 ? first : second).add(row, 1);
                    }
                    second.merge(first);
                    assertEquals(whole.value(), second.value());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyLossHasOneOfTheTwoShapes() {
        return forAll(subject -> assertTrue(subject.formula() instanceof SetFormula
                || subject.formula() instanceof PointFormula
                || subject.formula() instanceof RowFormula));
    }

    @TestFactory
    Stream<DynamicTest> inASetAWeightOfTwoIsTheRowTwice() {
        return Subject.all().stream()
                .filter(subject -> subject.formula() instanceof SetFormula)
                .filter(subject -> !COUNT_ROWS.contains(subject.loss().card().name()))
                .map(subject -> DynamicTest.dynamicTest(subject.toString(), () -> {
                    Block rows = subject.rows(SEED, ROWS);
                    SetFormula.Accumulator weighted = ((SetFormula) subject.formula()).start();
                    SetFormula.Accumulator twice = ((SetFormula) subject.formula()).start();
                    Row row = new Row(rows.layout());
                    for (int i = 0; i < ROWS; i++) {
                        row.take(rows, i);
                        weighted.add(row, 1 + i % 2);
                        for (int k = 0; k <= i % 2; k++) {
                            twice.add(row, 1);
                        }
                    }
                    assertEquals(weighted.value(), twice.value(), 1e-12 * Math.abs(twice.value()));
                }));
    }

    private static void copy(Block from, int i, Block to) {
        Row row = new Row(from.layout());
        row.take(from, i);
        for (int k = 0; k < row.target().length; k++) {
            to.target(k)[0] = row.target()[k];
        }
        for (int k = 0; k < row.prediction().length; k++) {
            to.prediction(k)[0] = row.prediction()[k];
        }
        for (int k = 0; k < row.extra().length; k++) {
            to.extra(k)[0] = row.extra()[k];
        }
        to.commit("test", 2, 1);
    }

    private static boolean isCertain(Block rows, int i) {
        for (int k = 0; k < rows.layout().targets(); k++) {
            double target = rows.target(k)[i];
            if (target != 0 && Math.abs(target) != 1) {
                return false;
            }
        }
        return true;
    }

    /** Whether a number of the row is so large or so small that a ratio or an exponential of it is infinite. */
    private static boolean isExtreme(Block rows, int i) {
        Row row = new Row(rows.layout());
        row.take(rows, i);
        boolean extreme = false;
        for (double[] numbers : new double[][] {row.target(), row.prediction(), row.extra()}) {
            for (double x : numbers) {
                extreme |= Math.abs(x) >= 700 || Math.abs(x) < 1e-150;
            }
        }
        return extreme;
    }

    /** At an end of the domain, where the target that divides is 0 or was impossible, and where e to the power of a score is too large. */
    private static boolean mayBeInfinite(Subject subject, Block rows, int i) {
        String name = subject.loss().card().name();
        if (DIVIDED_BY_TARGET.contains(name) && rows.target(0)[i] == 0
                || name.equals("kl") && isCertain(rows, i)
                || subject.loss().card().family() == Family.LIKELIHOOD && isExtreme(rows, i)
                || name.equals("exponential") && Math.abs(rows.prediction(0)[i]) > 700) {
            return true;
        }
        for (int k = 0; k < subject.columns(); k++) {
            double f = rows.prediction(k)[i];
            if (f == subject.predictionDomain().low()
                    || f == subject.predictionDomain().high()) {
                return true;
            }
        }
        return false;
    }
}

package losscalc;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import losscalc.loss.AlgebraicFormula;
import losscalc.loss.AnalyticFormula;
import losscalc.loss.Block;
import losscalc.loss.Family;
import losscalc.loss.Layout;
import losscalc.loss.PointFormula;
import losscalc.loss.Row;
import losscalc.loss.RowFormula;
import losscalc.loss.SampleFormula;
import losscalc.loss.Scale;
import losscalc.loss.SetFormula;
import losscalc.num.Ball;
import losscalc.num.DoubleDouble;
import losscalc.num.Exactly;
import losscalc.num.Rational;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every loss must keep, tried on all of them: a new one is tested the moment it is listed. */
class LossContractTest {
    /** More than the differences in nearly all of these rows take away. */
    private static final int BITS = 320;

    private static final int ROWS = 150;

    private static final long SEED = 20250301;
    private static final Scale[] SCALES = {Scale.PROBABILITY, Scale.LOGIT, Scale.LOG_PROBABILITY};

    /** The step of a difference, as a fraction of where it is taken. */
    private static final double FAR = 0x1p-42;

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
            double[] loss = losses(subject, rows);
            for (int i = 0; i < rows.rows(); i++) {
                String row = describe(rows, i) + " gives " + loss[i];
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
            double[] loss = losses(subject, rows);
            double[] least = leastLosses(subject);
            for (int i = 0; i < ROWS; i++) {
                if (subject.setup().scale() == Scale.VALUE || isCertain(rows, i)) {
                    assertTrue(least[i] <= loss[i], describe(rows, i) + ": " + loss[i] + " < " + least[i]);
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
            double[] loss = losses(subject, perfect);
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
            checkSlopes(subject, rows, gradient, point -> exactLoss(subject, point));
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
                checkSlopes(subject, rows, hessian, point -> exactGradient(subject, point, column), k);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> eachLossIsRoundedOnce() {
        return forSamples(subject -> {
            Block rows = subject.rows(SEED, ROWS);
            double[] loss = losses(subject, rows);
            Row row = new Row(rows.layout());
            for (int i = 0; i < ROWS; i++) {
                row.take(rows, i);
                if (subject.formula() instanceof AlgebraicFormula) {
                    AlgebraicFormula formula = (AlgebraicFormula) subject.formula();
                    assertEquals(exactMean(formula, rows, i), loss[i], describe(rows, i));
                } else if (Double.isFinite(loss[i])) {
                    DoubleDouble exact = exactLoss(subject, row);
                    double miss = Math.abs(exact.minus(loss[i]).toDouble());
                    assertTrue(
                            miss <= Math.ulp(loss[i]) * 0.5000001,
                            describe(rows, i) + ": " + loss[i] + " is off by " + miss);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aBlockHasTheLossesOfItsRows() {
        return forSamples(subject -> {
            Block rows = subject.rows(SEED, ROWS);
            double[] loss = losses(subject, rows);
            Block one = new Block(rows.layout());
            for (int i = 0; i < rows.rows(); i++) {
                one.clear();
                copy(rows, i, one);
                assertEquals(losses(subject, one)[0], loss[i], describe(rows, i));
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
                assertEquals(once[i], twice[i], describe(rows, i));
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
                assertEquals(exactMean(formula, rows, i), loss[i], describe(rows, i));
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

    // What ties one loss to another.

    @Test
    void focalLossWithGammaZeroIsCrossEntropyToTheBit() {
        for (Scale scale : SCALES) {
            for (int columns : new int[] {1, 3}) {
                Subject focal = Subject.of("focal", scale, columns).with(0);
                Subject entropy = Subject.of("cross-entropy", scale, columns);
                assertSameBits(focal, entropy, 1);
            }
        }
    }

    @Test
    void oneColumnOfCrossEntropyIsTheBinaryFormToTheBit() {
        for (Scale scale : SCALES) {
            assertSameBits(Subject.of("bce", scale, 1), Subject.of("cross-entropy", scale, 1), 1);
        }
    }

    @Test
    void halfTheSquaredErrorIsHalfOfMse() {
        assertSameBits(Subject.of("mse", Scale.VALUE, 1), Subject.of("half-squared", Scale.VALUE, 1), 2);
    }

    @Test
    void relativesAgreeToTheBit() {
        assertSameBits(value("huber").with(2), value("smooth-l1").with(2), 2);
        assertSameBits(value("huber").with(0.25), value("smooth-l1").with(0.25), 0.25);
        assertSameBits(value("mae"), value("pinball").with(0.5), 2);
        assertSameBits(value("mse"), value("expectile").with(0.5), 2);
        assertSameBits(value("mae"), value("lp").with(1), 1);
        assertSameBits(value("mse"), value("lp").with(2), 1);
        assertSameBits(value("mae"), value("epsilon-insensitive").with(0), 1);
        assertSameBits(value("mse"), value("squared-epsilon-insensitive").with(0), 1);
        assertSameBits(value("half-squared"), value("general-robust").with(2), 1);
        assertSameBits(value("mse"), value("tweedie-deviance").with(0), 1);
        assertSameBits(value("poisson-deviance"), value("tweedie-deviance").with(1), 1);
        assertSameBits(value("gamma-deviance"), value("tweedie-deviance").with(2), 1);
    }

    @Test
    void poly1WithoutItsTermIsCrossEntropyToTheBit() {
        for (Scale scale : SCALES) {
            assertSameBits(
                    Subject.of("cross-entropy", scale, 3),
                    Subject.of("poly1", scale, 3).with(0),
                    1);
        }
    }

    @Test
    void tverskyWithBothWeightsOneHalfIsDice() {
        for (Scale scale : new Scale[] {Scale.PROBABILITY, Scale.LOGIT}) {
            Subject dice = Subject.of("dice", scale, 1);
            SetFormula.Accumulator one = ((SetFormula) dice.formula()).start();
            SetFormula.Accumulator other =
                    ((SetFormula) Subject.of("tversky", scale, 1).formula()).start();
            Block rows = dice.rows(SEED, ROWS);
            Row row = new Row(rows.layout());
            for (int i = 0; i < ROWS; i++) {
                row.take(rows, i);
                one.add(row, 1);
                other.add(row, 1);
            }
            assertEquals(one.value(), other.value(), scale.word());
        }
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

    private static Subject value(String name) {
        return Subject.of(name, Scale.VALUE, 1);
    }

    @Test
    void huberIsHalfTheSquareWhereNothingReachesDelta() {
        assertSameBits(Subject.of("huber", Scale.VALUE, 1).with(1e300), Subject.of("half-squared", Scale.VALUE, 1), 1);
    }

    @Test
    void huberIsDeltaTimesTheSizeWhereDeltaIsTiny() {
        Subject huber = Subject.of("huber", Scale.VALUE, 1).with(0x1p-60);
        Subject size = Subject.of("mae", Scale.VALUE, 1);
        Block rows = huber.rows(SEED, ROWS);
        double[] a = losses(huber, rows);
        double[] b = losses(size, rows);
        for (int i = 0; i < ROWS; i++) {
            assertEquals(b[i], a[i] * 0x1p60, 0x1p-60 + 1e-15 * b[i], describe(rows, i));
        }
    }

    @Test
    void aLogitAndItsProbabilityHaveTheSameLoss() {
        for (String name : new String[] {"bce", "cross-entropy", "focal"}) {
            Subject byLogit = Subject.of(name, Scale.LOGIT, 1);
            Subject byProbability = Subject.of(name, Scale.PROBABILITY, 1);
            Subject byLog = Subject.of(name, Scale.LOG_PROBABILITY, 1);
            for (double z = -12; z <= 12; z += 0.37) {
                for (double y : new double[] {0, 0.3, 1}) {
                    double p = 1 / (1 + Math.exp(-z));
                    double expected = loss(byLogit, y, z);
                    double slack = 1e-10 * expected + 1e-15;
                    assertEquals(expected, loss(byProbability, y, p), slack, name + " " + y + " " + z);
                    assertEquals(expected, loss(byLog, y, -Math.log1p(Math.exp(-z))), slack, name + " " + y + " " + z);
                }
            }
        }
    }

    @Test
    void twoClassesByLogitAreTheBinaryFormOfTheirDifference() {
        for (String name : new String[] {"cross-entropy", "focal"}) {
            Subject two = Subject.of(name, Scale.LOGIT, 2);
            Subject one = Subject.of(name, Scale.LOGIT, 1);
            for (double z : new double[] {-1000, -30, -1, -0.25, 0, 0.5, 3, 700, 1000}) {
                Block rows = new Block(two.layout());
                rows.target(1)[0] = 1;
                rows.prediction(1)[0] = z;
                rows.commit("test", 2, 1);
                assertEquals(loss(one, 1, z), losses(two, rows)[0], name + " " + z);
            }
        }
    }

    @Test
    void logitsOfAThousandAndTinyProbabilitiesStayFinite() {
        for (String name : new String[] {"bce", "cross-entropy", "focal"}) {
            assertEquals(1000, loss(Subject.of(name, Scale.LOGIT, 1), 1, -1000), name);
            assertEquals(0, loss(Subject.of(name, Scale.LOGIT, 1), 1, 1000), name);
            assertEquals(690.7755278982137, loss(Subject.of(name, Scale.PROBABILITY, 1), 1, 1e-300), name);
            assertEquals(Double.POSITIVE_INFINITY, loss(Subject.of(name, Scale.PROBABILITY, 1), 1, 0), name);
            assertEquals(0, loss(Subject.of(name, Scale.PROBABILITY, 1), 0, 0), name);
        }
    }

    /** The first has {@code factor} times the losses of the second, in every bit. */
    private static void assertSameBits(Subject one, Subject other, double factor) {
        Block rows = one.rows(SEED, ROWS);
        double[] a = losses(one, rows);
        double[] b = losses(other, rows);
        for (int i = 0; i < ROWS; i++) {
            assertEquals(
                    Double.doubleToRawLongBits(a[i]),
                    Double.doubleToRawLongBits(factor * b[i]),
                    one + " and " + other + ": " + describe(rows, i));
        }
    }

    private static double loss(Subject subject, double y, double f) {
        Block rows = new Block(subject.layout());
        rows.target(0)[0] = y;
        rows.prediction(0)[0] = f;
        rows.commit("test", 2, 1);
        return losses(subject, rows)[0];
    }

    private static double[] losses(Subject subject, Block rows) {
        double[] loss = new double[Block.CAPACITY];
        ((SampleFormula) subject.formula()).evaluate(rows, loss);
        return loss;
    }

    // Slopes, by differences in double-double arithmetic.

    private interface Function {
        DoubleDouble at(Row point);
    }

    private static void checkSlopes(Subject subject, Block rows, double[][] slopes, Function f) {
        for (int k = 0; k < subject.columns(); k++) {
            checkSlopes(subject, rows, slopes, f, k);
        }
    }

    /** Each slope lies between the quotients of differences on both sides; at a corner those differ. */
    private static void checkSlopes(Subject subject, Block rows, double[][] slopes, Function f, int k) {
        Row row = new Row(rows.layout());
        for (int i = 0; i < rows.rows(); i++) {
            row.take(rows, i);
            DoubleDouble here = f.at(row);
            double left = quotient(subject, row, k, f, here, -1);
            double right = quotient(subject, row, k, f, here, 1);
            double slope = slopes[k][i];
            if (Double.isFinite(left) && Double.isFinite(right) && Double.isFinite(slope)) {
                // The last bits of what is subtracted, seen through the step.
                double noise = noise(here, row) / step(row.prediction()[k], FAR);
                double slack = 1e-9 * (Math.abs(left) + Math.abs(right)) + 1e-12 + noise;
                assertTrue(
                        slope >= Math.min(left, right) - slack && slope <= Math.max(left, right) + slack,
                        describe(rows, i) + ": " + slope + " is not between " + left + " and " + right);
            }
        }
    }

    /** The quotient on one side; NaN where it grows without end as the step shrinks: there is a jump. */
    private static double quotient(Subject subject, Row row, int k, Function f, DoubleDouble here, int side) {
        double far = quotient(subject, row, k, f, here, side * FAR);
        double near = quotient(subject, row, k, f, here, side * 0x1p-4 * FAR);
        return Math.abs(near) <= 8 * Math.abs(far) + 1 ? far : Double.NaN;
    }

    private static double quotient(Subject subject, Row row, int k, Function f, DoubleDouble here, double fraction) {
        double x = row.prediction()[k];
        double near = x + step(x, fraction);
        if (!subject.predictionDomain().contains(near)) {
            return Double.NaN;
        }
        row.prediction()[k] = near;
        DoubleDouble there = f.at(row);
        row.prediction()[k] = x;
        return there.minus(here).dividedBy(DoubleDouble.difference(near, x)).toDouble();
    }

    /** How far off a value may be: a few of its last bits, which are those of a double where it was rounded to one. */
    private static double noise(DoubleDouble value, Row row) {
        double size = Math.abs(value.hi());
        for (double x : row.target()) {
            size = Math.max(size, Math.abs(x));
        }
        for (double x : row.prediction()) {
            size = Math.max(size, Math.abs(x));
        }
        return value.lo() == 0 ? 4 * Math.ulp(value.hi()) : 1e-29 * size;
    }

    private static double step(double x, double fraction) {
        return Math.max(Math.abs(x), 0x1p-10) * fraction;
    }

    /** To about 31 digits, from as many bits as that takes. */
    private static DoubleDouble exactly(IntFunction<Ball> number) {
        for (int bits = BITS; ; bits *= 2) {
            try {
                Ball ball = number.apply(bits);
                if (ball.isDecided() || bits >= 32 * BITS) {
                    return ball.toDoubleDouble();
                }
            } catch (Exactly.Undecided signal) {
                // Thrown up to some thousands of bits only.
                assertTrue(bits < 32 * BITS, "not decided");
            }
        }
    }

    private static DoubleDouble exactLoss(Subject subject, Row row) {
        if (!(subject.formula() instanceof AlgebraicFormula formula)) {
            return exactly(bits -> exactLoss(subject, row, bits));
        }
        DoubleDouble sum = DoubleDouble.ZERO;
        for (int k = 0; k < row.target().length; k++) {
            sum = sum.plus(formula.loss(row.target()[k], row.prediction()[k]));
        }
        return sum.dividedBy(row.target().length);
    }

    private static Ball exactLoss(Subject subject, Row row, int bits) {
        Ball[] f = Ball.of(row.prediction(), bits);
        if (subject.formula() instanceof RowFormula formula) {
            return formula.loss(row, f);
        }
        AnalyticFormula formula = (AnalyticFormula) subject.formula();
        Ball sum = Ball.of(0, bits);
        for (int k = 0; k < f.length; k++) {
            sum = sum.plus(formula.loss(Ball.of(row.target()[k], bits), f[k]));
        }
        return sum.dividedBy(f.length);
    }

    private static DoubleDouble exactGradient(Subject subject, Row row, int k) {
        if (subject.formula() instanceof RowFormula formula) {
            return exactly(bits -> {
                Ball[] f = Ball.of(row.prediction(), bits);
                Ball[] gradient = f.clone();
                formula.gradient(row, f, gradient);
                return gradient[k];
            });
        }
        DoubleDouble y = DoubleDouble.of(row.target()[k]);
        DoubleDouble f = DoubleDouble.of(row.prediction()[k]);
        DoubleDouble slope = subject.formula() instanceof AnalyticFormula formula
                ? formula.gradient(y, f)
                : ((AlgebraicFormula) subject.formula()).gradient(y, f);
        return slope.dividedBy(row.target().length);
    }

    // Rows.

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

    private static String describe(Block rows, int i) {
        Row row = new Row(rows.layout());
        row.take(rows, i);
        return "target " + Arrays.toString(row.target()) + ", prediction " + Arrays.toString(row.prediction());
    }
}

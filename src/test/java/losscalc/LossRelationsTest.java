package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import losscalc.loss.Block;
import losscalc.loss.Row;
import losscalc.loss.Scale;
import losscalc.loss.SetFormula;
import org.junit.jupiter.api.Test;

/** What ties one loss to another: special cases, limits, scales. */
class LossRelationsTest {
    private static final int ROWS = 150;
    private static final long SEED = 20250301;
    private static final Scale[] SCALES = {Scale.PROBABILITY, Scale.LOGIT, Scale.LOG_PROBABILITY};

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
        double[] a = huber.losses(rows);
        double[] b = size.losses(rows);
        for (int i = 0; i < ROWS; i++) {
            assertEquals(b[i], a[i] * 0x1p60, 0x1p-60 + 1e-15 * b[i], Subject.describe(rows, i));
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
                assertEquals(loss(one, 1, z), two.losses(rows)[0], name + " " + z);
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
        double[] a = one.losses(rows);
        double[] b = other.losses(rows);
        for (int i = 0; i < ROWS; i++) {
            assertEquals(
                    Double.doubleToRawLongBits(a[i]),
                    Double.doubleToRawLongBits(factor * b[i]),
                    one + " and " + other + ": " + Subject.describe(rows, i));
        }
    }

    private static double loss(Subject subject, double y, double f) {
        Block rows = new Block(subject.layout());
        rows.target(0)[0] = y;
        rows.prediction(0)[0] = f;
        rows.commit("test", 2, 1);
        return subject.losses(rows)[0];
    }
}

package losscalc.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import losscalc.loss.Adjustments;
import losscalc.loss.Layout;
import losscalc.loss.Loss;
import losscalc.loss.Row;
import losscalc.loss.Scale;
import losscalc.loss.SetFormula;
import losscalc.loss.Setup;
import org.junit.jupiter.api.Test;

/** Sets whose loss lies in the middle between two doubles, or beside it by less than 31 digits tell. */
class CertainSetTest {
    private static final double EVEN = 0.25;

    private final Row row = new Row(Layout.of(1, 1));
    private final SetFormula formula = formula();

    /** Of two logits that cancel, and labels of 1/2, the loss is alpha/2 + beta/2: here 1/4 and half a unit in its last place. */
    private static SetFormula formula() {
        Loss tversky = Losses.find("tversky");
        double[][] values = {{0.5}, {0x1p-54}, {0.25 - 0x1p-55}, {0}};
        return (SetFormula)
                tversky.formula(new Setup(tversky.card().params(), values, Scale.LOGIT, 1, Adjustments.NONE));
    }

    private void add(SetFormula.Accumulator set, double y, double z, double weight) {
        row.target()[0] = y;
        row.prediction()[0] = z;
        set.add(row, weight);
    }

    private SetFormula.Accumulator middle() {
        SetFormula.Accumulator set = formula.start();
        add(set, 0.5, 1.3, 1);
        add(set, 0.5, -1.3, 1);
        return set;
    }

    @Test
    void theMiddleGoesToTheEvenOne() {
        assertEquals(EVEN, middle().value());
    }

    @Test
    void theLeastThatIsMoreGoesUp() {
        SetFormula.Accumulator more = formula.start();
        add(more, 0, -1000, 1);
        SetFormula.Accumulator set = middle();
        set.merge(more);
        assertEquals(Math.nextUp(EVEN), set.value());
    }

    /** Rows that weigh nothing change nothing but the room. */
    @Test
    void withoutRoomForTheRowsItCountsAsTheMiddle() {
        SetFormula.Accumulator set = middle();
        add(set, 0, -1000, 1);
        for (int i = 0; i < 400_000; i++) {
            add(set, 0, 0, 0);
        }
        assertEquals(EVEN, set.value());
    }
}

package losscalc.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import losscalc.loss.Interval;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void aLabelIsItsPlaceInTheList() {
        Labels labels = Labels.ordered(List.of("cat", "dog", "1"));
        assertEquals(0, labels.number("cat"));
        assertEquals(2, labels.number("1"));
        assertEquals(-1, labels.number("0"));
        assertEquals(-1, labels.number("Cat"));
        assertFalse(labels.orIndex());
        assertTrue(Labels.orIndices(List.of("cat")).orIndex());
    }

    @Test
    void theFirstOtherLabelIsTheNegativeOne() {
        Labels labels = Labels.positive("yes");
        assertNull(labels.classes());
        assertEquals("'yes'", labels.listed());
        assertEquals(1, labels.number("yes"));
        assertEquals(0, labels.number("no"));
        assertEquals(-1, labels.number("maybe"));
        assertEquals(0, labels.number("no"));
        assertEquals("'yes' or 'no'", labels.listed());
    }

    @Test
    void labelsAreListedUpToADozen() {
        assertEquals("'a', 'b' or 'c'", Labels.ordered(List.of("a", "b", "c")).listed());
        String many = Labels.ordered(List.of("abcdefghijklmnop".split(""))).listed();
        assertTrue(many.startsWith("'a', 'b', 'c'") && many.endsWith("'l', ..."), many);
    }

    @Test
    void numbersAreTheSameLabelWhenTheyAreEqual() {
        Labels labels = Labels.positive("1");
        assertEquals(1, labels.number("1.0"));
        assertEquals(0, labels.number("2"));
        assertEquals(0, labels.number("2.00"));
        assertEquals(-1, labels.number("x"));
        Labels words = Labels.positive("nan");
        assertEquals(0, words.number("NaN"));
        assertEquals(-1, words.number("1"));
    }

    @Test
    void someLabelsLookLikeNumbers() {
        assertTrue(Labels.ordered(List.of("a", "1.5")).hasNumbers());
        assertTrue(Labels.ordered(List.of("1,5", "a")).hasNumbers());
        assertFalse(Labels.ordered(List.of("a", "b1")).hasNumbers());
    }

    @Test
    void aDozenLabelsAreListedWhole() {
        String twelve = Labels.ordered(List.of("abcdefghijkl".split(""))).listed();
        assertTrue(twelve.endsWith("'k' or 'l'"), twelve);
    }

    @Test
    void equalLabelsTurnTheSameTextsIntoTheSameNumbers() {
        List<String> words = List.of("no", "yes");
        assertEquals(Labels.ordered(words), Labels.ordered(List.of("no", "yes")));
        assertEquals(
                Labels.ordered(words).hashCode(),
                Labels.ordered(List.of("no", "yes")).hashCode());
        assertEquals(Labels.positive("yes"), Labels.positive("yes"));
        assertNotEquals(Labels.ordered(words), Labels.ordered(List.of("yes", "no")));
        assertNotEquals(Labels.ordered(words), Labels.orIndices(words));
        assertNotEquals(Labels.ordered(words), Labels.positive("yes"));
        assertNotEquals(Labels.positive("yes"), Labels.positive("no"));
        assertNotEquals(Labels.positive("yes"), "yes");
    }

    @Test
    void numbersStandForThemselvesWhereNoLabelLooksLikeOne() {
        assertTrue(slot(null).isNumeric());
        assertTrue(slot(Labels.orIndices(List.of("a", "b"))).isNumeric());
        assertFalse(slot(Labels.orIndices(List.of("1", "2"))).isNumeric());
        assertFalse(slot(Labels.ordered(List.of("a", "b"))).isNumeric());
        assertFalse(slot(Labels.positive("yes")).isNumeric());
    }

    private static Slot slot(Labels labels) {
        return new Slot(0, 0, Slot.Role.CLASS, 0, Interval.closed(0, 1), labels);
    }
}

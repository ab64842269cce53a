package losscalc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    void breaksBetweenNamesAndOptionsBeforeItBreaksBetweenWords() {
        assertEquals(List.of("exact,", "keras Long", "Name"), Folding.lines("exact, keras Long Name", 12));
        assertEquals(List.of("--clip 1e-7", "--soft-labels"), Folding.lines("--clip 1e-7 --soft-labels", 20));
        assertEquals(List.of("--reduction", "root"), Folding.lines("--reduction root", 12));
    }

    @Test
    void leavesAWordThatIsTooWide() {
        assertEquals(List.of("a", "abcdefghij", "b"), Folding.lines("a abcdefghij b", 4));
        assertEquals(List.of("abcdefghij"), Folding.lines("abcdefghij", 4));
        assertEquals(List.of(""), Folding.lines("", 4));
    }

    @Test
    void goesOnBelowItselfWithTheOtherCellsEmpty() {
        List<List<String>> rows = List.of(List.of("mse", "1", "--a", "one, two"), List.of("", "2", "", "six"));
        assertEquals(
                List.of(List.of("mse", "1", "--a", "one,"), List.of("", "", "", "two"), List.of("", "2", "", "six")),
                Folding.rows(rows, 3, 4));
    }

    @Test
    void sharesTheRoomSoThatTheFewestLinesAreTaken() {
        List<List<String>> rows = List.of(List.of("--clip 1", "one, two"), List.of("", "three, four, five"));
        // 8 for the left cell whole, 17 for the right ones.
        assertEquals(8, Folding.left(rows, 25));
        // The left cell may not be torn: 12 remain, "three, four," and "five".
        assertEquals(8, Folding.left(rows, 20));
    }
}

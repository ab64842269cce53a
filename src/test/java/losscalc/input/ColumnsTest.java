package losscalc.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import losscalc.problem.Exit;
import losscalc.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {
    private static final Columns COLUMNS =
            new Columns(List.of("id", "y_1", "y_2", "a,b", "7", "x-y", "y:z", "猫"), "data.csv", true);

    private static Columns of(String... names) {
        return new Columns(List.of(names), "data.csv", true);
    }

    /** What is wanted behind the bar: places from 0, between blanks. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y_1 | 1",
                "2 | 1",
                "-1 | 7",
                "-8 | 0",
                "y_1,y_2 | 1 2",
                "y_2,y_1 | 2 1",
                "y_1 , 3 | 1 2",
                "2-4 | 1 2 3",
                "4-2 | 3 2 1",
                "y_1:a,b | -",
                "y_1:4 | 1 2 3",
                "y_* | 1 2",
                "*1 | 1",
                "* | 0 1 2 3 4 5 6 7",
                "a,b | 3",
                "7 | 4",
                "x-y | 5",
                "y:z | 6",
                "猫 | 7",
                "y_1,7,1 | 1 4 0",
                "5-6 | 4 5"
            })
    void columnsAreFoundByWhatTheyAreCalled(String list, String places) throws Problem {
        if (places.equals("-")) {
            assertEquals(
                    Exit.DATA,
                    assertThrows(Problem.class, () -> COLUMNS.find(list)).exit());
            return;
        }
        List<Integer> wanted =
                Arrays.stream(places.split(" ")).map(Integer::valueOf).collect(Collectors.toList());
        assertEquals(wanted, COLUMNS.find(list));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "0", "9", "-9", "1-9", "z_*", "y_1,", "", "y_1:nope", "99999999999", "Y_1"})
    void whatIsNotThereIsAnError(String list) {
        Problem problem = assertThrows(Problem.class, () -> COLUMNS.find(list));
        assertEquals(Exit.DATA, problem.exit());
        assertEquals("data.csv", problem.faults().get(0).where().toString());
    }

    @Test
    void aNameOfTwoColumnsIsAmbiguousAndANumberIsNot() throws Problem {
        Columns columns = of("a", "b", "a");
        assertThrows(Problem.class, () -> columns.find("a"));
        assertThrows(Problem.class, () -> columns.find("b,a"));
        assertEquals(List.of(2), columns.find("3"));
    }

    @Test
    void wellKnownNamesAreFoundWhateverTheirCase() {
        assertEquals(List.of(0), of("Y_True", "x").knownTargets());
        assertEquals(List.of(0, 1), of(" y ", "Label", "p").knownTargets());
        assertEquals(List.of(2), of(" y ", "Label", "p").knownPredictions());
        assertEquals(List.of(1), of("真实值", "预测值").knownPredictions());
        assertEquals(List.of(), new Columns(List.of("1", "2"), "data.csv", false).knownTargets());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "ID", "index", "", " row ", "Unnamed: 0"})
    void aColumnThatNamesTheRowIsKnown(String name) {
        assertTrue(of("a", name).hasRowName());
        assertFalse(of("a", "identity").hasRowName());
        assertFalse(new Columns(List.of("a", name), "data.csv", false).hasRowName());
    }

    @ParameterizedTest
    @CsvSource({"0, true", "12, true", "-3, true", "-, false", "'', false", "1.5, false", "1a, false", "+1, false"})
    void aNumberIsMadeOfDigits(String text, boolean number) {
        assertEquals(number, Columns.isNumber(text));
    }
}

package losscalc.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import losscalc.problem.Exit;
import losscalc.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
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
                    assertThrows(Problem.class, () -> Selection.of(list, COLUMNS))
                            .exit());
            return;
        }
        List<Integer> wanted =
                Arrays.stream(places.split(" ")).map(Integer::valueOf).collect(Collectors.toList());
        assertEquals(wanted, Selection.of(list, COLUMNS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "0", "9", "-9", "1-9", "z_*", "y_1,", "", "y_1:nope", "99999999999", "Y_1"})
    void whatIsNotThereIsAnError(String list) {
        Problem problem = assertThrows(Problem.class, () -> Selection.of(list, COLUMNS));
        assertEquals(Exit.DATA, problem.exit());
        assertEquals("data.csv", problem.faults().get(0).where().toString());
    }

    @Test
    void aNameOfTwoColumnsIsAmbiguousAndANumberIsNot() throws Problem {
        Columns columns = of("a", "b", "a");
        assertThrows(Problem.class, () -> Selection.of("a", columns));
        assertThrows(Problem.class, () -> Selection.of("b,a", columns));
        assertEquals(List.of(2), Selection.of("3", columns));
    }

    @Test
    void starsStandForAnyRunOfCharacters() throws Problem {
        Columns columns = of("1x", "x1", "x12", "1", "xx1x1");
        assertEquals(List.of(1, 3, 4), Selection.of("*1", columns));
        assertEquals(List.of(0, 3), Selection.of("1*", columns));
        assertEquals(List.of(4), Selection.of("x*1*x*1", columns));
        assertEquals(List.of(1, 2, 4), Selection.of("x*1*", columns));
    }

    @Test
    void namesInQuotes() throws Problem {
        Columns columns = of("a,b", "c\"d", "e\",f", "\"", "g");
        assertEquals(List.of(0, 4), Selection.of("\"a,b\",g", columns));
        assertEquals(List.of(1), Selection.of("\"c\"\"d\"", columns));
        assertEquals(List.of(2, 1), Selection.of("\"e\"\",f\",c\"d", columns));
        assertEquals(List.of(3), Selection.of("\"", columns));
        assertEquals(List.of(3), Selection.of("\"\"\"\"", columns));
    }
}

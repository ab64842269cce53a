package losscalc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import losscalc.loss.Interval;
import losscalc.problem.Exit;
import losscalc.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static void assertUsage(Executable call) {
        assertEquals(Exit.USAGE, assertThrows(Problem.class, call).exit());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "+.5, 0.5", "1e-3, 0.001", "1., 1"})
    void numbersFollowTheGrammarOfTheData(String word, double number) throws Problem {
        assertEquals(number, Words.number("--x", word, Interval.POSITIVE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "nan", "1d", "1_0", "1e400", "0x1", " 1", "1,5"})
    void whatIsNoneOrLiesOutsideIsAUsageError(String word) {
        assertUsage(() -> Words.number("--x", word, Interval.POSITIVE));
    }

    @Test
    void wholeNumbersHaveNoFraction() throws Problem {
        assertEquals(3, Words.whole("--x", "3", 1, 5));
        assertEquals(3, Words.whole("--x", "3.0", 1, 5));
        assertUsage(() -> Words.whole("--x", "3.5", 1, 5));
        assertUsage(() -> Words.whole("--x", "6", 1, 5));
    }

    @Test
    void theFirstChoiceIsTheOneThatIsNotMade() throws Problem {
        List<String> words = List.of("mean", "sum");
        assertEquals(0, Words.choice("--x", null, words));
        assertEquals(1, Words.choice("--x", "sum", words));
        Problem problem = assertThrows(Problem.class, () -> Words.choice("--x", "sun", words));
        assertEquals("did you mean 'sum'?", problem.faults().get(0).hint());
    }

    @Test
    void aDelimiterIsOneAsciiCharacter() throws Problem {
        assertEquals('\t', Words.character("--x", "tab"));
        assertEquals('\t', Words.character("--x", "\\t"));
        assertEquals(';', Words.character("--x", ";"));
        for (String word : new String[] {"", "ab", "\n", "\"", "；"}) {
            assertUsage(() -> Words.character("--x", word));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a,b | a/b", "a | a", "a,,b | a//b", "a, | a/"})
    void listsArePartedByCommas(String word, String parts) {
        assertEquals(Arrays.asList(parts.split("/", -1)), Words.list(word));
    }
}

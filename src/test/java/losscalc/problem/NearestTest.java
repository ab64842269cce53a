package losscalc.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({
        "huber, huber, 0",
        "hubr, huber, 1",
        "hubber, huber, 1",
        "huver, huber, 1",
        "hubre, huber, 1",
        "'', abc, 3",
        "abc, '', 3",
        "ab, ba, 1",
        "kitten, sitting, 3",
        "ca, abc, 3"
    })
    void theDistanceCountsInsertionsDeletionsReplacementsAndSwaps(String a, String b, int steps) {
        assertEquals(steps, Nearest.distance(a, b));
    }

    @Test
    void theDistanceIsThatOfBothDirections() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            String a = word(random);
            String b = word(random);
            assertEquals(Nearest.distance(a, b), Nearest.distance(b, a), a + " " + b);
            assertTrue(Nearest.distance(a, b) <= Math.max(a.length(), b.length()));
            assertEquals(a.equals(b), Nearest.distance(a, b) == 0);
        }
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(7), 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void theNearestIsProposedWhateverTheCase() {
        assertEquals("MSELoss", Nearest.of("mselos", List.of("huber", "MSELoss", "mae")));
        assertEquals("did you mean 'huber'?", Nearest.hint("hubr", List.of("mse", "huber")));
    }

    @Test
    void ofTwoThatAreAsNearTheFirstIsProposed() {
        assertEquals("cat", Nearest.of("cot", List.of("cat", "cut")));
    }

    @Test
    void whatIsFarIsNotProposed() {
        assertNull(Nearest.of("prediction", List.of("cat", "dog")));
        assertNull(Nearest.of("x", List.of("y")));
        assertNull(Nearest.of("x", List.of()));
        assertNull(Nearest.hint("abcdef", List.of("uvwxyz")));
    }
}

package losscalc.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EchoTest {
    @Test
    void ordinaryTextIsShownAsItIs() {
        assertEquals("\"abc 猫 größe\"", Echo.quoted("abc 猫 größe"));
        assertEquals("'abc'", Echo.name("abc"));
        assertEquals("abc", Echo.plain("abc"));
        assertEquals("\"\"", Echo.quoted(""));
    }

    @ParameterizedTest
    @CsvSource({
        "9, \\t",
        "10, \\n",
        "13, \\r",
        "0, \\u0000",
        "27, \\u001b",
        "127, \\u007f",
        "133, \\u0085",
        "160, \\u00a0",
        "8203, \\u200b",
        "8238, \\u202e",
        "8294, \\u2066",
        "8232, \\u2028",
        "65279, \\ufeff",
        "1564, \\u061c"
    })
    void whatWouldMoveTheCursorOrTurnTheTextIsEscaped(int c, String shown) {
        assertEquals("a" + shown + "b", Echo.plain("a" + (char) c + "b"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 39, 40})
    void upToFortyCharactersAreShown(int length) {
        assertEquals('"' + "x".repeat(length) + '"', Echo.quoted("x".repeat(length)));
    }

    @Test
    void moreThanFortyAreCut() {
        assertEquals('"' + "x".repeat(40) + "...\"", Echo.quoted("x".repeat(41)));
    }

    @Test
    void anyTextBecomesOneSafeLine() {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(50); k > 0; k--) {
                text.append((char) random.nextInt(random.nextBoolean() ? 0x100 : 0xd800));
            }
            String shown = Echo.quoted(text);
            assertTrue(shown.chars().noneMatch(c -> Character.isISOControl(c)), shown);
            assertEquals(1, shown.lines().count());
        }
    }
}

package losscalc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
    @Test
    void ordinaryTextStandsInQuotes() {
        assertEquals("\"abc 猫 / '\"", JsonText.quoted("abc 猫 / '"));
        assertEquals("\"\"", JsonText.quoted(""));
        assertEquals("\"\ud83d\ude00\"", JsonText.quoted("\ud83d\ude00"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "34, \\\"",
                "92, \\\\",
                "10, \\n",
                "9, \\u0009",
                "0, \\u0000",
                "31, \\u001f",
                "127, \\u007f",
                "55357, \\ud83d",
                "56832, \\ude00"
            })
    void quotesControlsAndHalfCharactersAreEscaped(int c, String shown) {
        assertEquals("\"a" + shown + "b\"", JsonText.quoted("a" + (char) c + "b"));
    }
}

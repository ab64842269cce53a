package losscalc.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import losscalc.cli.App;
import losscalc.cli.Streams;
import losscalc.loss.Card;
import losscalc.loss.Param;
import org.junit.jupiter.api.Test;

/** The manual page and the completions tell of every loss, and hold nothing that their readers stumble over. */
class ManPageTest {
    private static final Set<String> REQUESTS = Set.of("TH", "SH", "SS", "TP", "PP", "B", "br");

    @Test
    void everyLineIsTextOrAKnownRequest() {
        for (String line : print("help", "--man").split("\n")) {
            if (line.startsWith(".")) {
                assertTrue(REQUESTS.contains(line.substring(1).split(" ")[0]), line);
            }
            assertTrue(!line.startsWith("'") && !line.isEmpty(), line);
            assertTrue(line.chars().allMatch(c -> c >= ' ' && c < 0x7f), line);
        }
    }

    @Test
    void everyLossIsToldOf() {
        String page = print("help", "--man").replace("\\-", "-");
        for (String shell : List.of("bash", "zsh", "fish")) {
            String script = print("completion", shell);
            for (Card card : Completion.cards()) {
                for (String name : Completion.names(card)) {
                    assertTrue(page.contains(name), name);
                    assertTrue(script.contains(name), shell + ": " + name);
                }
                for (Param param : card.params()) {
                    assertTrue(page.contains("--" + param.name()), param.name());
                    assertTrue(script.contains(param.name()), shell + ": " + param.name());
                }
            }
        }
    }

    @Test
    void noNameBreaksAScript() {
        for (Card card : Completion.cards()) {
            for (String name : Completion.names(card)) {
                assertTrue(name.matches("[A-Za-z0-9_.+-]+"), name);
            }
        }
    }

    private static String print(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = App.run(words, new Streams(new ByteArrayInputStream(new byte[0]), out, err, false));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        assertEquals(0, code);
        return out.toString(StandardCharsets.UTF_8);
    }
}

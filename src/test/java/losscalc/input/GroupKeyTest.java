package losscalc.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupKeyTest {
    private static String key(List<String> parts) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            GroupKey.add(key, i == 0, parts.get(i));
        }
        return key.toString();
    }

    @Test
    void theTextsComeBackWhateverTheyHoldAndNoTwoKeysAreTheSame() {
        List<String> texts = List.of("", "a", "\0", "\1", "\0\0", "\0\1", "a\0", "\0a", "a\tb", "\1\0\0\1");
        Map<String, List<String>> seen = new HashMap<>();
        for (String a : texts) {
            check(List.of(a), seen);
            for (String b : texts) {
                check(List.of(a, b), seen);
                for (String c : texts) {
                    check(List.of(a, b, c), seen);
                }
            }
        }
    }

    private static void check(List<String> parts, Map<String, List<String>> seen) {
        String key = key(parts);
        assertEquals(parts, GroupKey.parts(key));
        assertEquals(null, seen.put(key, parts));
    }
}

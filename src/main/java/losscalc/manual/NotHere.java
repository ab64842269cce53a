package losscalc.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import losscalc.losses.Losses;

/** The losses of other libraries that are left out, and why: a table of the document, read when it is asked for. */
public final class NotHere {
    private NotHere() {}

    /** The table, in Markdown, with its heading. */
    static String table() {
        try (InputStream in = NotHere.class.getResourceAsStream("/losscalc/not-here.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why the loss of that name is left out; null where the table does not have it. */
    public static String reason(String name) {
        String wanted = withoutLoss(name);
        for (String line : table().split("\n")) {
            int names = line.indexOf('|');
            int reason = line.indexOf('|', names + 1);
            if (reason < 0) {
                continue;
            }
            for (String each : line.substring(names + 1, reason).split(",")) {
                String known = each.replace('`', ' ').strip();
                if (each.indexOf('`') >= 0 && withoutLoss(known).equals(wanted)) {
                    return line.substring(reason + 1, line.lastIndexOf('|'))
                            .replace("`", "")
                            .strip();
                }
            }
        }
        return null;
    }

    /** As everywhere: case, hyphens, underscores and a Loss at the end do not matter. */
    private static String withoutLoss(String name) {
        String key = Losses.key(name);
        return key.endsWith("loss") ? key.substring(0, key.length() - "loss".length()) : key;
    }
}

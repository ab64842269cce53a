package losscalc.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import losscalc.loss.Loss;
import losscalc.losses.Losses;

/** The losses of other libraries that are left out, and why: a table of the document, read when it is asked for. */
public final class NotHere {
    private static final List<String> BEFORE = List.of("binary", "multiclass", "multilabel");
    private static final List<String> BEHIND = List.of("loss", "score", "macro", "micro", "samples", "weighted");

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
        String key = Losses.key(name.indexOf('@') > 0 ? name.substring(0, name.indexOf('@')) : name);
        String opposite = key.startsWith("neg") ? key.substring("neg".length()) : key;
        Loss loss = opposite.equals(key) ? null : Losses.find(opposite);
        if (loss != null) {
            List<String> implied = Losses.implied(loss.card(), opposite);
            return (loss.card().name() + " " + String.join(" ", implied)).strip() + " with the other sign";
        }
        for (String each : List.of(key, opposite)) {
            String reason = inTable(each, false);
            reason = reason == null ? inTable(bare(each), true) : reason;
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    /** The reason beside a name of the table; with {@code isBare} its names are compared in their bare form. */
    private static String inTable(String wanted, boolean isBare) {
        for (String line : table().split("\n")) {
            int names = line.indexOf('|');
            int reason = line.indexOf('|', names + 1);
            if (reason < 0) {
                continue;
            }
            for (String each : line.substring(names + 1, reason).split(",")) {
                String known = Losses.key(each.replace('`', ' ').strip());
                if (each.indexOf('`') >= 0 && (isBare ? bare(known) : known).equals(wanted)) {
                    return line.substring(reason + 1, line.lastIndexOf('|'))
                            .replace("`", "")
                            .strip();
                }
            }
        }
        return null;
    }

    /** Without what only says over which labels or classes, and how, it is averaged. */
    private static String bare(String key) {
        String bare = key;
        for (String word : BEFORE) {
            bare = bare.startsWith(word) && bare.length() > word.length() ? bare.substring(word.length()) : bare;
        }
        for (String word : BEHIND) {
            bare = bare.endsWith(word) && bare.length() > word.length()
                    ? bare.substring(0, bare.length() - word.length())
                    : bare;
        }
        return bare;
    }
}

package losscalc.input.fast;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The first line of a file, where it is a plain one. */
final class HeaderLine {
    private static final int MARK = 3;

    private final byte[] bytes;
    private final char delimiter;
    private final int start;
    private final int end;

    HeaderLine(byte[] bytes, char delimiter) {
        this.bytes = bytes;
        this.delimiter = delimiter;
        start = bytes.length >= MARK && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf
                ? MARK
                : 0;
        int i = start;
        while (i < bytes.length && bytes[i] != '\n') {
            i++;
        }
        end = i + 1;
    }

    /** The index of its first character: behind a byte order mark. */
    int start() {
        return start;
    }

    /** The index behind the line and its end. */
    int end() {
        return end;
    }

    /**
     * The names in it, or the numbers of its fields; null when it is not plain: there is no line end, the
     * line is empty or has one field that is no name, a quote or a line end stands inside a field, or the bytes are not UTF-8 or no text.
     */
    List<String> names(boolean named) {
        int to = end - 1;
        if (end > bytes.length) {
            return null;
        }
        if (to > start && bytes[to - 1] == '\r') {
            to--;
        }
        List<String> names = new ArrayList<>();
        int from = start;
        for (int i = start; i <= to; i++) {
            if (i == to || bytes[i] == delimiter) {
                String name = name(from, i);
                if (name == null) {
                    return null;
                }
                names.add(named ? name : Integer.toString(names.size() + 1));
                from = i + 1;
            }
        }
        // A single field may be a line whose fields another character parts: the readable lane has a word for that.
        return to == start || names.size() == 1 && !named ? null : names;
    }

    /** The line without its end. */
    String text() {
        int to = bytes[end - 2] == '\r' ? end - 2 : end - 1;
        return new String(bytes, start, to - start, StandardCharsets.UTF_8);
    }

    private String name(int from, int to) {
        int a = from;
        int b = to;
        if (b - a >= 2 && bytes[a] == '"' && bytes[b - 1] == '"') {
            a++;
            b--;
        }
        for (int i = a; i < b; i++) {
            if (bytes[i] == '"' || bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t') {
                return null;
            }
        }
        String name = new String(bytes, a, b - a, StandardCharsets.UTF_8);
        return name.indexOf('\ufffd') >= 0 ? null : name;
    }
}

package losscalc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON by the letter of RFC 8259, numbers as doubles: a second opinion of what the program prints. */
final class StrictJson {
    private final String text;
    private int at;

    private StrictJson(String text) {
        this.text = text;
    }

    /** The one object that the text is. */
    static Map<?, ?> object(String text) {
        StrictJson json = new StrictJson(text);
        Object value = json.value();
        json.blanks();
        if (json.at < text.length()) {
            throw json.wrong();
        }
        return (Map<?, ?>) value;
    }

    private Object value() {
        blanks();
        char c = text.charAt(at);
        if (c == '{') {
            Map<String, Object> members = new LinkedHashMap<>();
            for (at++; !ends('}', members.isEmpty()); ) {
                blanks();
                String name = string();
                blanks();
                take(":");
                if (members.put(name, value()) != null) {
                    throw wrong();
                }
            }
            return members;
        }
        if (c == '[') {
            List<Object> elements = new ArrayList<>();
            for (at++; !ends(']', elements.isEmpty()); ) {
                elements.add(value());
            }
            return elements;
        }
        return c == '"' ? string() : c == 't' ? take("true") : c == 'f' ? take("false") : number();
    }

    /** Takes the end of a list, or the comma between two of its elements. */
    private boolean ends(char end, boolean first) {
        blanks();
        if (text.charAt(at) == end) {
            at++;
            return true;
        }
        if (!first) {
            take(",");
        }
        return false;
    }

    private String string() {
        int from = at;
        take("\"");
        while (text.charAt(at) != '"') {
            if (text.charAt(at) < 0x20) {
                throw wrong();
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        return text.substring(from + 1, at - 1);
    }

    private Double number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(from, at);
        if (!number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
            throw wrong();
        }
        return Double.valueOf(number);
    }

    private String take(String word) {
        if (!text.startsWith(word, at)) {
            throw wrong();
        }
        at += word.length();
        return word;
    }

    private void blanks() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("no JSON at " + at + ": " + text);
    }
}

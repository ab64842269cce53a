/** Whether a text is one JSON value (RFC 8259), with no name twice in an object. */
final class Strict {
    private final String text;
    private int at;

    private Strict(String text) {
        this.text = text;
    }

    static boolean isJson(String text) {
        Strict strict = new Strict(text.strip());
        try {
            strict.value();
            return strict.at == strict.text.length();
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return false;
        }
    }

    private void value() {
        blanks();
        char c = text.charAt(at);
        if (c == '{') {
            members();
        } else if (c == '[') {
            elements();
        } else if (c == '"') {
            string();
        } else {
            int from = at;
            while (at < text.length() && ",]} \n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(from, at);
            if (!word.matches("true|false|null|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
                throw new IllegalArgumentException(word);
            }
        }
        blanks();
    }

    private void members() {
        java.util.Set<String> names = new java.util.HashSet<>();
        at++;
        blanks();
        while (text.charAt(at) != '}') {
            blanks();
            if (!names.add(string())) {
                throw new IllegalArgumentException("a name twice");
            }
            blanks();
            take(':');
            value();
            if (text.charAt(at) != '}') {
                take(',');
            }
        }
        at++;
    }

    private void elements() {
        at++;
        blanks();
        while (text.charAt(at) != ']') {
            value();
            if (text.charAt(at) != ']') {
                take(',');
            }
        }
        at++;
    }

    private String string() {
        int from = at;
        take('"');
        while (text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c < ' ' || Character.isSurrogate(c) && !isPaired()) {
                throw new IllegalArgumentException("control character");
            }
            if (c == '\\') {
                at++;
                if (text.charAt(at) == 'u') {
                    Integer.parseInt(text.substring(at + 1, at + 5), 16);
                    at += 4;
                } else if ("\"\\/bfnrt".indexOf(text.charAt(at)) < 0) {
                    throw new IllegalArgumentException("escape");
                }
            }
            at++;
        }
        at++;
        return text.substring(from, at);
    }

    private boolean isPaired() {
        return Character.isHighSurrogate(text.charAt(at))
                ? Character.isLowSurrogate(text.charAt(at + 1))
                : Character.isHighSurrogate(text.charAt(at - 1));
    }

    private void take(char c) {
        if (text.charAt(at++) != c) {
            throw new IllegalArgumentException(Character.toString(c));
        }
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}

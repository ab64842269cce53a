package losscalc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the mean squared error of a file is, or the line on which it cannot be read: a second opinion that shares
 * nothing with the program. It knows one delimiter, double quotes (RFC 4180), and lines that end in LF, CRLF or CR.
 */
final class StrictReader {
    /**
     * What a run must say.
     *
     * @param mean the mean, or null when there is none
     * @param line the line of the first error; 0 when it is of the whole file
     * @param read how many rows were read
     * @param used how many of them were used
     */
    record Verdict(Double mean, int line, int read, int used) {}

    /** A file that cannot be read further. */
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        Broken(int line) {
            this.line = line;
        }
    }

    private record Row(int line, List<byte[]> fields) {}

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[+-]?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

    private final byte[] bytes;
    private final char delimiter;
    private final boolean skip;
    private int at;
    private int line = 1;

    private StrictReader(byte[] bytes, char delimiter, boolean skip) {
        this.bytes = bytes;
        this.delimiter = delimiter;
        this.skip = skip;
        boolean mark =
                bytes.length > 2 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
        at = mark ? 3 : 0;
    }

    /**
     * Judges a file in UTF-8.
     *
     * @param named whether columns y and p are used; else there is no header, and the first two are
     * @param skip whether rows that are not whole are left out
     */
    static Verdict judge(byte[] bytes, char delimiter, boolean named, boolean skip) {
        StrictReader reader = new StrictReader(bytes, delimiter, skip);
        try {
            return reader.judge(named);
        } catch (Broken e) {
            return new Verdict(null, e.line, 0, 0);
        }
    }

    private Verdict judge(boolean named) throws Broken {
        Row first = next();
        if (first == null) {
            throw new Broken(0);
        }
        int width = first.fields.size();
        int y = 0;
        int p = 1;
        Row row = first;
        if (named) {
            y = column("y", first);
            p = column("p", first);
            row = next();
        } else if (width < 2) {
            throw new Broken(0);
        }
        int read = 0;
        List<BigDecimal> losses = new ArrayList<>();
        boolean isInfinite = false;
        for (; row != null; row = next()) {
            read++;
            if (row.fields.size() != width) {
                refuse(row);
                continue;
            }
            Double target = number(row, y);
            Double prediction = number(row, p);
            if (target == null || prediction == null) {
                refuse(row);
                continue;
            }
            BigDecimal residual = new BigDecimal(target).subtract(new BigDecimal(prediction));
            double loss = residual.multiply(residual).doubleValue();
            isInfinite |= Double.isInfinite(loss);
            losses.add(Double.isInfinite(loss) ? BigDecimal.ZERO : new BigDecimal(loss));
        }
        if (losses.isEmpty()) {
            throw new Broken(0);
        }
        return new Verdict(isInfinite ? Double.POSITIVE_INFINITY : mean(losses), 0, read, losses.size());
    }

    private static double mean(List<BigDecimal> losses) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal loss : losses) {
            sum = sum.add(loss);
        }
        return sum.divide(BigDecimal.valueOf(losses.size()), new MathContext(800))
                .doubleValue();
    }

    private void refuse(Row row) throws Broken {
        if (!skip) {
            throw new Broken(row.line);
        }
    }

    private static int column(String name, Row header) throws Broken {
        int found = -1;
        int withBlanks = -1;
        for (int i = 0; i < header.fields.size(); i++) {
            String field = text(header.fields.get(i));
            if (field == null) {
                throw new Broken(header.line);
            }
            if (field.equals(name)) {
                found = found < 0 ? i : header.fields.size();
            }
            if (bare(field).equals(name)) {
                withBlanks = withBlanks < 0 ? i : header.fields.size();
            }
        }
        found = found < 0 ? withBlanks : found;
        for (byte[] field : header.fields) {
            if (text(field) == null) {
                throw new Broken(header.line);
            }
        }
        if (found < 0 || found == header.fields.size()) {
            throw new Broken(0);
        }
        return found;
    }

    /** The number in a field; null when there is none and the row may be left out. */
    private Double number(Row row, int i) throws Broken {
        String text = text(row.fields.get(i));
        String bare = text == null ? "" : bare(text);
        if (!NUMBER.matcher(bare).matches()) {
            boolean isWord = WORD.matcher(bare).matches();
            return !skip && !isWord ? refused(row) : null;
        }
        double x = Double.parseDouble(bare);
        if (Double.isInfinite(x)) {
            // Too large: that is no missing value.
            throw new Broken(row.line);
        }
        return x;
    }

    private static String bare(String text) {
        return text.replaceAll("^[ \t]+|[ \t]+$", "");
    }

    private static Double refused(Row row) throws Broken {
        throw new Broken(row.line);
    }

    /** The text of a field, or null when it is not UTF-8. */
    private static String text(byte[] field) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(field))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The next line that is not blank; null at the end. */
    private Row next() throws Broken {
        while (at < bytes.length && isLineEnd(bytes[at])) {
            passLineEnd();
        }
        if (at == bytes.length) {
            return null;
        }
        Row row = new Row(line, new ArrayList<>());
        while (true) {
            row.fields.add(at < bytes.length && bytes[at] == '"' ? quoted() : plain());
            if (at == bytes.length) {
                return row;
            }
            if (isLineEnd(bytes[at])) {
                passLineEnd();
                return row;
            }
            // Behind the delimiter stands a field, be it an empty one.
            at++;
        }
    }

    private byte[] plain() {
        int from = at;
        while (at < bytes.length && bytes[at] != delimiter && !isLineEnd(bytes[at])) {
            at++;
        }
        return Arrays.copyOfRange(bytes, from, at);
    }

    private byte[] quoted() throws Broken {
        int opened = line;
        ByteBuffer field = ByteBuffer.allocate(bytes.length);
        at++;
        while (true) {
            if (at == bytes.length) {
                throw new Broken(opened);
            }
            byte b = bytes[at];
            if (b == '"' && (at + 1 == bytes.length || bytes[at + 1] != '"')) {
                break;
            }
            if (isLineEnd(b)) {
                int from = at;
                passLineEnd();
                field.put(bytes, from, at - from);
            } else {
                at += b == '"' ? 2 : 1;
                field.put(b);
            }
        }
        at++;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t') && bytes[at] != delimiter) {
            at++;
        }
        if (at < bytes.length && bytes[at] != delimiter && !isLineEnd(bytes[at])) {
            throw new Broken(line);
        }
        return Arrays.copyOf(field.array(), field.position());
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    private void passLineEnd() {
        at += bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n' ? 2 : 1;
        line++;
    }
}

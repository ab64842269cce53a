import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import losscalc.num.DecimalReader;
import losscalc.num.DecimalWriter;

/** Text to number, against BigDecimal; number to text and back. */
public final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[+-]?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

    private Numbers() {}

    public static void fuzzerTestOneInput(byte[] data) {
        read(new String(data, StandardCharsets.ISO_8859_1));
        if (data.length >= 8) {
            write(ByteBuffer.wrap(data).getDouble());
        }
    }

    private static void read(String text) {
        double x = DecimalReader.parse(text, '.');
        DecimalReader.Kind kind = DecimalReader.kind(text, '.');
        if (!NUMBER.matcher(text).matches()) {
            boolean word = WORD.matcher(text).matches();
            boolean named = kind == DecimalReader.Kind.NAN || kind == DecimalReader.Kind.INFINITY;
            require(word == named, "kind", text, x);
            require(!Double.isFinite(x), "a number", text, x);
            return;
        }
        double wanted = Double.parseDouble(text);
        require(Double.doubleToLongBits(wanted) == Double.doubleToLongBits(x), "another number", text, x);
        require((kind == DecimalReader.Kind.TOO_LARGE) == Double.isInfinite(wanted), "kind", text, x);
        String comma = text.replace('.', ',');
        require(Double.doubleToLongBits(DecimalReader.parse(comma, ',')) == Double.doubleToLongBits(x), ",", text, x);
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (Double.isFinite(x) && (e < 0 || text.length() - e < 6)) {
            nearest(new BigDecimal(text.endsWith(".") ? text + "0" : text.replace(".e", "e").replace(".E", "E")), x);
        }
    }

    /** Half a distance to the neighbours at most, by exact arithmetic. */
    private static void nearest(BigDecimal exact, double x) {
        BigDecimal error = exact.subtract(new BigDecimal(x)).abs().multiply(BigDecimal.valueOf(2));
        require(error.compareTo(new BigDecimal(Math.ulp(x))) <= 0, "not the nearest", exact.toString(), x);
    }

    private static void write(double x) {
        String text = DecimalWriter.toString(x);
        if (!Double.isFinite(x)) {
            require(text.equals(Double.toString(x)), "word", text, x);
            return;
        }
        require(Double.doubleToLongBits(Double.parseDouble(text)) == Double.doubleToLongBits(x), "back", text, x);
        require(Double.doubleToLongBits(DecimalReader.parse(text, '.')) == Double.doubleToLongBits(x), "back", text, x);
        int digits = new BigDecimal(text).stripTrailingZeros().precision();
        if (digits > 1 && x != 0) {
            BigDecimal shorter = new BigDecimal(x).round(new MathContext(digits - 1));
            require(shorter.doubleValue() != x, "not the shortest", text, x);
        }
    }

    private static void require(boolean condition, String what, String text, double x) {
        if (!condition) {
            throw new AssertionError(what + ": \"" + text + "\" and " + x);
        }
    }
}

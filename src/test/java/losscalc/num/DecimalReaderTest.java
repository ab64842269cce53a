package losscalc.num;

import static losscalc.num.DecimalReader.Kind.EMPTY;
import static losscalc.num.DecimalReader.Kind.INFINITY;
import static losscalc.num.DecimalReader.Kind.NAN;
import static losscalc.num.DecimalReader.Kind.NOT_A_NUMBER;
import static losscalc.num.DecimalReader.Kind.NUMBER;
import static losscalc.num.DecimalReader.Kind.TOO_LARGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalReaderTest {
    private static void assertReads(double expected, String text) {
        double actual = DecimalReader.parse(text, '.');
        assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual), text);
    }

    private static void assertKind(DecimalReader.Kind kind, String... texts) {
        for (String text : texts) {
            assertEquals(kind, DecimalReader.kind(text, '.'), text);
        }
    }

    @Test
    void readsWhatTheGrammarAllows() {
        assertReads(1, "1.");
        assertReads(0.5, ".5");
        assertReads(-0.5, "-.5e0");
        assertReads(12.25, "+12.25");
        assertReads(-0.0, "-0");
        assertReads(-0.0, "-0.000e99999999999999999999");
        assertReads(1e22, "1E+22");
        assertReads(1e-7, "1e-07");
        assertReads(7, "0000000000000000000000000000007");
        assertReads(7, "7.000000000000000000000000000000");
        assertReads(5e-324, "5e-324");
        assertReads(0, "1e-400");
        assertReads(0, "2.4703282292062327e-324");
        assertReads(5e-324, "2.4703282292062328e-324");
        assertReads(Double.MAX_VALUE, "1.7976931348623158e308");
        assertReads(Double.NEGATIVE_INFINITY, "-1e400");
        assertReads(Double.POSITIVE_INFINITY, "Infinity");
        assertReads(1, "0." + "0".repeat(5000) + "1e5001");
        assertReads(1, "1" + "0".repeat(5000) + "e-5000");
        assertReads(0x1p53, "9007199254740993");
        assertReads(0x1p53 + 2, "9007199254740993." + "0".repeat(2000) + "1");
        assertReads(0x1p53, "9007199254740992." + "9".repeat(2000));
    }

    @Test
    void tellsWhatATextIs() {
        assertKind(EMPTY, "");
        assertKind(NUMBER, "0", "-1.5e-400", "1e308", "1.", ".5", "+3");
        assertKind(TOO_LARGE, "1e400", "-1e309", "1" + "0".repeat(400), "1e99999999999999999999");
        assertKind(NAN, "nan", "NaN", "-NAN", "+nan");
        assertKind(INFINITY, "inf", "-Inf", "INFINITY", "+infinity");
        assertKind(NOT_A_NUMBER, ".", "-", "+", "e5", ".e5", "1e", "1e+", "1e5.", "1.2.3", "--1", "+-1", "1-", "- 1");
        assertKind(NOT_A_NUMBER, "1d", "1f", "1L", "0x1p3", "0x10", "1_000", "1,234", "$5", "50%", "1e5f", "1 ", " 1");
        assertKind(NOT_A_NUMBER, "\uff11", "\u0661", "1\u0000", "\u0000", "1\u00b2", "\u22121", "1\u00a0", "infinit");
        assertKind(
                NOT_A_NUMBER,
                "nane",
                "in",
                "infinityy",
                "1inf",
                "nan1",
                "\u0131nf",
                "abc",
                "?",
                "1 2",
                "1;2",
                "/",
                ":");
    }

    @Test
    void decimalComma() {
        assertEquals(3.25, DecimalReader.parse("3,25", ','));
        assertEquals(-1234.5, DecimalReader.parse("-1234,5e0", ','));
        assertEquals(NOT_A_NUMBER, DecimalReader.kind("3.25", ','));
        assertEquals(1 / 3.0, DecimalReader.parse("0,33333333333333331482961625624739", ','));
    }

    @Test
    void readsFromTheMiddleOfAnArray() {
        byte[] row = "12,3.5,4e2".getBytes(StandardCharsets.US_ASCII);
        assertEquals(12, DecimalReader.parse(row, 0, 2, '.'));
        assertEquals(3.5, DecimalReader.parse(row, 3, 6, '.'));
        assertEquals(400, DecimalReader.parse(row, 7, 10, '.'));
        assertTrue(Double.isNaN(DecimalReader.parse(row, 5, 5, '.')));
    }

    @Test
    void nearestDoubleOfRandomDecimals() {
        Random random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(i % 50 == 0 ? 60 : 20);
            int point = random.nextInt(length + 1);
            for (int k = 0; k < length; k++) {
                text.append(k == point ? "." : "").append((char) ('0' + random.nextInt(10)));
            }
            int size = i % 3 == 0 ? 5 : i % 3 == 1 ? 30 : 345;
            text.append('e').append(random.nextInt(2 * size) - size);
            assertReads(Double.parseDouble(text.toString()), text.toString());
        }
    }

    @Test
    void middlesBetweenDoublesAndTheirNeighbours() {
        Random random = new Random(12);
        for (int i = 0; i < 6_000; i++) {
            long bits = random.nextLong() & Long.MAX_VALUE;
            double x = Double.longBitsToDouble(i % 4 == 0 ? bits & (1L << 54) - 1 : bits);
            if (!(x < Double.MAX_VALUE)) {
                continue;
            }
            double next = Math.nextUp(x);
            BigDecimal middle = new BigDecimal(x).add(new BigDecimal(next)).divide(BigDecimal.valueOf(2));
            boolean even = (Double.doubleToRawLongBits(x) & 1) == 0;
            assertReads(even ? x : next, middle.toString());
            assertReads(x, middle.subtract(middle.ulp()).toString());
            assertReads(next, middle.add(middle.ulp()).toString());
            String longer = middle.toPlainString() + (middle.scale() > 0 ? "" : ".") + "0".repeat(900);
            assertReads(even ? x : next, longer);
            assertReads(next, longer + "1");
        }
    }

    @Test
    void shortDyadicNumbersNearTies() {
        Random random = new Random(13);
        for (int i = 0; i < 100_000; i++) {
            long digits = (1L << 53) + random.nextInt(1 << 20);
            BigDecimal x = new BigDecimal(digits)
                    .scaleByPowerOfTen(-random.nextInt(6))
                    .multiply(BigDecimal.valueOf(random.nextInt(4) + 1));
            assertReads(x.doubleValue(), x.toString());
        }
    }

    /** A public collection of hard cases, where it lies beside the project. */
    @Test
    void corpus() throws IOException {
        Path corpus = Path.of("..", "shared", "corpus", "decimal-to-double.tsv");
        if (!Files.isReadable(corpus)) {
            return;
        }
        for (String line : Files.readAllLines(corpus)) {
            String[] cells = line.split("\t");
            assertReads(Double.longBitsToDouble(Long.parseUnsignedLong(cells[1], 16)), cells[0]);
        }
    }
}

package losscalc.input.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import losscalc.input.Reading;
import losscalc.input.Slot;
import losscalc.loss.Interval;
import losscalc.loss.Layout;
import org.junit.jupiter.api.Test;

/** Every number is read here, and is the double that the JDK makes of it; what is none is left to the readable lane. */
class LinesTest {
    private static final String[] ENDS = {"\n", "\r\n"};

    /** A way of reading: the columns that are wanted of so many. */
    private record Reader(char delimiter, char mark, int width, int... wanted) {
        Lines lines(byte[] bytes) {
            List<Slot> slots = new ArrayList<>();
            for (int k = 0; k < wanted.length; k++) {
                slots.add(new Slot(0, wanted[k], Slot.Role.PREDICTION, k, Interval.REAL, null));
            }
            Layout layout = Layout.of(0, wanted.length);
            Reading reading = new Reading(slots, width, layout, false, false, false, Double.NaN);
            return new Lines(new Plan(reading, delimiter, mark), bytes, Swar.words(bytes));
        }

        /** The rows that are read, and where the first stands that is not. */
        String read(String text) {
            // What stands behind the piece is of an earlier one.
            byte[] bytes = (text + "7,7,7\n".repeat(6)).getBytes(StandardCharsets.ISO_8859_1);
            double[][] columns = new double[wanted.length][100];
            Lines lines = lines(bytes);
            int n = lines.read(columns, 0, text.length(), 0, 100);
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < n; i++) {
                for (double[] column : columns) {
                    rows.append(column[i]).append(' ');
                }
            }
            return rows + (lines.at() == text.length() ? "all" : "to " + lines.at());
        }
    }

    private static final Reader ONE = new Reader(',', '.', 1, 0);
    private static final Reader TWO = new Reader(',', '.', 2, 0, 1);

    private static void isRead(Reader reader, String number, double expected) {
        for (String end : ENDS) {
            assertEquals(expected + " all", reader.read(number + end), number);
        }
    }

    @Test
    void numbersOfAllLengths() {
        String digits = "7203958146352718093";
        for (String sign : new String[] {"", "-"}) {
            for (int whole = 0; whole <= 19; whole++) {
                for (int places = 0; places <= 19; places++) {
                    String number = sign + digits.substring(0, whole) + "." + digits.substring(19 - places);
                    if (whole + places > 0) {
                        isRead(ONE, number, Double.parseDouble(number));
                        String more = number + "00," + number;
                        double x = Double.parseDouble(number);
                        assertEquals(x + " " + x + " all", TWO.read(more + "\n"), more);
                    }
                }
                if (whole > 0) {
                    String number = sign + digits.substring(0, whole);
                    isRead(ONE, number, Double.parseDouble(number));
                    assertEquals(Double.parseDouble(number) + " 5.0 all", TWO.read(number + ",5\n"), number);
                }
            }
        }
    }

    @Test
    void numbersAtRandom() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            double x = i % 2 == 0 ? Double.longBitsToDouble(random.nextLong()) : random.nextGaussian();
            double y = random.nextInt(2_000_000) / (i % 3 == 0 ? 1000.0 : 1);
            if (Double.isFinite(x)) {
                assertEquals(x + " " + y + " all", TWO.read(x + "," + y + ENDS[i % 2]));
            }
        }
    }

    @Test
    void formsOfNumbers() {
        for (String number : new String[] {
            "0",
            "-0",
            "-0.0",
            "000000000000000000000000001",
            "1e3",
            "1E-3",
            "-1.5e+2",
            "12345678",
            "-1234567.12345678",
            "1234567.123456789",
            "9007199254740993",
            "0.3000000000000000444",
            "1e-400",
            "4.9e-324",
            "99999999",
            "123456789012345",
            "1234567890123456",
            "0.000000000000000000000001",
            "1797693134862315700000.5"
        }) {
            isRead(ONE, number, Double.parseDouble(number));
            isRead(ONE, "\"" + number + "\"", Double.parseDouble(number));
            isRead(ONE, " " + number + " \t ", Double.parseDouble(number));
            isRead(ONE, "\" " + number + "\t\"", Double.parseDouble(number));
            assertEquals(Double.parseDouble(number) + " 2.5 all", TWO.read("\"" + number + "\",\"2.5\"\r\n"), number);
            assertEquals(Double.parseDouble(number) + " 2.5 all", TWO.read("\t" + number + "  , 2.5 \n"), number);
        }
    }

    @Test
    void whatIsNoNumberIsLeft() {
        for (String cell : new String[] {
            "",
            "-",
            ".",
            "-.",
            "--1",
            "x",
            "1x",
            "1-",
            "1.2.3",
            "1..2",
            "1,",
            "nan",
            "inf",
            "-Infinity",
            "1e400",
            "1e",
            "0x1",
            "1_0",
            "1 2",
            "\"1",
            "1\"",
            "\"1\"\"",
            "\"1\"2",
            "\"1\" ",
            " \"1\"",
            "\"\"",
            "\"",
            "\" \"",
            " ",
            "1\r\r",
            "1\r2",
            "\r",
            "12345678x",
            "1234567.12345678x",
            "1234567890.123456789x",
            "1\0",
            "\u00b1",
            "1\u00b2",
            "$1",
            "1/2",
            "1:2",
            "1:",
            "/",
            ":5",
            "\"1,5\"",
            "1;2"
        }) {
            for (String end : ENDS) {
                assertEquals("1.0 to 2", ONE.read("1\n" + cell + end + "2\n"), cell);
                assertEquals("to 0", TWO.read("1," + cell + end), cell);
                if (!cell.equals("1,")) {
                    assertEquals("to 0", TWO.read(cell + ",1" + end), cell);
                }
            }
        }
    }

    @Test
    void rowsOfAnotherWidthAreLeft() {
        for (String row :
                new String[] {"1", "1,", ",1", "1,2,", "1,2,3", "\"1\",\"2\",", "\"1\"", "1,2\n,", "1, 2,3"}) {
            String above = row.startsWith("1,2\n") ? "1.0 2.0 to 4" : "to 0";
            assertEquals(above, TWO.read(row + "\n"), row);
        }
        Reader middle = new Reader(',', '.', 3, 1);
        for (String row :
                new String[] {"1", "1,2", "1,2,3,4", "1,2,3,", "\"1,2\",3", "1,\"2,3\"", "1,2\r,3", "1\r,2,3"}) {
            assertEquals("to 0", middle.read(row + "\n"), row);
        }
    }

    @Test
    void decimalCommas() {
        Reader semicolons = new Reader(';', ',', 2, 0, 1);
        assertEquals("1.5 -20.25 all", semicolons.read("1,5;-20,25\n"));
        assertEquals("1.5 1234567.125 all", semicolons.read("\"1,5\"; 1234567,125 \n"));
        assertEquals("to 0", semicolons.read("1.5;2\n"));
        // Where the mark is the delimiter too, it stands in quotes.
        Reader commas = new Reader(',', ',', 2, 0, 1);
        assertEquals("1.5 2.0 all", commas.read("\"1,5\",2\n"));
        assertEquals("1.0 5.0 2.0 3.0 all", commas.read("1,5\n2,3\n"));
        assertEquals("1.0 95.0 all", commas.read("1,95\n"));
        assertEquals("1.23456789E8 1.0 all", commas.read("123456789,1\n"));
        assertEquals("to 0", commas.read("1.5,2\n"));
        assertEquals("to 0", commas.read("1,5,3\n"));
    }

    @Test
    void otherDelimiters() {
        for (char delimiter : new char[] {';', '\t', '|', ':'}) {
            Reader reader = new Reader(delimiter, '.', 3, 0, 2);
            String row = "\"1\" text 2.5\r\n".replace(' ', delimiter);
            assertEquals("1.0 2.5 all", reader.read(row), row);
            assertEquals("1.0 2.5 to 14", reader.read(row + "1,2,3\n"), row);
        }
    }

    /** Fields in which there is everything but line ends. */
    private static final String[] UNWANTED = {
        "",
        "x",
        "a text",
        "of more than eight bytes",
        "\"quoted\"",
        "\"a, b\"",
        "\"a \"\"b\"\"\"",
        "\"\"",
        "a\"b",
        "\u00e4\u00f6\u00fc",
        "\"a,b,c,d,e,f,g,h,i,j,k,l\"",
        "12345678",
        " ",
        "\ttab",
        "\"\"\"\"",
        "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff"
    };

    @Test
    void fieldsThatAreNotWantedMayHoldAnything() {
        Random random = new Random(2);
        for (int i = 0; i < 4000; i++) {
            int width = 2 + random.nextInt(i % 4 == 0 ? 30 : 5);
            int first = random.nextInt(width);
            int second = random.nextInt(width);
            int[] wanted =
                    first == second ? new int[] {first} : new int[] {Math.min(first, second), Math.max(first, second)};
            StringBuilder text = new StringBuilder();
            StringBuilder expected = new StringBuilder();
            for (int row = 0; row < 3; row++) {
                for (int k = 0; k < width; k++) {
                    boolean isWanted = Arrays.binarySearch(wanted, k) >= 0;
                    int number = random.nextInt(1000);
                    String other = i % 2 == 0 ? UNWANTED[random.nextInt(UNWANTED.length)] : "" + number;
                    text.append(k == 0 ? "" : ",").append(isWanted ? "" + number : other);
                    expected.append(isWanted ? (double) number + " " : "");
                }
                text.append(ENDS[random.nextInt(2)]);
            }
            assertEquals(
                    expected + "all",
                    new Reader(',', '.', width, wanted).read(text.toString()),
                    () -> width + ":\n" + text);
        }
    }

    @Test
    void unwantedFieldsThatAreBroken() {
        for (String field : new String[] {
            "\"x", "\"x\"y", "\"x\" ", "\"x\"\"", "\"", "\"a\nb\"", "\"a\rb\"", "a\nb", "a\rb", "\"long enough\n\""
        }) {
            assertEquals("to 0", new Reader(',', '.', 3, 2).read("1," + field + ",3\n"), field);
            assertEquals("to 0", new Reader(',', '.', 3, 2).read(field + ",1,3\n"), field);
            assertEquals("to 0", new Reader(',', '.', 3, 0).read("1," + field + ",3\n"), field);
            String behind = "1,2,3\n1," + field + ",3\n";
            assertEquals("3.0 to 6", new Reader(',', '.', 3, 2).read(behind), field);
            assertEquals("1.0 to 6", new Reader(',', '.', 3, 0).read(behind), field);
            String whole = field.startsWith("a\n") ? "1.0 to 6" : "to 0";
            assertEquals(whole, new Reader(',', '.', 3, 0).read("1,3," + field + "\n"), field);
        }
    }

    /** Where a line begins the piece, an index of 0 is a place in it, too. */
    @Test
    void fieldsAtTheBeginning() {
        assertEquals("to 0", new Reader(',', '.', 3, 2).read(",\"x,3\n"));
        assertEquals("1.123456789 2.0 all", new Reader(',', '.', 3, 1, 2).read(",1.123456789,2\n"));
        assertEquals("3.0 all", new Reader(',', '.', 3, 2).read(",,3\n"));
    }

    @Test
    void moreFieldsThanThereAreToBe() {
        for (int length = 0; length < 20; length++) {
            String field = "x".repeat(length);
            for (String last : new String[] {"y", "of more than eight bytes"}) {
                String text = "1," + field + "," + last + "\n";
                assertEquals("1.0 all", new Reader(',', '.', 3, 0).read(text), text);
                assertEquals("to 0", new Reader(',', '.', 2, 0).read(text), text);
                assertEquals("to 0", new Reader(',', '.', 4, 0).read(text), text);
                assertEquals("to 0", new Reader(',', '.', 4, 0).read("1," + field + "\n" + text), text);
            }
        }
    }

    @Test
    void soManyRowsAsAreAskedFor() {
        byte[] bytes = ("1,2\n3,4\n5,6\n7,8\n" + " ".repeat(32)).getBytes(StandardCharsets.US_ASCII);
        Lines lines = TWO.lines(bytes);
        double[][] columns = new double[2][5];
        assertEquals(3, lines.read(columns, 4, 16, 1, 3));
        assertEquals(12, lines.at());
        assertArrayEquals(new double[] {0, 3, 5, 0, 0}, columns[0]);
        assertArrayEquals(new double[] {0, 4, 6, 0, 0}, columns[1]);
        lines.backTo(4);
        assertEquals(4, lines.at());
        assertEquals(2, lines.read(columns, 12, 12, 2, 5));
        assertEquals(4, lines.read(columns, 12, 16, 3, 5));
    }

    @Test
    void wordsOfBytes() {
        Random random = new Random(3);
        for (int length = 0; length < 150; length++) {
            byte[] bytes = new byte[length + 8];
            int count = 0;
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(3) > 0 ? '\n' + random.nextInt(3) - 1 : random.nextInt());
                count += i < length && bytes[i] == '\n' ? 1 : 0;
            }
            assertEquals(count, Swar.count((byte) '\n', bytes, Swar.words(bytes), length));
        }
        for (int b = 0; b < 256; b++) {
            for (int i = 0; i < 8; i++) {
                byte[] bytes = "37159264".getBytes(StandardCharsets.US_ASCII);
                bytes[i] = (byte) b;
                long word = Swar.words(bytes).getLong(0);
                boolean isDigit = b >= '0' && b <= '9';
                assertEquals(isDigit ? 8 : i, Swar.countDigits(Swar.digits(word)));
                assertEquals(b < ' ', Swar.control(word) != 0);
                long places = Swar.zero(word ^ Swar.all(b)) & 0xffL << 8 * i;
                assertEquals(0x80L << 8 * i, places);
                assertEquals(b == ',', Swar.hasZero(word ^ Swar.all(',')) != 0);
                String digits = new String(bytes, 0, i, StandardCharsets.US_ASCII);
                assertEquals(i == 0 ? 0 : Long.parseLong(digits), Swar.value(Swar.digits(word), i));
            }
        }
    }
}

package losscalc.input.fast;

import static losscalc.input.fast.QuickReads.LARGE;
import static losscalc.input.fast.QuickReads.PAIRS;
import static losscalc.input.fast.QuickReads.again;
import static losscalc.input.fast.QuickReads.append;
import static losscalc.input.fast.QuickReads.bytes;
import static losscalc.input.fast.QuickReads.numbered;
import static losscalc.input.fast.QuickReads.read;
import static losscalc.input.fast.QuickReads.reading;
import static losscalc.input.fast.QuickReads.slot;
import static losscalc.input.fast.QuickReads.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import losscalc.input.Dialect;
import losscalc.input.Lane;
import losscalc.input.Pieces;
import losscalc.input.Policy;
import losscalc.input.Reading;
import losscalc.input.Rows;
import losscalc.input.Slot;
import losscalc.input.Source;
import losscalc.loss.Block;
import losscalc.loss.Interval;
import losscalc.loss.Layout;
import losscalc.problem.Problem;
import org.junit.jupiter.api.Test;

/** What the quick lane reads by itself, and from which place on it leaves the rest to the readable one. */
class FastLaneTest {
    @Test
    void rowsWithTheirLinesAndNumbers() throws Problem {
        for (int piece : new int[] {8, 9, 13, LARGE}) {
            for (String end : new String[] {"", "\n", "\r\n", "\n\n\r\n\n"}) {
                if (piece < LARGE && end.length() > 2) {
                    // Blank lines that are a piece of their own are left.
                    continue;
                }
                String text = "y,p\n1,2\n3,4\n5,6" + end;
                String rows = read(bytes(text), piece, PAIRS);
                assertEquals("2/1 1.0 2.0; 3/2 3.0 4.0; 4/3 5.0 6.0; ", rows, piece + text);
            }
        }
        assertEquals("", read("y,p\n", PAIRS));
        assertEquals("", read("y,p\n\n\r\n", PAIRS));
    }

    @Test
    void manyRows() throws IOException, Problem {
        String text = numbered(20_000, false);
        String rows = numbered(20_000, true);
        for (int piece : new int[] {100, 4096, LARGE}) {
            assertEquals(rows, read(bytes(text), piece, PAIRS));
            assertEquals(rows, read(new ByteArrayInputStream(packed(text)), piece, PAIRS));
        }
    }

    @Test
    void fromAnOddLineOnAllIsLeft() throws Problem {
        String above = "2/1 1.0 2.0; 3/2 3.0 4.0; ";
        for (String odd : new String[] {"x,6\n", "5\n", "\n", "5,6,7\n", "5,\"6\n"}) {
            String rest = odd + "7,8\n";
            assertEquals(
                    above + "left behind 3 lines, 2 rows, 12 bytes: " + rest, read("y,p\n1,2\n3,4\n" + rest, PAIRS));
            // The piece ends at a line end; whatever stands behind is left too.
            assertEquals(
                    above + "left behind 3 lines, 2 rows, 12 bytes: " + rest + "9,10\n",
                    read(bytes("y,p\n1,2\n3,4\n" + rest + "9,10\n"), 12, PAIRS));
        }
        assertEquals("left behind 1 lines, 0 rows, 4 bytes: x\n1,2\n", read("y,p\nx\n1,2\n", PAIRS));
    }

    @Test
    void aLineThatIsLongerThanAPieceIsLeft() throws Problem {
        String rest = "3,4.000000000000000000\n5,6\n";
        String expected = "2/1 1.0 2.0; left behind 2 lines, 1 rows, 8 bytes: " + rest;
        assertEquals(expected, read(bytes("y,p\n1,2\n" + rest), 16, PAIRS));
    }

    @Test
    void whatABrokenStreamGaveIsReadAndTheRestIsLeft() throws Problem {
        for (int piece : new int[] {8, LARGE}) {
            for (int length = 12; length < 16; length++) {
                String text = "y,p\n1,2\n3,4\n5,6\n".substring(0, length);
                InputStream broken = new SequenceInputStream(bytes(text), Broken.of(new IOException("(broken)")));
                if (piece == LARGE) {
                    Lane.Start start = start(broken, piece);
                    assertNull(start.header(), "what is broken from the beginning is for the readable lane");
                    assertEquals(text + "(broken)", again(start));
                    continue;
                }
                String rest = "left behind 3 lines, 2 rows, 12 bytes: " + text.substring(12) + "(broken)";
                assertEquals("2/1 1.0 2.0; 3/2 3.0 4.0; " + rest, read(broken, piece, PAIRS), piece + " " + text);
            }
        }
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return out.toByteArray();
    }

    @Test
    void gzip() throws IOException, Problem {
        byte[] whole = packed("y,p\n1,2\n3,4\n");
        for (int piece : new int[] {8, 11, LARGE}) {
            assertEquals("2/1 1.0 2.0; 3/2 3.0 4.0; ", read(new ByteArrayInputStream(whole), piece, PAIRS));
        }
        byte[] odd = packed("y,p\n1,2\nx\n3,4\n");
        assertEquals(
                "2/1 1.0 2.0; left behind 2 lines, 1 rows, 8 bytes: x\n3,4\n",
                read(new ByteArrayInputStream(odd), LARGE, PAIRS));
        Lane.Start start = start(new ByteArrayInputStream(packed("1,2\n")), LARGE);
        assertEquals("1,2\n", again(start));
        // Cut off in its header.
        start = start(new ByteArrayInputStream(Arrays.copyOf(whole, 5)), LARGE);
        assertNull(start.header());
        assertEquals("cut off", again(start));
    }

    @Test
    void textsOfRows() throws Problem {
        Reading textual = reading(
                new Layout(1, 1, 0, false, false, true),
                slot(0, Slot.Role.TARGET, 0),
                slot(1, Slot.Role.PREDICTION, 0));
        Reading wide = new Reading(textual.slots(), 3, textual.layout(), false, false, false, Double.NaN);
        assertEquals("2/1 1.0 2.0 <1,2>; 3/2 3.0 4.0 < 3,4>; ", read("y,p\n1,2\r\n 3,4\n", textual));
        assertEquals("2/1 1.0 2.0 <1,2,\u00e9>; 3/2 3.0 4.0 <3,4,>; ", read("y,p,t\n1,2,\u00c3\u00a9\n3,4,\n", wide));
        Slot[] behind = {slot(1, Slot.Role.TARGET, 0), slot(2, Slot.Role.PREDICTION, 0)};
        Reading last = new Reading(List.of(behind), 3, textual.layout(), false, false, false, Double.NaN);
        assertEquals("left behind 1 lines, 0 rows, 6 bytes: \u00e9,1,2\n", read("t,y,p\n\u00e9,1,2\n", last));
        String left = "2/1 1.0 2.0 <1,2,>; left behind 2 lines, 1 rows, 11 bytes: ";
        for (String row : new String[] {"3,4,\"x\"\n", "3,4,\u00e9\n", "\"3\",4,\n", "x,4,\n"}) {
            assertEquals(left + row + "5,6,\n", read("y,p,t\n1,2,\n" + row + "5,6,\n", wide));
        }
        String many = numbered(3000, true).replaceAll(" (\\d+)[.]0 0.5;", " $1.0 0.5 <$1,0.5>;");
        assertEquals(many, read(numbered(3000, false), textual));
    }

    @Test
    void whatThisLaneDoesNotReadIsLeftWhole() throws Problem {
        Slot[] backwards = {slot(1, Slot.Role.TARGET, 0), slot(0, Slot.Role.PREDICTION, 0)};
        Slot[] twice = {slot(1, Slot.Role.TARGET, 0), slot(1, Slot.Role.PREDICTION, 0)};
        Slot[] another = {slot(0, Slot.Role.TARGET, 0), new Slot(1, 1, Slot.Role.PREDICTION, 0, Interval.REAL, null)};
        for (Slot[] slots : new Slot[][] {backwards, twice, another}) {
            assertEquals(
                    "left behind 1 lines, 0 rows, 4 bytes: 1,2\n3,4\n",
                    read("y,p\n1,2\n3,4\n", reading(Layout.of(1, 1), slots)));
        }
        Layout grouped = new Layout(1, 1, 0, false, true, false);
        assertEquals(
                "left behind 1 lines, 0 rows, 4 bytes: 1,2\n",
                read("y,p\n1,2\n", reading(grouped, PAIRS.slots().toArray(new Slot[0]))));
    }

    /** The names, and the text of the header; null where the lane declines the file, which is then there again. */
    @Test
    void dialectsOfThisLane() throws Problem {
        for (char delimiter : ",;\t|: .x\"\n".toCharArray()) {
            Dialect dialect = new Dialect(
                    delimiter, Dialect.Header.USUAL, (char) 0, '.', null, Policy.ERROR, Policy.ERROR, Policy.ERROR);
            Lane.Start start = new FastLane().open(Source.stream("file", bytes("y,p\n"), false), dialect);
            assertEquals(",;\t|:".indexOf(delimiter) >= 0, start != null, () -> "" + delimiter);
        }
        Dialect comments =
                new Dialect(',', Dialect.Header.USUAL, '#', '.', null, Policy.ERROR, Policy.ERROR, Policy.ERROR);
        assertNull(new FastLane().open(Source.stream("file", bytes("y,p\n"), false), comments));
        Dialect latin = new Dialect(
                ',',
                Dialect.Header.USUAL,
                (char) 0,
                '.',
                StandardCharsets.ISO_8859_1,
                Policy.ERROR,
                Policy.ERROR,
                Policy.ERROR);
        assertNull(new FastLane().open(Source.stream("file", bytes("y,p\n"), false), latin));
    }

    @Test
    void severalReadersOfPieces() throws Exception {
        for (boolean isFine : new boolean[] {true, false}) {
            QuickReads.Left left = new QuickReads.Left();
            String middle = isFine ? "3,4\n" : "x,4\n";
            Rows rows = start(bytes("y,p\n1,2\n" + middle + "5,6\n"), 4).rows(PAIRS, left);
            Pieces pieces = rows.pieces();
            assertNotNull(pieces, "the file is larger than a piece");
            Pieces.Piece[] readers = {pieces.reader(), pieces.reader(), pieces.reader()};
            Block block = new Block(PAIRS.layout());
            String[] read = {"", "", ""};
            for (int i = 0; i < readers.length; i++) {
                assertTrue(CompletableFuture.supplyAsync(readers[i]::take).get(5, TimeUnit.SECONDS));
                assertEquals(i, readers[i].number());
                StringBuilder text = new StringBuilder();
                while (readers[i].fill(block)) {
                    append(text, block);
                }
                read[i] = text.toString();
            }
            assertEquals(List.of("2/1 1.0 2.0; ", isFine ? "3/2 3.0 4.0; " : "", "4/3 5.0 6.0; "), List.of(read));
            for (int i = 0; i < readers.length; i++) {
                // The odd piece still counts as far as it was read; those behind it do not.
                assertEquals(isFine || i < 2, readers[i].end());
            }
            assertFalse(readers[0].take());
            assertEquals(isFine ? 3 : 1, rows.counts().read());
            assertFalse(rows.fill(block));
            assertEquals(isFine ? "" : "left behind 2 lines, 1 rows, 8 bytes: x,4\n5,6\n", left.text);
            assertEquals(isFine ? 12 : -1, rows.bytes());
            assertEquals("file", rows.where().file());
            assertEquals(PAIRS.layout(), rows.layout());
        }
        assertNull(
                start(bytes("y,p\n1,2\n"), LARGE)
                        .rows(PAIRS, new QuickReads.Left())
                        .pieces(),
                "all was read at once");
    }

    /** Of a stream of rows that are shown as they come, no line is waited for when others are there. */
    @Test
    void aLiveStreamIsReadAsFarAsItHasCome() throws Problem {
        InputStream slow = new InputStream() {
            private final String[] parts = {"y,p\n1,2\n", "3,4\n5,", "6\n7,8\n", ""};
            private int next;

            @Override
            public int read() {
                throw new IllegalStateException("not byte by byte");
            }

            @Override
            public int read(byte[] into, int at, int n) {
                byte[] part = parts[next++].getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(part, 0, into, at, part.length);
                return part.length == 0 ? -1 : part.length;
            }
        };
        Lane.Start start = new FastLane(LARGE).open(Source.stream("file", slow, true), Dialect.PLAIN);
        Rows rows = start.rows(PAIRS, new QuickReads.Left());
        Block block = new Block(PAIRS.layout());
        String[] expected = {"2/1 1.0 2.0; ", "3/2 3.0 4.0; ", "4/3 5.0 6.0; 5/4 7.0 8.0; "};
        for (String part : expected) {
            assertTrue(rows.fill(block));
            StringBuilder text = new StringBuilder();
            append(text, block);
            assertEquals(part, text.toString());
        }
        assertFalse(rows.fill(block));
    }

    @Test
    void theFileIsClosed() throws Problem {
        boolean[] isClosed = {false};
        InputStream in = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                isClosed[0] = true;
            }
        };
        start(in, LARGE).close();
        assertTrue(isClosed[0]);
        InputStream stuck = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() throws IOException {
                throw new IOException();
            }
        };
        Lane.Start start = start(stuck, LARGE);
        assertEquals(
                "file: cannot be closed",
                assertThrows(Problem.class, start::close).getMessage());
    }
}

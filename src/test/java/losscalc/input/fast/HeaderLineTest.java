package losscalc.input.fast;

import static losscalc.input.fast.QuickReads.LARGE;
import static losscalc.input.fast.QuickReads.PAIRS;
import static losscalc.input.fast.QuickReads.again;
import static losscalc.input.fast.QuickReads.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import losscalc.input.Dialect;
import losscalc.input.Lane;
import losscalc.input.Policy;
import losscalc.input.Rows;
import losscalc.input.Source;
import losscalc.loss.Block;
import losscalc.problem.Problem;
import org.junit.jupiter.api.Test;

/** Headers that the quick lane reads, and files that it leaves because of theirs. */
class HeaderLineTest {
    private static String header(String text, Dialect dialect) throws Problem {
        Lane.Start start = new FastLane(LARGE).open(Source.stream("file", bytes(text), false), dialect);
        if (start.header() != null) {
            return start.header() + " " + start.headerText();
        }
        assertNull(start.headerText());
        assertEquals(text, again(start));
        return null;
    }

    private static Dialect dialect(Dialect.Header header, boolean utf8) {
        return new Dialect(
                ',',
                header,
                (char) 0,
                '.',
                utf8 ? StandardCharsets.UTF_8 : null,
                Policy.ERROR,
                Policy.ERROR,
                Policy.ERROR);
    }

    @Test
    void headers() throws Problem {
        Dialect usual = dialect(Dialect.Header.USUAL, false);
        assertEquals("[y, p] y,p", header("y,p\n1,2\n", usual));
        assertEquals("[y, p] y,p", header("y,p\r\n1,2\n", usual));
        assertEquals("[y, p] y,p", header("\u00ef\u00bb\u00bfy,p\n1,2\n", usual));
        assertEquals("[y] y", header("y\n1\n", usual));
        assertEquals("[, p, ] ,p,", header(",p,\n", usual));
        assertEquals("[y, , a\tb c] \"y\",\"\",a\tb c", header("\"y\",\"\",a\tb c\n", usual));
        assertEquals("[\u00e9, p] \u00e9,p", header("\u00c3\u00a9,p\n", usual));
        for (String text : new String[] {
            "",
            "y,p",
            "\n",
            "\r\n",
            "\u00ef\u00bb\u00bf\n",
            "\"y,p\n",
            "y\",p\n",
            "\"y\"\",\"p\"\n",
            "y,\"\n",
            "a\rb,p\n",
            "y,\u0001\n",
            "\u00e9,p\n",
            "1,2\n3,4\n",
            "1,\n",
            "PAR1,p\n1,2\n",
            "y,\u0000\n",
            "\u00ef\u00bb"
        }) {
            assertNull(header(text, usual), text);
        }
        assertEquals("[PAR1, p] PAR1,p", header("PAR1,p\n1,2\n", dialect(Dialect.Header.USUAL, true)));
        assertEquals("[1, 2] 1,2", header("1,2\n3,4\n", dialect(Dialect.Header.ALWAYS, false)));
    }

    @Test
    void withoutAHeaderTheColumnsHaveNumbers() throws Problem {
        Dialect none = dialect(Dialect.Header.NONE, false);
        assertEquals("[1, 2] null", header("5,6\n7,8\n", none));
        assertNull(header("5;6\n7;8\n", none));
        for (String mark : new String[] {"", "\u00ef\u00bb\u00bf"}) {
            Lane.Start start = new FastLane(LARGE).open(Source.stream("file", bytes(mark + "5,6\nx,8\n"), false), none);
            QuickReads.Left left = new QuickReads.Left();
            Rows rows = start.rows(PAIRS, left);
            Block block = new Block(PAIRS.layout());
            assertTrue(rows.fill(block));
            assertEquals("1/1", block.line(0) + "/" + block.number(0));
            assertFalse(rows.fill(block));
            assertEquals("left behind 1 lines, 1 rows, " + (mark.length() + 4) + " bytes: x,8\n", left.text);
            assertFalse(left.isClosed);
            rows.close();
            assertTrue(left.isClosed);
        }
    }
}

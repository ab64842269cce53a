package losscalc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import losscalc.problem.Problem;
import org.junit.jupiter.api.Test;

class TableTest {
    private static String print(List<String> titles, String[]... rows) throws Problem {
        Table table = new Table(titles, new Style(Show.ALL, 6, null, false, 0));
        for (String[] row : rows) {
            table.add(new ArrayList<>(List.of(row)));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output out = new Output(bytes, "test");
        table.printTitles(out);
        table.printRows(out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String[] row(String... cells) {
        return cells;
    }

    @Test
    void numbersAreAlignedOnTheirPoints() throws Problem {
        assertEquals(
                "    x  y\n" + "-1.5   1\n" + "10     2\n" + " 0.25  3\n",
                print(List.of("x", "y"), row("-1.5", "1"), row("10", "2"), row("0.25", "3")));
    }

    @Test
    void titlesAndWordsStandAtTheRight() throws Problem {
        assertEquals("""
                word  long title
                   a           1
                abcd          12
                """, print(List.of("word", "long title"), row("a", "1"), row("abcd", "12")));
    }

    @Test
    void wordsStandAtTheLeftOfTheirColumn() throws Problem {
        Table table = new Table(List.of("city", "n", "last"), new Style(Show.ALL, 6, null, false, 0));
        table.alignLeft(0);
        table.alignLeft(2);
        table.add(List.of("Oslo", "1", "a"));
        table.add(List.of("贵阳", "10", "bcdefg"));
        table.add(List.of("30-45", "3", ""));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output out = new Output(bytes, "test");
        table.print(1, out);
        out.flush();
        assertEquals("""
                city    n  last
                Oslo    1  a
                贵阳   10  bcdefg
                30-45   3
                """, bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void noLineEndsInBlanks() throws Problem {
        String text = print(List.of("a", "b"), row("1", "2.5"), row("2", "10"), row("3", "x"));
        text.lines().forEach(line -> assertEquals(line.stripTrailing(), line));
    }

    @Test
    void wideCharactersTakeTwoPlaces() throws Problem {
        assertEquals("""
                真实值  b
                     1  2
                """, print(List.of("真实值", "b"), row("1", "2")));
    }

    @Test
    void marksThatCombineTakeNone() {
        assertEquals(1, Width.of("e\u0301"));
        assertEquals(2, Width.of("猫"));
        assertEquals(2, Width.of("\ud83d\ude00"));
        assertEquals(3, Width.of("abc"));
        assertEquals(0, Width.of(""));
    }
}

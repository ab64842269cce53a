package losscalc.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import losscalc.input.fast.FastLane;
import losscalc.loss.Block;
import losscalc.loss.Card;
import losscalc.losses.Losses;
import losscalc.problem.Problem;
import org.junit.jupiter.api.Test;

/** What is said of the columns of the files, and of rows that do not sum to one. */
class DataSetTest {
    private static int closed;

    private static Source source(String name, String text) {
        return Source.stream(
                name,
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public void close() {
                        closed++;
                    }
                },
                false);
    }

    private static Wanted wanted(String loss, String weight, boolean normalized) {
        Card card = Losses.find(loss).card();
        ColumnNames names = new ColumnNames(null, null, List.of(), weight, null);
        Labelling labelling = new Labelling(null, null, false, null);
        return new Wanted(card, card.scales().get(0), names, labelling, normalized, false, false, (char) 0);
    }

    private static DataSet open(String text, String predictions, Wanted wanted, Lane lane) throws Problem {
        Source second = predictions == null ? null : source("predictions", predictions);
        return DataSet.open(List.of(source("data", text)), second, wanted, Dialect.PLAIN, lane);
    }

    @Test
    void itsDescription() throws Problem {
        Description one =
                open("w,y,p\n1,2,3\n", null, wanted("mse", "w", false), null).description();
        assertEquals("w", one.weight());
        assertEquals(List.of("w", "y", "p"), one.columns());
        assertEquals(List.of("y"), one.targets());
        Description two = open("y,n\n1,2\n", "m,p\n3,4\n", wanted("mse", null, false), null)
                .description();
        assertNull(two.weight());
        assertEquals(List.of("y", "n", "m", "p"), two.columns());
        assertEquals(List.of("data", "predictions"), two.files());
    }

    @Test
    void allFilesAreClosed() throws Problem {
        closed = 0;
        open("y,p\n1,2\n", null, wanted("mse", null, false), new FastLane()).close();
        assertEquals(1, closed);
        open("y\n1\n", "p\n2\n", wanted("mse", null, false), null).close();
        assertEquals(3, closed);
    }

    /** The rows that are read, or the first fault. */
    private static String read(DataSet data) throws Problem {
        Rows rows = data.rows();
        Block block = new Block(rows.layout());
        try {
            int count = 0;
            while (rows.fill(block)) {
                count += block.rows();
            }
            return count + " rows";
        } catch (Problem e) {
            return e.faults().get(0).toString();
        }
    }

    @Test
    void rowsOfProbabilities() throws Problem {
        Wanted wanted = wanted("cross-entropy", null, false);
        String targets = "y\n0\n1\n";
        assertEquals("2 rows", read(open(targets, "a,b\n0.5,0.5\n0.25,0.75\n", wanted, null)));
        String few = "predictions:3: the probabilities sum to 0.75, 1 was wanted";
        assertEquals(few, read(open(targets, "a,b\n0.5,0.5\n0.25,0.5\n", wanted, null)));
        String many = "predictions:2: the probabilities sum to 1.5, 1 was wanted";
        assertEquals(many, read(open(targets, "a,b\n0.5,1\n0.25,0.75\n", wanted, null)));
        String oneHot = "c,d\n1,0\n1,1\n";
        String both = "data:3: the targets sum to 2, 1 was wanted";
        assertEquals(both, read(open(oneHot, "a,b\n0.5,0.5\n0.25,0.75\n", wanted, null)));
        Wanted shares = wanted("cross-entropy", null, true);
        assertEquals("2 rows", read(open(targets, "a,b\n0.5,1\n0,0.5\n", shares, null)));
        String zeros = "predictions:3: the probabilities sum to 0, --normalize cannot divide by that";
        assertEquals(zeros, read(open(targets, "a,b\n0.5,1\n0,0\n", shares, null)));
    }

    @Test
    void aWeightInTheFirstColumn() throws Problem {
        for (Lane lane : new Lane[] {null, new FastLane()}) {
            Rows rows = open("w,a,b\n0.5,2,3\n", null, wanted("mse", "w", false), lane)
                    .rows();
            assertTrue(rows.layout().weighted());
            Block block = new Block(rows.layout());
            assertTrue(rows.fill(block));
            assertEquals(0.5, block.weights()[0]);
            assertEquals(2, block.target(0)[0]);
            assertEquals(3, block.prediction(0)[0]);
        }
    }

    @Test
    void namesOfColumns() throws Problem {
        assertEquals(List.of("y", "p"), DataSet.columns(source("data", "y,p\n1,2\n"), Dialect.PLAIN));
    }

    @Test
    void sources() throws Problem {
        assertTrue(Source.stream("pipe", null, true).isLive());
        assertFalse(Source.stream("pipe", null, false).isLive()
                || Source.file("file").isLive());
        Problem empty = assertThrows(Problem.class, () -> Source.file("").open());
        assertEquals("a file was wanted, and its name is empty", empty.getMessage());
        Problem near =
                assertThrows(Problem.class, () -> Source.file("src/test/jave").open());
        assertEquals("did you mean 'src/test/java'?", near.faults().get(0).hint());
        Problem folder =
                assertThrows(Problem.class, () -> Source.file("no folder/file").open());
        assertEquals("there is no folder 'no folder'", folder.faults().get(0).hint());
    }
}

package losscalc.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import losscalc.loss.Card;
import losscalc.loss.Interval;
import losscalc.losses.Losses;
import losscalc.num.Rational;
import losscalc.problem.Problem;
import losscalc.problem.Where;
import org.junit.jupiter.api.Test;

/** What a cell is read as, for whatever it is used, or what is said of it. */
class CellTest {
    private static final Policy ERROR = Policy.ERROR;
    private static final Policy SKIP = Policy.SKIP;
    private static final Policy PROPAGATE = Policy.PROPAGATE;
    private static final String SKIPPED = " | --nonfinite skip leaves such rows out";
    private static final String CLASSES = " | --classes a,b,c names the labels in the order of their classes";
    private static final String POSITIVE = " | --positive LABEL says which label is 1";

    private static final String EXPLAIN = " | losscalc explain bce says what it takes, and what to use elsewhere";

    private static final Slot PREDICTION = slot(Slot.Role.PREDICTION, Interval.REAL, null);
    private static final Slot PROBABILITY = slot(Slot.Role.PREDICTION, Interval.UNIT, null);
    private static final Slot BINARY = slot(Slot.Role.BINARY, Interval.UNIT, null);
    private static final Slot SIGN = slot(Slot.Role.SIGN, Interval.closed(-1, 1), null);
    private static final Slot CLASS = slot(Slot.Role.CLASS, Interval.closed(0, 2), null);
    private static final Slot WEIGHT = slot(Slot.Role.WEIGHT, Interval.NON_NEGATIVE, null);

    private static Slot slot(Slot.Role role, Interval domain, Labels labels) {
        return new Slot(0, 0, role, 0, domain, labels);
    }

    /** A cell of a file for that loss; the class 7 takes no part. */
    private static Cell cell(Policy missing, Policy nonfinite, char mark, String loss) {
        Dialect dialect = new Dialect(',', Dialect.Header.USUAL, (char) 0, mark, null, missing, nonfinite, ERROR);
        Card card = Losses.find(loss).card();
        ColumnNames names = new ColumnNames(null, null, List.of(), null, null);
        Labelling labelling = new Labelling(null, null, false, 7.0);
        Wanted wanted = new Wanted(card, card.scales().get(0), names, labelling, false, false, false, (char) 0);
        Columns columns = new Columns(List.of("y", "p"), "file", true);
        Where where = Where.file("file");
        try {
            return new Cell(
                    dialect, new Binding(wanted, Choice.of(wanted, columns, columns, where), columns, columns, where));
        } catch (Problem e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static final Cell STRICT = cell(ERROR, ERROR, '.', "bce");

    /** The value, or what became of the row, or the message and the hint. */
    private static String read(Cell cell, String text, Slot slot) {
        Cell.Outcome outcome = cell.read(text, slot);
        return switch (outcome) {
            case FINE -> "" + cell.value();
            case WRONG -> cell.message() + " | " + cell.hint();
            default -> outcome.toString();
        };
    }

    private static String strict(String text, Slot slot) {
        return read(STRICT, text, slot);
    }

    @Test
    void numbers() {
        assertEquals("1.5", strict("1.5", PREDICTION));
        assertEquals("-2.0", strict(" \t-2\t ", PREDICTION));
        String skip = " | --missing skip leaves such rows out";
        for (String blank : new String[] {"", " ", "\t"}) {
            assertEquals("missing value" + skip, strict(blank, PREDICTION));
            assertEquals("MISSING", read(cell(SKIP, ERROR, '.', "bce"), blank, PREDICTION));
        }
        assertEquals("not a number: \"x\"" + skip, strict("x", PREDICTION));
        assertEquals("MISSING", read(cell(SKIP, ERROR, '.', "bce"), "x", PREDICTION));
        String bare = " | a bare number was wanted, such as 1234.5";
        assertEquals("not a number: \"1 2\"" + bare, strict(" 1 2", PREDICTION));
        assertEquals("not a number: \"50%\"" + bare, strict("50%", PREDICTION));
        String blank = " | a quote opens a field only at its very beginning: take the blank before it away";
        assertEquals("not a number: \"\"1\"\"" + blank, strict(" \"1\"", PREDICTION));
        assertEquals("not a number: \"\"1\"\"" + bare, strict("\"1\"", PREDICTION));
        assertEquals("not a number: \"1,5\" | --decimal , if the comma is a decimal comma", strict("1,5", PREDICTION));
        assertEquals("not a number: \"1,x\"" + bare, strict("1,x", PREDICTION));
        Cell commas = cell(ERROR, ERROR, ',', "bce");
        assertEquals("1.5", read(commas, "1,5", PREDICTION));
        assertEquals("not a number: \"1.5\"" + bare.replace('.', ','), read(commas, "1.5", PREDICTION));
        assertEquals(
                "number beyond the largest double: \"1e400\" | the largest double is 1.7976931348623157e308",
                strict("1e400", PREDICTION));
        assertEquals("0.0", strict("1e-400", PREDICTION));
    }

    @Test
    void whatIsNotFinite() {
        Cell skipping = cell(ERROR, SKIP, '.', "bce");
        Cell propagating = cell(ERROR, PROPAGATE, '.', "bce");
        for (String text : new String[] {"nan", "inf", "-inf"}) {
            String said = "not a finite number: \"" + text + "\"";
            String propagate = text.equals("nan") ? ", --nonfinite propagate computes with them" : "";
            assertEquals(said + SKIPPED + ", --nonfinite propagate computes with them", strict(text, PREDICTION));
            assertEquals(said + SKIPPED + propagate, strict(text, PROBABILITY));
            assertEquals("NONFINITE", read(skipping, text, PREDICTION));
            for (Slot slot : new Slot[] {BINARY, SIGN, CLASS, WEIGHT}) {
                assertEquals(said + SKIPPED, strict(text, slot));
                assertEquals("NONFINITE", read(skipping, text, slot));
            }
            assertEquals(said + SKIPPED, read(propagating, text, WEIGHT));
            assertEquals("label \"" + text + "\" is not 0 or 1" + SKIPPED, read(propagating, text, BINARY));
        }
        assertEquals("NaN", read(propagating, "nan", PROBABILITY));
        assertEquals("Infinity", read(propagating, "inf", PREDICTION));
        assertEquals("-Infinity", read(propagating, "-inf", PREDICTION));
        assertEquals("Infinity", read(propagating, "inf", slot(Slot.Role.TARGET, Interval.POSITIVE, null)));
        assertEquals(
                "\"-inf\" is outside (0, \u221e)" + EXPLAIN,
                read(propagating, "-inf", slot(Slot.Role.TARGET, Interval.POSITIVE, null)));
    }

    @Test
    void labelsThatAreNumbers() {
        for (String text : new String[] {"0", "1", "1.0"}) {
            assertEquals("" + Double.parseDouble(text), strict(text, BINARY));
        }
        for (String text : new String[] {"0.5", "0.001"}) {
            String said = "label \"" + text + "\" is not 0 or 1 | --soft-labels takes labels between 0 and 1";
            assertEquals(said, strict(text, BINARY));
        }
        assertEquals("label \"2\" is not 0 or 1" + POSITIVE, strict("2", BINARY));
        assertEquals("label \"-1\" is not 0 or 1" + POSITIVE, strict("-1", BINARY));
        assertEquals("not a number: \"x\"" + POSITIVE, strict("x", BINARY));
        assertEquals("-1.0", strict("-1", SIGN));
        assertEquals("1.0", strict("1", SIGN));
        assertEquals("label \"0\" is not -1 or 1 | --positive 1, if the labels are 0 and 1", strict("0", SIGN));
        assertEquals("label \"2\" is not -1 or 1" + POSITIVE, strict("2", SIGN));
        assertEquals("not a number: \"x\"" + POSITIVE, strict("x", SIGN));
        assertEquals("0.0", strict("0", CLASS));
        assertEquals("2.0", strict("2", CLASS));
        assertEquals("IGNORED", strict("7", CLASS));
        for (String text : new String[] {"3", "-1", "0.5"}) {
            assertEquals(
                    "class index \"" + text + "\" is not a whole number from 0 to 2" + CLASSES, strict(text, CLASS));
        }
        assertEquals("not a number: \"x\"" + CLASSES, strict("x", CLASS));
    }

    @Test
    void numbersOutside() {
        assertEquals("0.0", strict("0", WEIGHT));
        assertEquals("weight \"-1\" is negative | a weight is 0 or more", strict("-1", WEIGHT));
        assertEquals(
                "\"1.5\" is outside [0, 1] | --from logit, if the column holds logits", strict("1.5", PROBABILITY));
        assertEquals(
                "\"1.5\" is outside [0, 1]" + EXPLAIN.replace("bce", "mse"),
                read(cell(ERROR, ERROR, '.', "mse"), "1.5", PROBABILITY));
        assertEquals(
                "\"-1\" is outside [0, \u221e)" + EXPLAIN,
                strict("-1", slot(Slot.Role.PREDICTION, Interval.NON_NEGATIVE, null)));
        assertEquals("\"2\" is outside [0, 1]" + EXPLAIN, strict("2", slot(Slot.Role.TARGET, Interval.UNIT, null)));
    }

    @Test
    void labels() {
        Labels words = Labels.ordered(List.of("no", "yes"));
        Slot binary = slot(Slot.Role.BINARY, Interval.UNIT, words);
        assertEquals("0.0", strict("no", binary));
        assertEquals("1.0", strict(" yes ", binary));
        String said = "not a known label: \"%s\"; " + words.listed() + " was wanted" + CLASSES;
        assertEquals(said.replace("%s", "maybe"), strict("maybe", binary));
        assertEquals(said.replace("%s", "1"), strict("1", binary));
        Slot sign = slot(Slot.Role.SIGN, Interval.closed(-1, 1), words);
        assertEquals("-1.0", strict("no", sign));
        assertEquals("1.0", strict("yes", sign));
        Slot orIndex = slot(Slot.Role.CLASS, Interval.closed(0, 1), Labels.orIndices(List.of("no", "yes")));
        assertEquals("1.0", strict("yes", orIndex));
        assertEquals("0.0", strict("0", orIndex));
        assertEquals(said.replace("%s", "x"), strict("x", orIndex));
        assertEquals("class index \"2\" is not a whole number from 0 to 1" + CLASSES, strict("2", orIndex));
    }

    @Test
    void decimalsAsTheyAreWritten() {
        Cell cell = cell(ERROR, PROPAGATE, ',', "bce");
        cell.read("0,30000000000000000001", PREDICTION);
        assertEquals(Rational.decimal("0.30000000000000000001"), cell.decimal());
        cell.read("1e-99999", PREDICTION);
        assertEquals(Rational.of(0), cell.decimal());
        for (String text : new String[] {"nan", "inf", "-inf"}) {
            cell.read(text, PREDICTION);
            assertNull(cell.decimal());
        }
        cell.read("yes", slot(Slot.Role.BINARY, Interval.UNIT, Labels.ordered(List.of("no", "yes"))));
        assertEquals(Rational.of(1), cell.decimal());
    }

    @Test
    void cellsThatCannotBeRead() {
        assertEquals(Cell.Outcome.WRONG, STRICT.refuse("what", "do"));
        assertEquals("what | do", STRICT.message() + " | " + STRICT.hint());
        assertEquals(Cell.Outcome.MISSING, cell(SKIP, ERROR, '.', "bce").refuse("what", "do"));
    }
}

package losscalc.input;

import losscalc.num.DecimalReader;
import losscalc.num.DecimalWriter;
import losscalc.num.Rational;
import losscalc.problem.Echo;

/** Reads one field: its text becomes the number that it stands for, or the reason why it is none. */
final class Cell {
    /** What became of a field. */
    enum Outcome {
        /** A number; {@link Cell#value()} is it. */
        FINE,
        /** The row is left out: the cell is empty or unreadable, and that was allowed. */
        MISSING,
        /** The row is left out: it belongs to the class that takes no part. */
        IGNORED,
        /** The row is left out: the cell is NaN or an infinity, and that was allowed. */
        NONFINITE,
        /** An error; {@link Cell#message()} says which. */
        WRONG
    }

    private static final String SKIP_NONFINITE = "--nonfinite skip leaves such rows out";
    private static final String SAYS_WHICH = "--positive LABEL says which label is 1";
    private static final String SKIP_MISSING = "--missing skip leaves such rows out";

    private final Dialect dialect;
    private final Binding binding;
    private final double ignored;
    private double value;
    private String text;
    private boolean isLabel;
    private boolean isIndented;
    private String message;
    private String hint;

    /** @param binding knows the loss, for what to do */
    Cell(Dialect dialect, Binding binding) {
        this.dialect = dialect;
        this.binding = binding;
        ignored = binding.ignored();
    }

    double value() {
        return value;
    }

    /** The value as its decimal says, however many digits that has; null where it is not finite. */
    Rational decimal() {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            return null;
        }
        // Whoever writes 1e-99999 has a zero, and not a hundred thousand digits.
        return isLabel || value == 0
                ? Rational.decimal(value)
                : Rational.decimal(text.replace(dialect.decimalMark(), '.'));
    }

    String message() {
        return message;
    }

    String hint() {
        return hint;
    }

    /** Reads a field for what it is used for. */
    Outcome read(String raw, Slot slot) {
        text = trimmed(raw);
        isIndented = !raw.isEmpty() && isBlank(raw.charAt(0));
        if (text.isEmpty()) {
            return dialect.missing() == Policy.SKIP ? Outcome.MISSING : wrong("missing value", SKIP_MISSING);
        }
        isLabel = slot.labels() != null;
        return isLabel ? label(text, slot) : number(text, slot);
    }

    private Outcome label(String text, Slot slot) {
        int number = slot.labels().number(text);
        if (number >= 0) {
            value = slot.role() == Slot.Role.SIGN ? 2 * number - 1 : number;
            return Outcome.FINE;
        }
        if (slot.labels().orIndex() && DecimalReader.kind(text, dialect.decimalMark()) == DecimalReader.Kind.NUMBER) {
            return number(text, slot);
        }
        return wrong(
                "not a known label: " + Echo.quoted(text) + "; " + slot.labels().listed() + " was wanted",
                "--classes a,b,c names the labels in the order of their classes");
    }

    private Outcome number(String text, Slot slot) {
        value = DecimalReader.parse(text, dialect.decimalMark());
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            switch (DecimalReader.kind(text, dialect.decimalMark())) {
                case NAN:
                case INFINITY:
                    return nonfinite(text, slot);
                case TOO_LARGE:
                    return wrong(
                            "number beyond the largest double: " + Echo.quoted(text),
                            "the largest double is 1.7976931348623157e308");
                default:
                    return notANumber(text, slot);
            }
        }
        return inDomain(text, slot);
    }

    private Outcome nonfinite(String text, Slot slot) {
        // A weight that is not finite has no meaning to go on with.
        Policy policy = slot.role() == Slot.Role.WEIGHT && dialect.nonfinite() == Policy.PROPAGATE
                ? Policy.ERROR
                : dialect.nonfinite();
        switch (policy) {
            case PROPAGATE:
                return canPropagate(slot) ? Outcome.FINE : inDomain(text, slot);
            case SKIP:
                return Outcome.NONFINITE;
            default:
                return wrong(
                        "not a finite number: " + Echo.quoted(text),
                        slot.role() == Slot.Role.WEIGHT || !canPropagate(slot)
                                ? SKIP_NONFINITE
                                : SKIP_NONFINITE + ", --nonfinite propagate computes with them");
        }
    }

    /** NaN is no label, and an infinity stands only where the domain goes on for ever. */
    private boolean canPropagate(Slot slot) {
        if (slot.role() == Slot.Role.BINARY || slot.role() == Slot.Role.CLASS || slot.role() == Slot.Role.SIGN) {
            return false;
        }
        return Double.isNaN(value)
                || value == slot.domain().low()
                || value == slot.domain().high();
    }

    private Outcome inDomain(String text, Slot slot) {
        switch (slot.role()) {
            case BINARY:
                return value == 0 || value == 1
                        ? Outcome.FINE
                        : wrong(
                                "label " + Echo.quoted(text) + " is not 0 or 1",
                                value > 0 && value < 1
                                        ? "--soft-labels takes labels between 0 and 1"
                                        : Double.isFinite(value) ? SAYS_WHICH : SKIP_NONFINITE);
            case SIGN:
                return value == -1 || value == 1
                        ? Outcome.FINE
                        : wrong(
                                "label " + Echo.quoted(text) + " is not -1 or 1",
                                value == 0 ? "--positive 1, if the labels are 0 and 1" : SAYS_WHICH);
            case CLASS:
                if (value == ignored) {
                    return Outcome.IGNORED;
                }
                return value == Math.rint(value) && slot.domain().contains(value)
                        ? Outcome.FINE
                        : wrong(
                                "class index " + Echo.quoted(text) + " is not a whole number from 0 to "
                                        + DecimalWriter.toString(slot.domain().high()),
                                "--classes a,b,c names the labels in the order of their classes");
            default:
                return slot.domain().contains(value) ? Outcome.FINE : outside(text, slot);
        }
    }

    private Outcome outside(String text, Slot slot) {
        if (slot.role() == Slot.Role.WEIGHT) {
            return wrong("weight " + Echo.quoted(text) + " is negative", "a weight is 0 or more");
        }
        boolean isProbability =
                slot.role() == Slot.Role.PREDICTION && slot.domain().high() == 1;
        return wrong(Echo.quoted(text) + " is outside " + slot.domain(), binding.hintOfDomain(isProbability));
    }

    private Outcome notANumber(String text, Slot slot) {
        if (dialect.missing() == Policy.SKIP) {
            return Outcome.MISSING;
        }
        return wrong("not a number: " + Echo.quoted(text), hintFor(text, slot));
    }

    private String hintFor(String text, Slot slot) {
        if (isIndented && text.charAt(0) == '"') {
            return "a quote opens a field only at its very beginning: take the blank before it away";
        }
        if (slot.role() == Slot.Role.BINARY || slot.role() == Slot.Role.CLASS || slot.role() == Slot.Role.SIGN) {
            return slot.role() != Slot.Role.CLASS
                    ? hintForLabel(text)
                    : "--classes a,b,c names the labels in the order of their classes";
        }
        if (dialect.decimalMark() == '.' && DecimalReader.kind(text, ',') == DecimalReader.Kind.NUMBER) {
            return "--decimal , if the comma is a decimal comma";
        }
        return hasDigit(text) ? "a bare number was wanted, such as 1234" + dialect.decimalMark() + "5" : SKIP_MISSING;
    }

    /** Whether it may be a number with signs of percent, money or thousands: to leave the row out would be a pity. */
    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String hintForLabel(String text) {
        switch (text) {
            case "True", "False":
                return "--positive True, if that is the label 1";
            case "TRUE", "FALSE":
                return "--positive TRUE, if that is the label 1";
            case "true", "false":
                return "--positive true, if that is the label 1";
            default:
                return SAYS_WHICH;
        }
    }

    /** For a field that cannot be read at all. */
    Outcome refuse(String what, String whatToDo) {
        return dialect.missing() == Policy.SKIP ? Outcome.MISSING : wrong(what, whatToDo);
    }

    private Outcome wrong(String what, String whatToDo) {
        message = what;
        hint = whatToDo;
        return Outcome.WRONG;
    }

    /** Without blanks and tabs at its ends. */
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}

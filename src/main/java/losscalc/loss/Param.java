package losscalc.loss;

import java.util.List;
import losscalc.num.DecimalWriter;

/**
 * A parameter of a loss, such as Huber's delta; on the command line {@code --delta}.
 *
 * @param name its name, in lower case, words joined by a hyphen
 * @param byDefault its value when it is not given; NaN when it is then left out of the formula; where it
 *     must be given, a value that it could have
 * @param range the values that it may take; of words, their numbers
 * @param meaning what it does, in one line
 * @param kind what is written for it
 * @param isRequired whether it must be given
 * @param gap values inside the range that it may not take, or null
 * @param choices the words that may be written for it, where {@link Kind#CHOICE} says so
 */
public record Param(
        String name,
        double byDefault,
        Interval range,
        String meaning,
        Kind kind,
        boolean isRequired,
        Interval gap,
        List<String> choices) {
    /** What is written for a parameter. */
    public enum Kind {
        NUMBER,
        /** A whole number. */
        WHOLE,
        /** One of a few words; its value is the word's place among them, from 0. */
        CHOICE,
        /** A number for each prediction column, between commas. */
        LIST
    }

    /** A number. */
    public Param(String name, double byDefault, Interval range, String meaning) {
        this(name, byDefault, range, meaning, Kind.NUMBER, false, null, List.of());
    }

    /** A whole number. */
    public static Param whole(String name, double byDefault, Interval range, String meaning) {
        return new Param(name, byDefault, range, meaning, Kind.WHOLE, false, null, List.of());
    }

    /** One of these words, the default first. */
    public static Param choice(String name, String meaning, String... words) {
        Interval places = Interval.closed(0, words.length - 1);
        return new Param(name, 0, places, meaning, Kind.CHOICE, false, null, List.of(words));
    }

    /** A number for each prediction column, which must be given. */
    public static Param list(String name, double example, Interval range, String meaning) {
        return new Param(name, example, range, meaning, Kind.LIST, true, null, List.of());
    }

    /** The same parameter, where it must be given: the default is an example only. */
    public Param required() {
        return new Param(name, byDefault, range, meaning, kind, true, gap, choices);
    }

    /** The same parameter, where it may not take these values. */
    public Param except(Interval values) {
        return new Param(name, byDefault, range, meaning, kind, isRequired, values, choices);
    }

    /** Whether it may take that value. */
    public boolean allows(double x) {
        return range.contains(x) && (gap == null || !gap.contains(x));
    }

    /** Whether the formula works without a value. */
    public boolean isOptional() {
        return Double.isNaN(byDefault);
    }

    /** What may be written for it: {@code (0, ∞)}, or the words {@code none|exact}. */
    public String values() {
        if (kind == Kind.CHOICE) {
            return String.join("|", choices);
        }
        String list = kind == Kind.LIST ? " for each prediction column" : "";
        return (kind == Kind.WHOLE ? "whole numbers in " : "") + range + (gap == null ? "" : " but not " + gap) + list;
    }

    /** What holds when nothing is written: {@code 1 when not given}. */
    public String otherwise() {
        return isRequired ? "must be given" : defaultText() + " when not given";
    }

    /** The default as it would be written. */
    public String defaultText() {
        return isOptional() ? "none" : text(new double[] {byDefault});
    }

    /** Values as they would be written. */
    public String text(double[] x) {
        if (kind == Kind.CHOICE) {
            return choices.get((int) x[0]);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            text.append(i == 0 ? "" : ",").append(DecimalWriter.toString(x[i]));
        }
        return text.toString();
    }
}

package losscalc.cli;

import java.util.ArrayList;
import java.util.List;
import losscalc.loss.Interval;
import losscalc.loss.Param;
import losscalc.num.DecimalReader;
import losscalc.problem.Echo;
import losscalc.problem.Nearest;
import losscalc.problem.Problem;

/** From the word behind an option to the value that it stands for, or an error that says what was wanted. */
final class Words {
    private Words() {}

    /**
     * Takes an option and its value out of the words.
     *
     * @param hint what to do where the value is missing
     * @return the value, or null when the option is not there
     */
    static String take(String option, List<String> words, String hint) throws Problem {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith(option + "=")) {
                return words.remove(i).substring(option.length() + 1);
            }
            if (word.equals(option)) {
                if (i + 1 == words.size()) {
                    throw Problem.usage(option + ": a value was wanted, and nothing follows", hint);
                }
                words.remove(i);
                return words.remove(i);
            }
        }
        return null;
    }

    /** A number of the same strict grammar as in the data, inside a range. */
    static double number(String option, String word, Interval range) throws Problem {
        double x = DecimalReader.parse(word, '.');
        DecimalReader.Kind kind = DecimalReader.kind(word, '.');
        if (kind != DecimalReader.Kind.NUMBER && !(kind == DecimalReader.Kind.INFINITY && range.contains(x))) {
            throw Problem.usage(option + ": not a number: " + Echo.quoted(word), wanted(range));
        }
        if (!range.contains(x)) {
            throw Problem.usage(option + " " + Echo.plain(word) + " is outside " + range, wanted(range));
        }
        return x;
    }

    /** What was written for a parameter of the loss: one value, or as many as a list has. */
    static double[] parameter(Param param, String word) throws Problem {
        String option = "--" + param.name();
        if (word == null && param.isRequired()) {
            throw Problem.usage(option + " is missing: " + param.meaning(), option + " wants " + param.values());
        }
        if (word == null) {
            return new double[] {param.byDefault()};
        }
        if (param.isOptional() && word.equals("none")) {
            return new double[] {Double.NaN};
        }
        switch (param.kind()) {
            case CHOICE:
                return new double[] {choice(option, word, param.choices())};
            case LIST:
                return numbers(option, list(word), param.range());
            case WHOLE:
                return new double[] {whole(option, word, number(option, word, param.range()), param.range())};
            default:
                return new double[] {number(option, word, param)};
        }
    }

    private static double number(String option, String word, Param param) throws Problem {
        double x = number(option, word, param.range());
        if (!param.allows(x)) {
            throw Problem.usage(
                    option + " " + Echo.plain(word) + " is inside " + param.gap(),
                    "a number in " + param.values() + " was wanted");
        }
        return x;
    }

    private static double[] numbers(String option, List<String> words, Interval range) throws Problem {
        double[] numbers = new double[words.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(option, words.get(i), range);
        }
        return numbers;
    }

    /** A whole number inside a range. */
    static int whole(String option, String word, int low, int high) throws Problem {
        Interval range = Interval.closed(low, high);
        return (int) whole(option, word, number(option, word, range), range);
    }

    private static double whole(String option, String word, double x, Interval range) throws Problem {
        if (x != Math.rint(x)) {
            throw Problem.usage(option + " " + Echo.plain(word) + " is not a whole number", wanted(range));
        }
        return x;
    }

    /** Which of the words it is: the index; the first one when nothing was said. */
    static int choice(String option, String word, List<String> words) throws Problem {
        if (word == null) {
            return 0;
        }
        int i = words.indexOf(word);
        if (i >= 0) {
            return i;
        }
        throw Problem.usage(
                option + ": " + Echo.quoted(word) + " is none of " + String.join(", ", words),
                Nearest.hint(word, words));
    }

    /** Whether torch or keras call the mean so. */
    static boolean isMeanElsewhere(String word) {
        switch (word) {
            case "batchmean", "sum_over_batch_size", "mean_with_sample_weight", "elementwise_mean", "average":
                return true;
            default:
                return false;
        }
    }

    /** A single character; {@code tab} and {@code \t} are the tab. */
    static char character(String option, String word) throws Problem {
        if (word.equals("tab") || word.equals("\\t")) {
            return '\t';
        }
        if (word.length() == 1 && word.charAt(0) < 0x80 && word.charAt(0) != '\n' && word.charAt(0) != '"') {
            return word.charAt(0);
        }
        throw Problem.usage(option + ": one ASCII character was wanted, and " + Echo.quoted(word) + " was found", null);
    }

    /** The parts of a list between commas; one that holds a comma stands in quotes, as in CSV. */
    static List<String> list(String word) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i <= word.length(); i++) {
            boolean isQuote = i < word.length() && word.charAt(i) == '"';
            quoted ^= isQuote && (quoted || i == from || word.charAt(i - 1) == '"');
            if (i == word.length() || word.charAt(i) == ',' && !quoted) {
                parts.add(unquoted(word.substring(from, i)));
                from = i + 1;
            }
        }
        return parts;
    }

    /** What stands between quotes, where they stand round all of it. */
    static String unquoted(String part) {
        int last = part.length() - 1;
        return last > 0 && part.charAt(0) == '"' && part.charAt(last) == '"'
                ? part.substring(1, last).replace("\"\"", "\"")
                : part;
    }

    private static String wanted(Interval range) {
        return "a number in " + range + " was wanted";
    }
}

package losscalc.cli;

import java.util.ArrayList;
import java.util.List;
import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Param;
import losscalc.problem.Echo;
import losscalc.problem.Nearest;
import losscalc.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line of one loss, read by picocli. The model holds the options of the loss that was named and
 * of the table that a word of the command line may name, and no other: to make them all takes longer than the
 * losses of a small file.
 */
final class CommandLineReader {
    private final List<String> parameters = new ArrayList<>();
    private final List<String> implied;
    private ParseResult words;

    /**
     * @param card the loss
     * @param implied options and their values that hold where the command line does not say otherwise
     */
    CommandLineReader(Card card, List<String> implied) {
        this.implied = new ArrayList<>(implied);
        for (Param param : card.params()) {
            parameters.add("--" + param.name());
        }
        for (Extra extra : card.extras()) {
            parameters.add("--" + extra.name());
        }
    }

    private CommandLineReader(CommandLineReader other) {
        parameters.addAll(other.parameters);
        implied = new ArrayList<>(other.implied);
        words = other.words;
    }

    /** The same words; what is implied further is implied in one of the two alone. */
    CommandLineReader copy() {
        return new CommandLineReader(this);
    }

    /** Reads the words behind the name of the loss. */
    void read(List<String> args) throws Problem {
        refuseOneHyphen(args);
        try {
            words = new CommandLine(model(args))
                    .setExpandAtFiles(false)
                    .setTrimQuotes(false)
                    .parseArgs(args.toArray(new String[0]));
        } catch (UnmatchedArgumentException e) {
            String word = e.getUnmatched().get(0);
            String near = Nearest.hint(word, names());
            throw Problem.usage("unknown option " + Echo.name(word), near == null ? parameterHint() : near);
        } catch (OverwrittenOptionException e) {
            String name = ((OptionSpec) e.getOverwritten()).longestName();
            throw Problem.usage(name + " stands there twice", "leave one of them out");
        } catch (MissingParameterException e) {
            String name = ((OptionSpec) e.getMissing().get(0)).longestName();
            throw Problem.usage(name + ": a value was wanted, and nothing follows", null);
        } catch (ParameterException e) {
            String message = e.getMessage();
            throw Problem.usage(Echo.plain(Character.toLowerCase(message.charAt(0)) + message.substring(1)), null);
        }
    }

    /** The parameter may have another name elsewhere. */
    private String parameterHint() {
        return parameters.isEmpty()
                ? null
                : "the parameters of this loss are " + String.join(", ", parameters) + "; --help lists all options";
    }

    private CommandSpec model(List<String> args) {
        CommandSpec spec = CommandSpec.create();
        for (String name : parameters) {
            if (mayBeIn(args, name)) {
                spec.addOption(valued(List.of(name)));
            }
        }
        for (Option option : Option.values()) {
            if (!isHidden(option) && mayBeIn(args, option.names())) {
                spec.addOption(option.value().isEmpty() ? flag(option.names()) : valued(option.names()));
            }
        }
        return spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
    }

    private static boolean mayBeIn(List<String> args, List<String> names) {
        return mayBeIn(args, names.get(0)) || names.size() > 1 && mayBeIn(args, names.get(1));
    }

    /** Whether a word may name that option: short ones stand together, too, and before their value: -qtfile. */
    private static boolean mayBeIn(List<String> args, String name) {
        for (String word : args) {
            boolean may = name.length() == 2
                    ? word.startsWith("-") && word.indexOf(name.charAt(1)) > 0
                    : word.startsWith(name);
            if (may) {
                return true;
            }
        }
        return false;
    }

    /** Else {@code -top 5} would be {@code -t op 5}. */
    private void refuseOneHyphen(List<String> args) throws Problem {
        for (String word : args) {
            if (word.equals("--")) {
                return;
            }
            int end = word.indexOf('=') < 0 ? word.length() : word.indexOf('=');
            String meant = "-" + word.substring(0, end);
            if (end > 2 && word.charAt(0) == '-' && (parameters.contains(meant) || Option.of(meant) != null)) {
                throw Problem.usage(
                        "unknown option " + Echo.name(word.substring(0, end)), Nearest.hint(meant, names()));
            }
        }
    }

    /** Options and their values (of a switch an empty one) that hold where nothing yet says otherwise. */
    void imply(List<String> more) {
        implied.addAll(more);
    }

    /** Whether the option was given or is implied, with a value or as a switch. */
    boolean hasWord(String name) {
        return words.hasMatchedOption(name) || implied.contains(name);
    }

    /** Whether an option was given or is implied. */
    boolean has(Option option) {
        return !isHidden(option) && hasWord(option.longName());
    }

    /** The word behind an option, or null. */
    String word(Option option) {
        return word(option.longName());
    }

    /** The word behind an option, or null. */
    String word(String name) {
        String typed = words.matchedOptionValue(name, null);
        int i = typed == null ? implied.indexOf(name) : -1;
        return i < 0 ? typed : implied.get(i + 1);
    }

    /** Which of the words that the option's help lists was typed; the first when nothing was. */
    int choice(Option option) throws Problem {
        return Words.choice(
                option.longName(), word(option), Words.list(option.value().replace('|', ',')));
    }

    /** The words that are not options. */
    List<String> files() {
        return words.matchedPositionalValue(0, List.<String>of());
    }

    /** Whether the loss has a parameter of that name: --root of rse. */
    private boolean isHidden(Option option) {
        return parameters.contains(option.longName());
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(parameters);
        for (Option option : Option.values()) {
            names.add(option.longName());
        }
        return names;
    }

    private static OptionSpec valued(List<String> names) {
        return OptionSpec.builder(names.toArray(new String[0]))
                .type(String.class)
                .arity("1")
                .paramLabel("VALUE")
                .build();
    }

    private static OptionSpec flag(List<String> names) {
        return OptionSpec.builder(names.toArray(new String[0]))
                .type(boolean.class)
                .arity("0")
                .build();
    }
}

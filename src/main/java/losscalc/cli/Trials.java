package losscalc.cli;

import java.util.ArrayList;
import java.util.List;
import losscalc.loss.Card;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.loss.Twin;
import losscalc.problem.Exit;
import losscalc.problem.Problem;

/** Tries the forms of losses on the data, which are read once for all that read the same of them. */
final class Trials {
    private final List<String> args;
    private final String input;
    private final List<Forms> all = new ArrayList<>();
    private Problem first;

    /**
     * For these words.
     *
     * @param args what was typed, without the losses
     * @param input the file that holds what came on standard input, or null
     */
    Trials(List<String> args, String input) {
        this.args = args;
        this.input = input;
    }

    /** Why the first form that was passed over does not fit; null where none was. */
    Problem problem() {
        return first;
    }

    /**
     * Takes in the forms of a loss.
     *
     * @param more what is typed beside
     */
    Forms add(Loss loss, List<String> more) throws Problem {
        Forms forms = new Forms(loss);
        all.add(forms);
        String typed = String.join(" ", more);
        Scale scale;
        try {
            CommandLineReader words = reader(loss.card(), more);
            scale = Settings.scale(loss.card(), words);
            forms.add(null, scale, typed, words, List.of(), input);
        } catch (Problem problem) {
            forms.refuse(problem);
            return forms;
        }
        for (Twin twin : Twins.forScale(loss.card(), scale)) {
            CommandLineReader words = reader(loss.card(), more);
            Convention convention = Convention.of(loss.card(), twin, scale, words);
            words.imply(convention.words());
            String options = (typed + " " + convention.applied()).strip();
            forms.add(twin, scale, options, words, convention.words(), input);
        }
        return forms;
    }

    /** Those that fit the data. */
    List<Trial> fitting(Forms forms) throws Problem {
        List<Problem> problems = new ArrayList<>();
        List<Trial> trials = forms.fitting(problems);
        for (Problem problem : problems) {
            if (problem.exit() != Exit.USAGE && problem.exit() != Exit.DATA) {
                throw problem;
            }
            first = first == null ? problem : first;
        }
        return trials;
    }

    /** Runs them all, and says how often the data were read for that. */
    int run() {
        List<List<Trial>> readings = new ArrayList<>();
        for (Forms forms : all) {
            for (Trial trial : forms.trials()) {
                place(trial, readings);
            }
        }
        for (List<Trial> reading : readings) {
            Trial.run(reading);
        }
        return readings.size();
    }

    private static void place(Trial trial, List<List<Trial>> readings) {
        for (List<Trial> reading : readings) {
            if (reading.get(0).isReadLike(trial)) {
                reading.add(trial);
                return;
            }
        }
        readings.add(new ArrayList<>(List.of(trial)));
    }

    private CommandLineReader reader(Card card, List<String> more) throws Problem {
        CommandLineReader words = new CommandLineReader(card, List.of());
        List<String> all = new ArrayList<>(more);
        all.addAll(args);
        words.read(all);
        return words;
    }
}

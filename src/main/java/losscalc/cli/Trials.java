package losscalc.cli;

import java.util.ArrayList;
import java.util.List;
import losscalc.loss.Card;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.problem.Exit;
import losscalc.problem.Problem;

/** Tries the forms of losses on the data; those that do not fit are passed over. */
final class Trials {
    private final List<String> args;
    private final String input;
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
     * The loss as it is, and each different form that a library has; none where the loss does not fit the data.
     *
     * @param more what is typed beside
     */
    List<Trial> of(Loss loss, List<String> more) throws Problem {
        List<Trial> trials = new ArrayList<>();
        String typed = String.join(" ", more);
        Scale scale;
        try {
            scale = Settings.scale(loss.card(), reader(loss.card(), more));
        } catch (Problem problem) {
            return passOver(problem, trials);
        }
        try {
            Trial exact = Trial.of(loss, reader(loss.card(), more), typed, input);
            exact.who().add("exact");
            trials.add(exact);
        } catch (Problem problem) {
            // A library may take what the loss as it is does not: labels 0 and 1 for -1 and 1.
            passOver(problem, trials);
        }
        for (Card.Twin twin : Trial.twins(loss.card(), scale)) {
            CommandLineReader words = reader(loss.card(), more);
            Convention convention = Convention.of(loss.card(), twin, scale, words);
            words.imply(convention.words());
            String options = (typed + " " + convention.applied()).strip();
            try {
                Trial trial = same(trials, options, null);
                trial = trial == null ? Trial.of(loss, words, options, input) : trial;
                if (!Twins.takes(twin, loss.card(), scale, trial.predictions())) {
                    continue;
                }
                Trial same = same(trials, options, trial);
                (same == null ? trial : same).add(twin, loss.card(), scale);
                if (same == null) {
                    trials.add(trial);
                }
            } catch (Problem problem) {
                passOver(problem, trials);
            }
        }
        return trials;
    }

    private List<Trial> passOver(Problem problem, List<Trial> trials) throws Problem {
        if (problem.exit() != Exit.USAGE && problem.exit() != Exit.DATA) {
            throw problem;
        }
        first = first == null ? problem : first;
        return trials;
    }

    private CommandLineReader reader(Card card, List<String> more) throws Problem {
        CommandLineReader words = new CommandLineReader(card, List.of());
        List<String> all = new ArrayList<>(more);
        all.addAll(args);
        words.read(all);
        return words;
    }

    /** The trial with these options, or the plain one where it comes to the same. */
    private static Trial same(List<Trial> trials, String options, Trial other) {
        for (Trial trial : trials) {
            boolean agrees = other != null
                    && trial == trials.get(0)
                    && trial.reduction() == other.reduction()
                    && Double.compare(trial.value(), other.value()) == 0;
            if (trial.options().equals(options) || agrees) {
                return trial;
            }
        }
        return null;
    }
}

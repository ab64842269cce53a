package losscalc.cli;

import java.util.ArrayList;
import java.util.List;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.loss.Twin;
import losscalc.problem.Problem;

/** The forms of a loss on the data, in the order in which they count: the loss as it is, then those of the libraries. */
final class Forms {
    private final Loss loss;
    private final List<Form> all = new ArrayList<>();

    /**
     * One of them.
     *
     * @param twin the library's name of it; null for the loss as it is
     * @param scale what the predictions of the data are
     * @param options what makes the loss this form, as it is typed
     * @param implied all that is taken for typed
     * @param trial null where the form does not fit the columns
     * @param problem why it does not, or null
     */
    private record Form(Twin twin, Scale scale, String options, List<String> implied, Trial trial, Problem problem) {}

    Forms(Loss loss) {
        this.loss = loss;
    }

    /** Says why there is none. */
    void refuse(Problem problem) {
        all.add(new Form(null, null, "", List.of(), null, problem));
    }

    /** Adds a form. */
    void add(Twin twin, Scale scale, String options, CommandLineReader words, List<String> implied, String input) {
        Trial trial = null;
        for (Form form : all) {
            trial = form.options.equals(options) && form.implied.equals(implied) ? form.trial : trial;
        }
        Problem problem = null;
        try {
            trial = trial == null ? new Trial(loss, words, options, input) : trial;
        } catch (Problem e) {
            problem = e;
        }
        all.add(new Form(twin, scale, options, implied, trial, problem));
    }

    /** What is to be run, each once. */
    List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        for (Form form : all) {
            if (form.trial != null && !trials.contains(form.trial)) {
                trials.add(form.trial);
            }
        }
        return trials;
    }

    /**
     * The loss as it is, and each different form that a library has; none where the loss does not fit the data.
     *
     * @param passedOver receives why some do not fit
     */
    List<Trial> fitting(List<Problem> passedOver) {
        List<Trial> trials = new ArrayList<>();
        for (Form form : all) {
            Trial trial = form.twin == null ? null : same(trials, form.options, null);
            Problem problem = trial != null ? null : form.problem != null ? form.problem : form.trial.problem();
            trial = trial == null ? form.trial : trial;
            if (problem != null) {
                passedOver.add(problem);
            } else if (form.twin == null) {
                trial.who().add("exact");
                trials.add(trial);
            } else if (Twins.takes(form.twin, loss.card(), form.scale, trial.predictions())) {
                Trial same = same(trials, form.options, trial);
                (same == null ? trial : same).add(form.twin, loss.card(), form.scale);
                if (same == null) {
                    trials.add(trial);
                }
            }
        }
        return trials;
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

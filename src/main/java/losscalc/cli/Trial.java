package losscalc.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Aggregate;
import losscalc.engine.Job;
import losscalc.engine.Manner;
import losscalc.engine.NoSamples;
import losscalc.engine.Reduction;
import losscalc.engine.Result;
import losscalc.engine.Run;
import losscalc.input.Dialect;
import losscalc.input.Reading;
import losscalc.loss.Card;
import losscalc.loss.Formula;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.loss.Twin;
import losscalc.problem.Problem;
import losscalc.problem.Where;
import losscalc.report.Finding;

/** One form of a loss tried on the data. */
final class Trial {
    private final Loss loss;
    private final CommandLineReader words;
    private final String options;
    private final String input;
    private final List<String> who = new ArrayList<>();
    private final Reduction reduction;
    private final Job job;
    private final Formula formula;
    private final Dialect dialect;
    private final Reading reading;
    private Aggregate total;
    private Problem problem;

    /**
     * Opens the files and chooses the columns.
     *
     * @param words what was typed
     * @param options what makes the loss this form, for the answer
     * @param input the file that holds what came on standard input, or null
     * @throws Problem when the form does not fit the columns, or they cannot be read
     */
    Trial(Loss loss, CommandLineReader words, String options, String input) throws Problem {
        this.loss = loss;
        this.words = words;
        this.options = options;
        this.input = input;
        try (InputStream in = open(input)) {
            Settings settings = new Settings(loss.card(), words, in);
            reduction = settings.reduction();
            dialect = settings.input().dialect();
            try (Prepared prepared = prepare(settings)) {
                job = prepared.job();
                formula = prepared.formula();
                reading = prepared.data().reading();
            }
        } catch (IOException e) {
            throw unreadable(input, e);
        }
        if (job.hasModels()) {
            throw Problem.usage("several predictions, each a model of its own", "-p names one of them");
        }
    }

    /** Reads the data once for all of them; what is wrong with the rows is wrong for each. */
    static void run(List<Trial> trials) {
        Job[] jobs = new Job[trials.size()];
        Formula[] formulas = new Formula[trials.size()];
        for (int i = 0; i < jobs.length; i++) {
            jobs[i] = trials.get(i).job;
            formulas[i] = trials.get(i).formula;
        }
        try {
            Result[] results = trials.get(0).run(jobs, formulas);
            for (int i = 0; i < jobs.length; i++) {
                trials.get(i).total = results[i].total();
            }
        } catch (Problem e) {
            for (Trial trial : trials) {
                trial.problem = e;
            }
        }
    }

    private Result[] run(Job[] jobs, Formula[] formulas) throws Problem {
        try (InputStream in = open(input)) {
            Settings settings = new Settings(loss.card(), words, in);
            try (Prepared prepared = prepare(settings)) {
                return Run.run(jobs, formulas, prepared.data().rows(), NoSamples.INSTANCE, settings.threads(), null);
            }
        } catch (IOException e) {
            throw unreadable(input, e);
        }
    }

    private Prepared prepare(Settings settings) throws Problem {
        return Prepared.of(loss, settings, Manner.exact(List.of()), LossCommand.lane());
    }

    private static InputStream open(String input) throws IOException {
        return input == null ? InputStream.nullInputStream() : new FileInputStream(input);
    }

    private static Problem unreadable(String input, IOException e) {
        return Problem.io(Where.file(input), "the temporary file cannot be read: " + e.getMessage(), "run it again");
    }

    /** Whether the rows that one reads do for both. A loss of a whole set may keep all of them: each has a reading to itself. */
    boolean isReadLike(Trial other) {
        boolean ofSets = job.card().isOfSets() || other.job.card().isOfSets();
        return reading.equals(other.reading)
                && dialect.equals(other.dialect)
                && formula.isDecimal() == other.formula.isDecimal()
                && (!ofSets || loss == other.loss);
    }

    /** Why it does not fit the rows, or they cannot be read; null if it does. */
    Problem problem() {
        return problem;
    }

    Card card() {
        return loss.card();
    }

    String options() {
        return options;
    }

    /** Who computes it so. */
    List<String> who() {
        return who;
    }

    /**
     * Says that a library computes it so; by its own name, where the library has several. Where the library itself
     * takes something else for a prediction, that is said.
     *
     * @param scale what the predictions of the data are
     */
    void add(Twin twin, Card loss, Scale scale) {
        int forms = 0;
        for (Twin other : loss.twins()) {
            forms += other.library().equals(twin.library()) ? 1 : 0;
        }
        Scale own = Twins.scaleOf(twin, loss);
        who.add((forms == 1 ? twin.library() : twin.library() + " " + twin.name())
                + (own == scale ? "" : Finding.TAKES + "a " + own.word() + ")"));
    }

    List<String> files() {
        return job.data().files();
    }

    /** The value that the form asks for. */
    double value() {
        return total.value(reduction);
    }

    /** How many prediction columns there are. */
    int predictions() {
        return job.setup().predictions();
    }

    /** Which figure that is. */
    Reduction reduction() {
        return reduction;
    }

    /** All figures. */
    Aggregate total() {
        return total;
    }
}

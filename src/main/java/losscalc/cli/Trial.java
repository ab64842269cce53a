package losscalc.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Aggregate;
import losscalc.engine.Job;
import losscalc.engine.Manner;
import losscalc.engine.Reduction;
import losscalc.engine.Result;
import losscalc.engine.Run;
import losscalc.loss.Card;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** One form of a loss tried on the data. */
final class Trial {
    private final Card card;
    private final String options;
    private final List<String> who = new ArrayList<>();
    private final Reduction reduction;
    private final Aggregate total;
    private final List<String> files;
    private final int predictions;

    private Trial(Card card, String options, Reduction reduction, Aggregate total, Job job) {
        this.card = card;
        this.options = options;
        this.reduction = reduction;
        this.total = total;
        files = job.data().files();
        predictions = job.setup().predictions();
    }

    /**
     * Tries it.
     *
     * @param words what was typed
     * @param options what makes the loss this form, for the answer
     * @param input the file that holds what came on standard input, or null
     * @throws Problem when the form does not fit the data, or they cannot be read
     */
    static Trial of(Loss loss, CommandLineReader words, String options, String input) throws Problem {
        try (InputStream in = input == null ? InputStream.nullInputStream() : new FileInputStream(input)) {
            Settings settings = new Settings(loss.card(), words, in);
            try (Prepared prepared = Prepared.of(loss, settings, Manner.exact(List.of()), LossCommand.lane())) {
                if (prepared.job().hasModels()) {
                    throw Problem.usage("several predictions, each a model of its own", "-p names one of them");
                }
                Result result = Run.run(
                        prepared.job(), prepared.data().rows(), prepared.formula(), null, settings.threads(), null);
                return new Trial(loss.card(), options, settings.reduction(), result.total(), prepared.job());
            }
        } catch (IOException e) {
            throw Problem.io(Where.file(input), "the temporary file cannot be read: " + e.getMessage(), null);
        }
    }

    Card card() {
        return card;
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
    void add(Card.Twin twin, Card loss, Scale scale) {
        int forms = 0;
        for (Card.Twin other : loss.twins()) {
            forms += other.library().equals(twin.library()) ? 1 : 0;
        }
        Scale own = Twins.scaleOf(twin, loss);
        who.add((forms == 1 ? twin.library() : twin.library() + " " + twin.name())
                + (own == scale ? "" : " (takes a " + own.word() + ")"));
    }

    List<String> files() {
        return files;
    }

    /** The value that the form asks for. */
    double value() {
        return total.value(reduction);
    }

    /** How many prediction columns there are. */
    int predictions() {
        return predictions;
    }

    /** Which figure that is. */
    Reduction reduction() {
        return reduction;
    }

    /** All figures. */
    Aggregate total() {
        return total;
    }

    /**
     * The forms that a library's names of the loss are; those for this scale, else the first. Those that are not for
     * it come last.
     */
    static List<Card.Twin> twins(Card card, Scale scale) {
        List<Card.Twin> chosen = new ArrayList<>();
        int fitting = 0;
        for (Card.Twin twin : card.twins()) {
            List<Card.Twin> ofLibrary = Twins.of(card, twin.library());
            boolean any = false;
            for (Card.Twin other : ofLibrary) {
                any |= Twins.scaleOf(other, card) == scale && !other.isAnother();
            }
            if (any && Twins.scaleOf(twin, card) == scale) {
                chosen.add(fitting++, twin);
            } else if (!any && (twin == ofLibrary.get(0) || twin.isBinary())) {
                chosen.add(twin);
            }
        }
        return chosen;
    }
}

package losscalc.cli;

import java.util.List;
import losscalc.engine.Job;
import losscalc.engine.Manner;
import losscalc.input.DataSet;
import losscalc.input.Description;
import losscalc.input.Lane;
import losscalc.loss.Card;
import losscalc.loss.Divisor;
import losscalc.loss.Formula;
import losscalc.loss.Loss;
import losscalc.loss.Outputs;
import losscalc.loss.Param;
import losscalc.loss.SetFormula;
import losscalc.loss.Setup;
import losscalc.loss.Target;
import losscalc.problem.Problem;

/**
 * A run that can start: its files are open and its formula is made.
 *
 * @param job what is asked for
 * @param formula computes it
 * @param data waits to be read
 */
record Prepared(Job job, Formula formula, DataSet data) implements AutoCloseable {
    /**
     * Opens the files and makes the formula.
     *
     * @param manner for the heading of the output
     * @param lane a quicker lane for the files that it takes, or null
     */
    static Prepared of(Loss loss, Settings settings, Manner manner, Lane lane) throws Problem {
        Setup single = single(loss, settings);
        Card card = loss.card(single);
        InputSettings input = settings.input();
        DataSet data = DataSet.open(
                input.sources(),
                input.predictions(),
                input.wanted(card, settings.scale(), settings.output().textDelimiter()),
                input.dialect(),
                lane);
        try {
            return of(loss, settings, manner, single, data);
        } catch (Problem | RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /** The same data, before a row of them is read, with other parameters and options of the formula. */
    Prepared with(Loss loss, Settings settings, Manner manner) throws Problem {
        return of(loss, settings, manner, single(loss, settings), data);
    }

    private static Setup single(Loss loss, Settings settings) throws Problem {
        return new Setup(loss.card().params(), settings.parameters(), settings.scale(), 1, settings.adjustments());
    }

    private static Prepared of(Loss loss, Settings settings, Manner manner, Setup single, DataSet data) throws Problem {
        Card card = loss.card(single);
        Description columns = data.description();
        int predictions = columns.hasModels() ? 1 : columns.predictions().size();
        checkLists(card, single, predictions);
        Adjusting adjusting = settings.adjusting();
        Target kind = card.target().forPredictions(predictions);
        double[] classWeights = adjusting.classWeights(kind, columns);
        double[] labelWeights = adjusting.labelWeights(kind, classWeights);
        Divisor divisor = adjusting.divisor(kind, classWeights, columns);
        Setup setup = single.with(settings.scale(), predictions);
        String refusal = loss.refusal(setup);
        if (refusal != null) {
            throw Problem.usage(
                    refusal,
                    "of several columns it is known where it is their mean: d2:cross-entropy, d2:multiclass-brier");
        }
        setup = labelWeights == null ? setup : setup.with(setup.adjustments().with(labelWeights));
        Formula formula = setup.adjustments().applyTo(loss.formula(setup));
        formula = predictions == 1 ? formula : Outputs.of(formula, predictions);
        formula = settings.isDecimal() ? InDecimals.of(formula, card, divisor) : formula;
        Job job = new Job(
                card,
                setup,
                columns,
                settings.hasGradient(),
                settings.hasHessian(),
                settings.output().top(),
                formula instanceof SetFormula ? ((SetFormula) formula).details(predictions) : List.of(),
                divisor == null ? settings.figures() : settings.figures().with(divisor),
                manner);
        return new Prepared(job, formula, data);
    }

    /** A list has a number for each prediction column. */
    private static void checkLists(Card card, Setup setup, int predictions) throws Problem {
        for (Param param : card.params()) {
            int numbers = setup.values(param).length;
            if (param.kind() == Param.Kind.LIST && numbers != predictions) {
                throw Problem.usage(
                        "--" + param.name() + " has " + numbers + " numbers, and the prediction columns are "
                                + predictions,
                        "a number for each column, in their order");
            }
        }
    }

    @Override
    public void close() throws Problem {
        data.close();
    }
}

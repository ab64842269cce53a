package losscalc.engine;

import losscalc.input.Rows;
import losscalc.loss.Block;
import losscalc.loss.Formula;
import losscalc.loss.SampleFormula;
import losscalc.problem.Problem;

/** The loop: read a block, compute it, count it, show it. */
public final class Run {
    private final Job job;
    private final Formula formula;
    private final Samples samples;
    private final Block block;
    private final Block[] models;
    private final Computed values;
    private final Tally tally;

    private Run(Job job, Formula formula, Samples samples, Rows rows) {
        this.job = job;
        this.formula = formula;
        this.samples = samples;
        block = new Block(rows.layout());
        models = new Block[job.models()];
        for (int k = 0; k < models.length; k++) {
            models[k] = job.hasModels() ? block.model(k) : block;
        }
        values = Computed.of(job);
        tally = new Tally(job, formula);
    }

    /**
     * Computes the loss of all rows.
     *
     * @param job what is asked for
     * @param rows the data
     * @param formula the loss
     * @param samples who wants to see each sample, or null
     * @throws Problem when a row cannot be read in full, or no row is left to compute
     */
    public static Result run(Job job, Rows rows, Formula formula, Samples samples) throws Problem {
        Run run = new Run(job, formula, samples, rows);
        while (rows.fill(run.block)) {
            run.block();
        }
        return run.tally.result(rows.counts(), rows.where());
    }

    private void block() throws Problem {
        if (formula instanceof SampleFormula) {
            samples((SampleFormula) formula);
        } else {
            tally.addToSets(models);
        }
    }

    private void samples(SampleFormula each) throws Problem {
        for (int k = 0; k < models.length; k++) {
            each.evaluate(models[k], values.loss()[k]);
        }
        tally.add(block, values.loss());
        if (job.gradient() || job.hessian()) {
            derivatives(each);
        }
        if (samples != null) {
            samples.samples(block, values);
        }
    }

    private void derivatives(SampleFormula each) {
        for (int k = 0; k < models.length; k++) {
            if (job.gradient()) {
                each.gradient(models[k], columnsOf(k, values.gradient()));
            }
            if (job.hessian()) {
                each.hessian(models[k], columnsOf(k, values.hessian()));
            }
        }
    }

    /** The columns of one model: its own one of several models, or all of a single one. */
    private double[][] columnsOf(int model, double[][] columns) {
        return job.hasModels() ? new double[][] {columns[model]} : columns;
    }
}

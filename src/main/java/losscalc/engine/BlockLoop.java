package losscalc.engine;

import losscalc.input.Rows;
import losscalc.loss.Block;
import losscalc.loss.Formula;
import losscalc.loss.Layout;
import losscalc.loss.SampleFormula;
import losscalc.problem.Problem;

/** What is done with a block once it is filled: it is computed, counted and shown. Each worker has its own. */
final class BlockLoop {
    private final Job job;
    private final Formula formula;
    private final Samples samples;
    private final Block block;
    private final Block[] models;
    private final Computed values;

    /**
     * @param layout which columns the block has
     * @param samples who wants to see each sample
     */
    BlockLoop(Job job, Formula formula, Layout layout, Samples samples) {
        this.job = job;
        this.formula = formula;
        this.samples = samples;
        block = new Block(layout);
        if (formula.isDecimal()) {
            block.keepDecimals();
        }
        models = new Block[job.models()];
        for (int k = 0; k < models.length; k++) {
            models[k] = job.hasModels() ? block.model(k) : block;
        }
        values = Computed.of(job);
    }

    /** The block, to be filled. */
    Block block() {
        return block;
    }

    /** Goes through all rows. */
    void run(Rows rows, Tally tally) throws Problem {
        while (rows.fill(block)) {
            compute(tally);
        }
    }

    /** Goes through the rows of the block, and takes them out. */
    void compute(Tally tally) throws Problem {
        if (block.rows() == 0) {
            return;
        }
        if (formula instanceof SampleFormula) {
            samples((SampleFormula) formula, tally);
        } else {
            tally.addToSets(models);
        }
        block.clear();
    }

    private void samples(SampleFormula each, Tally tally) throws Problem {
        for (int k = 0; k < models.length; k++) {
            each.evaluate(models[k], values.loss()[k]);
        }
        tally.add(block, values.loss());
        if (job.gradient() || job.hessian()) {
            derivatives(each);
        }
        samples.samples(block, values);
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

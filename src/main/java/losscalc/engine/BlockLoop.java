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

    private BlockLoop(Job job, Formula formula, Block block, Samples samples) {
        this.job = job;
        this.formula = formula;
        this.samples = samples;
        this.block = block;
        models = new Block[job.models()];
        for (int k = 0; k < models.length; k++) {
            models[k] = job.hasModels() ? block.model(k) : block;
        }
        values = Computed.of(job);
    }

    /**
     * For several jobs the same block, one after another.
     *
     * @param jobs of rows of the same layout
     * @param formulas one a job; all of them compute with decimals or none
     * @param layout which columns the block has
     * @param samples who wants to see each sample
     */
    static BlockLoop[] of(Job[] jobs, Formula[] formulas, Layout layout, Samples samples) {
        Block block = new Block(layout);
        if (formulas[0].isDecimal()) {
            block.keepDecimals();
        }
        BlockLoop[] loops = new BlockLoop[jobs.length];
        for (int i = 0; i < loops.length; i++) {
            loops[i] = new BlockLoop(jobs[i], formulas[i], block, samples);
        }
        return loops;
    }

    /** The tallies that loops over the same block fill, one each. */
    static Tally[] tallies(BlockLoop[] loops) {
        Tally[] tallies = new Tally[loops.length];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = new Tally(loops[i].job, loops[i].formula);
        }
        return tallies;
    }

    /** The block, to be filled. */
    Block block() {
        return block;
    }

    /** Goes through all rows. */
    static void run(BlockLoop[] loops, Rows rows, Tally[] tallies) throws Problem {
        while (rows.fill(loops[0].block)) {
            compute(loops, tallies);
        }
    }

    /** Goes through the rows of the block, and takes them out. */
    static void compute(BlockLoop[] loops, Tally[] tallies) throws Problem {
        if (loops[0].block.rows() == 0) {
            return;
        }
        for (int i = 0; i < loops.length; i++) {
            loops[i].compute(tallies[i]);
        }
        loops[0].block.clear();
    }

    private void compute(Tally tally) throws Problem {
        if (formula instanceof SampleFormula) {
            samples((SampleFormula) formula, tally);
        } else {
            tally.addToSets(models);
        }
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

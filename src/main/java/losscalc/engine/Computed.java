package losscalc.engine;

import losscalc.loss.Block;

/**
 * What was computed of the rows of a block.
 *
 * @param loss for each model the loss of each row
 * @param gradient for each prediction column the derivative in each row; no columns when it was not asked for
 * @param hessian for each prediction column the second derivative in each row; likewise
 * @param share each row's share of the sum, or null where the sum is not known yet
 */
public record Computed(double[][] loss, double[][] gradient, double[][] hessian, double[] share) {
    /** Room for a block of the job. */
    static Computed of(Job job) {
        int predictions = job.data().layout().predictions();
        return new Computed(
                new double[job.models()][Block.CAPACITY],
                new double[job.gradient() ? predictions : 0][Block.CAPACITY],
                new double[job.hessian() ? predictions : 0][Block.CAPACITY],
                null);
    }
}

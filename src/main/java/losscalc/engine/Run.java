package losscalc.engine;

import java.util.ArrayList;
import java.util.List;
import losscalc.input.LiveStream;
import losscalc.input.Pieces;
import losscalc.input.Rows;
import losscalc.loss.Formula;
import losscalc.problem.Problem;

/** The run: all rows, by one worker or several. */
public final class Run {
    private Run() {}

    /**
     * Computes the loss of all rows. The result does not depend on the number of threads.
     *
     * @param job what is asked for
     * @param rows the data
     * @param formula the loss; several threads may use it at the same time
     * @param samples who wants to see each sample
     * @param threads how many workers there may be
     * @param live the stream of the rows where samples are shown as they come, or null
     * @throws Problem when a row cannot be read in full, or no row is left to compute
     */
    public static Result run(Job job, Rows rows, Formula formula, Samples samples, int threads, LiveStream live)
            throws Problem {
        return run(new Job[] {job}, new Formula[] {formula}, rows, samples, threads, live)[0];
    }

    /**
     * The losses of several jobs, for which the rows are read once.
     *
     * @param jobs of rows of the same layout
     * @param formulas one a job; all of them compute with decimals or none
     * @throws Problem when the rows do not do for all of the jobs
     */
    public static Result[] run(Job[] jobs, Formula[] formulas, Rows rows, Samples samples, int threads, LiveStream live)
            throws Problem {
        BlockLoop[] loops = BlockLoop.of(jobs, formulas, rows.layout(), samples);
        Tally[] tallies = BlockLoop.tallies(loops);
        Pieces pieces = threads > 1 ? rows.pieces() : null;
        if (pieces != null && samples.share() != null) {
            List<Worker> workers = new ArrayList<>();
            Order order = new Order();
            for (int i = 0; i < threads; i++) {
                Samples.Share share = samples.share();
                BlockLoop[] own = BlockLoop.of(jobs, formulas, rows.layout(), share);
                workers.add(new Worker(own, pieces.reader(), share, order, tallies));
            }
            work(workers, order);
        }
        if (live == null) {
            BlockLoop.run(loops, rows, tallies);
        } else {
            Pause.runLive(live, rows, loops, tallies, samples);
        }
        Result[] results = new Result[jobs.length];
        for (int i = 0; i < results.length; i++) {
            results[i] = tallies[i].result(rows.counts(), rows.where());
        }
        return results;
    }

    /** Lets them work, one in this thread, until all have ended. */
    private static void work(List<Worker> workers, Order order) throws Problem {
        List<Thread> threads = new ArrayList<>();
        for (Worker worker : workers.subList(1, workers.size())) {
            Thread thread = new Thread(worker);
            thread.start();
            threads.add(thread);
        }
        workers.get(0).run();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                order.fail(e);
            }
        }
        order.check();
    }
}

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
     * @param samples who wants to see each sample, or null
     * @param threads how many workers there may be
     * @param live the stream of the rows where samples are shown as they come, or null
     * @throws Problem when a row cannot be read in full, or no row is left to compute
     */
    public static Result run(Job job, Rows rows, Formula formula, Samples samples, int threads, LiveStream live)
            throws Problem {
        Tally tally = new Tally(job, formula);
        Samples shown = samples == null ? NoSamples.INSTANCE : samples;
        Pieces pieces = threads > 1 ? rows.pieces() : null;
        if (pieces != null && shown.share() != null) {
            List<Worker> workers = new ArrayList<>();
            Order order = new Order();
            for (int i = 0; i < threads; i++) {
                workers.add(new Worker(job, formula, pieces.reader(), rows.layout(), shown.share(), order, tally));
            }
            work(workers, order);
        }
        BlockLoop loop = new BlockLoop(job, formula, rows.layout(), shown);
        if (live == null) {
            loop.run(rows, tally);
        } else {
            Pause.runLive(live, rows, loop, tally, shown);
        }
        return tally.result(rows.counts(), rows.where());
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

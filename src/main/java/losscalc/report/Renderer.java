package losscalc.report;

import losscalc.engine.Job;
import losscalc.engine.Result;
import losscalc.engine.Samples;
import losscalc.problem.Problem;

/** A form of output: the heading, then the samples as they come, then the aggregates. */
public interface Renderer extends Samples {
    /** Begins, before any row is read. */
    void begin(Job job) throws Problem;

    /** Whether it has a place where it says how many rows were skipped. */
    default boolean tellsSkipped() {
        return true;
    }

    /** Ends, when all rows have been read in full. */
    void end(Result result) throws Problem;
}

package losscalc.input;

import java.util.ArrayList;
import java.util.List;
import losscalc.problem.Exit;
import losscalc.problem.Fault;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** The faults of the data: the first ten in order, and the number of the others. */
final class FaultLog {
    private static final int KEPT = 10;

    private final List<Fault> first = new ArrayList<>();
    private long more;

    void add(Where where, String message, String hint) {
        if (first.size() < KEPT) {
            first.add(new Fault(where, message, hint));
        } else {
            more++;
        }
    }

    /** All of them, and behind them the fault that ended the reading: one more of the data, or why there are no more. */
    Problem endedBy(Problem problem) {
        for (Fault fault : problem.faults()) {
            if (first.size() < KEPT || problem.exit() != Exit.DATA) {
                first.add(fault);
            } else {
                more++;
            }
        }
        return problem.with(first, more);
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    Problem asProblem() {
        return Problem.data(first, more);
    }
}

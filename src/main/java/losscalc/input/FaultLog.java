package losscalc.input;

import java.util.ArrayList;
import java.util.List;
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

    /** Takes in the fault that ended the reading. */
    void add(Problem problem) {
        for (Fault fault : problem.faults()) {
            add(fault.where(), fault.message(), fault.hint());
        }
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    Problem asProblem() {
        return Problem.data(first, more);
    }
}

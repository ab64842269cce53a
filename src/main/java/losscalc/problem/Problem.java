package losscalc.problem;

import java.util.List;

/**
 * Why the run ends without its answer: one or more faults, and the exit code that they ask for.
 *
 * <p>A checked exception, so that every path that can fail says so; it carries no stack trace,
 * because it speaks to the user and not of the code.
 */
public final class Problem extends Exception {
    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final transient List<Fault> faults;
    private final long more;

    private Problem(Exit exit, List<Fault> faults, long more) {
        super(faults.get(0).toString(), null, false, false);
        this.exit = exit;
        this.faults = List.copyOf(faults);
        this.more = more;
    }

    /** The command line cannot be carried out. */
    public static Problem usage(String message, String hint) {
        return new Problem(Exit.USAGE, List.of(new Fault(null, message, hint)), 0);
    }

    /** The data is wrong at one place. */
    public static Problem data(Where where, String message, String hint) {
        return new Problem(Exit.DATA, List.of(new Fault(where, message, hint)), 0);
    }

    /** The data is wrong at several places: the first of them, in order, and how many more there are. */
    public static Problem data(List<Fault> faults, long more) {
        return new Problem(Exit.DATA, faults, more);
    }

    /** A file or stream could not be read or written. */
    public static Problem io(Where where, String message, String hint) {
        return new Problem(Exit.IO, List.of(new Fault(where, message, hint)), 0);
    }

    /** The reader of standard output went away: nothing is said about it. */
    public static Problem brokenPipe() {
        return new Problem(Exit.BROKEN_PIPE, List.of(new Fault(null, "broken pipe", null)), 0);
    }

    /** The same end of the run, where these are wrong, too. */
    public Problem with(List<Fault> all, long others) {
        return new Problem(exit, all, others);
    }

    /** The exit code. */
    public Exit exit() {
        return exit;
    }

    /** What is wrong, in the order of the input; never empty. */
    public List<Fault> faults() {
        return faults;
    }

    /** How many further faults were counted and not kept. */
    public long more() {
        return more;
    }
}

package losscalc.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import losscalc.problem.Problem;

/** A stream of rows that are shown as they come: before a read that may have to wait, what has been read is handed on. */
public final class LiveStream extends FilterInputStream {
    /** Who is told that there may be nothing to read for long. */
    public interface Listener {
        /**
         * Hands on what there is.
         *
         * @return what is wrong so far, or null
         */
        Problem beforeWaiting() throws Problem;
    }

    /** Why the run is to end; unchecked, so that whoever reads lets it pass. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Stopped(Problem problem) {
            super(problem);
            this.problem = problem;
        }

        /** The reason. */
        public Problem problem() {
            return problem;
        }
    }

    private Listener listener;
    private Consumer<Problem> complaints;

    /** @param in a pipe, or whatever standard input is */
    public LiveStream(InputStream in) {
        super(in);
    }

    /** Tells the listener from now on; it is called by whoever reads, in the midst of it. */
    public void tell(Listener whom) {
        listener = whom;
    }

    /** Says what is wrong to this one, from now on and while there may be more; whatever is said ends the run at last. */
    public void complainTo(Consumer<Problem> whom) {
        complaints = whom;
    }

    /** Itself: as a stream like any other, for those who need not know its class. */
    public InputStream stream() {
        return this;
    }

    @Override
    public int read(byte[] bytes, int at, int n) throws IOException {
        if (listener != null && available() == 0) {
            try {
                Problem wrong = listener.beforeWaiting();
                if (wrong != null) {
                    complaints.accept(wrong);
                }
            } catch (Problem e) {
                throw new Stopped(e);
            }
        }
        return in.read(bytes, at, n);
    }
}

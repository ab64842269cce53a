package losscalc.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import losscalc.problem.Problem;

/** A stream of rows that are shown as they come: before a read that may have to wait, what has been read is handed on. */
public final class LiveStream extends FilterInputStream {
    /** Who is told that there may be nothing to read for long. */
    public interface Listener {
        /**
         * Hands on what there is.
         *
         * @return what is wrong already, and is to be said if nothing more comes soon; or null
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

    /** A read that is not waited for longer than some time: nothing else tells a pause from the end. */
    private final class Attempt extends Thread {
        private final byte[] bytes;
        private final int at;
        private final int n;
        private int got;
        private IOException failure;

        Attempt(byte[] bytes, int at, int n) {
            this.bytes = bytes;
            this.at = at;
            this.n = n;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                got = in.read(bytes, at, n);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** In milliseconds. */
    private static final int SOON = 300;

    private Listener listener;

    /** @param in a pipe, or whatever standard input is */
    public LiveStream(InputStream in) {
        super(in);
    }

    /** Tells the listener from now on; it is called by whoever reads, in the midst of it. */
    public void tell(Listener whom) {
        listener = whom;
    }

    /** Itself: as a stream like any other, for those who need not know its class. */
    public InputStream stream() {
        return this;
    }

    @Override
    public int read(byte[] bytes, int at, int n) throws IOException {
        if (listener == null || available() > 0) {
            return in.read(bytes, at, n);
        }
        try {
            Problem wrong = listener.beforeWaiting();
            return wrong == null ? in.read(bytes, at, n) : readSoon(bytes, at, n, wrong);
        } catch (Problem e) {
            throw new Stopped(e);
        }
    }

    private int readSoon(byte[] bytes, int at, int n, Problem otherwise) throws IOException, Problem {
        Attempt attempt = new Attempt(bytes, at, n);
        attempt.start();
        try {
            attempt.join(SOON);
        } catch (InterruptedException e) {
            throw otherwise;
        }
        if (attempt.isAlive()) {
            throw otherwise;
        }
        if (attempt.failure != null) {
            throw attempt.failure;
        }
        return attempt.got;
    }
}

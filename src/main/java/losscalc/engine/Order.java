package losscalc.engine;

import losscalc.problem.Problem;

/** The order of the results: workers finish pieces as they come, and hand them in one after another. */
final class Order {
    private long turn;
    private Throwable failure;

    /**
     * Waits until all pieces before this one have been handed in.
     *
     * @return false when that will not happen, because a worker has failed
     */
    synchronized boolean await(long piece) {
        while (turn != piece && failure == null) {
            try {
                wait();
            } catch (InterruptedException e) {
                fail(e);
            }
        }
        return failure == null;
    }

    /** The piece whose turn it was has been handed in. */
    synchronized void next() {
        turn++;
        notifyAll();
    }

    /** A worker cannot go on, and so nobody can; the first failure is kept. */
    synchronized void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        }
        notifyAll();
    }

    /** Throws what has failed, if something has. */
    synchronized void check() throws Problem {
        if (failure instanceof Problem) {
            throw (Problem) failure;
        }
        if (failure instanceof Error) {
            throw (Error) failure;
        }
        if (failure != null) {
            throw failure instanceof RuntimeException ? (RuntimeException) failure : new IllegalStateException(failure);
        }
    }
}

package losscalc.num;

import java.util.Arrays;

/**
 * Doubles in the order in which they came, in bounded memory: beyond a cap they go to a temporary file, which vanishes
 * with the process. A failure of that file is an {@link java.io.UncheckedIOException}.
 */
public final class Sequence {
    /** So many stay in memory: 8 MiB. */
    private static final int CAP = 1 << 20;

    private static final int BLOCK = 1 << 14;

    private double[] last = new double[64];
    private int size;
    /** What came before the last; null if there is nothing. */
    private Spill spill;

    /** Adds a value. */
    public void add(double x) {
        if (size == CAP) {
            if (spill == null) {
                spill = new Spill();
            }
            spill.append(last, size);
            size = 0;
        } else if (size == last.length) {
            last = Arrays.copyOf(last, 2 * size);
        }
        last[size++] = x;
    }

    /** Adds all values of another sequence, which keeps them. */
    public void addAll(Sequence other) {
        double[] block = new double[BLOCK];
        long n = other.count();
        for (long at = 0; at < n; at += BLOCK) {
            int read = other.read(at, block);
            for (int i = 0; i < read; i++) {
                add(block[i]);
            }
        }
    }

    /** How many values there are. */
    public long count() {
        return spilled() + size;
    }

    /**
     * Reads values.
     *
     * @param from the index of the first
     * @param into is filled as far as there are values
     * @return how many were read
     */
    public int read(long from, double[] into) {
        int done = 0;
        if (from < spilled()) {
            done = spill.read(from, Math.min(spilled() - from, into.length), into);
        }
        if (done == into.length) {
            return done;
        }
        int some = (int) Math.min(count() - from - done, into.length - done);
        System.arraycopy(last, (int) (from + done - spilled()), into, done, some);
        return done + some;
    }

    private long spilled() {
        return spill == null ? 0 : spill.count();
    }
}
